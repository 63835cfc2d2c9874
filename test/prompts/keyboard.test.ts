import { expect, test } from "vitest";
import { openStreamPrompter } from "../helpers/prompter-streams.ts";
import { keys } from "../helpers/terminal.ts";

const message = "Which one?";
const choices = [
  { value: "apple", label: "Apple" },
  { value: "pear", label: "Pear" },
];
/** How the screen ends once a list reads keys. */
const styles = [
  { style: "drawn", settings: {}, ready: "Ctrl+C to stop" },
  { style: "plain", settings: { plain: true, terminal: true }, ready: /press Enter: $/ },
];
const second = { drawn: [keys.down, keys.enter], plain: ["2", keys.enter] };

/** Waits until nobody could still be typing what they began before the question. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

test.concurrent.for(styles)("$style: drops what is typed before the question", async (row) => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter(row.settings);
  const moves = second[row.style as keyof typeof second];
  type(...moves);
  const answer = prompter.select({ message, choices });
  await waitFor(row.ready);
  // The rest of what was typed too early.
  type(...moves, "more", keys.enter);
  await pause();
  type(...moves);
  expect(await answer).toBe("pear");
  expect(shown()).not.toContain("Apple\n? Which");
  prompter.close();
});

test.concurrent.for(styles)("$style: drops what is typed between two questions", async (row) => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter(row.settings);
  const moves = second[row.style as keyof typeof second];
  const first = prompter.select({ message, choices });
  await waitFor(row.ready);
  type(...moves);
  expect(await first).toBe("pear");
  const from = shown().length;
  type(...moves);
  await new Promise(setImmediate);
  const next = prompter.select({ message, choices });
  await waitFor({
    test: () => shown().slice(from).includes("to stop") || /Enter: $/.test(shown()),
  });
  type(keys.enter);
  await pause();
  expect(shown().slice(from)).not.toContain("Apple\n? Which");
  type(...moves);
  expect(await next).toBe("pear");
  prompter.close();
});

test.concurrent.for(styles)("$style: Ctrl+C stops before the question too", async (row) => {
  const { prompter, type } = await openStreamPrompter(row.settings);
  type(keys.ctrlC);
  await expect(prompter.select({ message, choices })).rejects.toThrow("Stopped.");
  prompter.close();
});
