import { expect, test } from "vitest";
import { openStreamPrompter } from "../helpers/prompter-streams.ts";
import { keys } from "../helpers/terminal.ts";

test("does other work once, and only when the first question is on the screen", async () => {
  const screens: string[] = [];
  const streams = await openStreamPrompter({ whileWaiting: () => screens.push(streams.shown()) });
  const choices = [
    { value: "apple", label: "Apple" },
    { value: "pear", label: "Pear" },
  ];
  for (const message of ["Which one?", "And now?"]) {
    const answer = streams.prompter.select({ message, choices });
    await streams.waitFor(message);
    await new Promise((resolve) => setTimeout(resolve, 100));
    streams.type(keys.enter);
    await answer;
  }
  expect(screens).toEqual([expect.stringContaining("Ctrl+C to stop")]);
  expect(screens[0]).toContain("Pear");
  expect(screens[0]).not.toContain("And now?");
});
