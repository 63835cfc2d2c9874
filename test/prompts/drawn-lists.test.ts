import { expect, test } from "vitest";
import { openStreamPrompter } from "../helpers/prompter-streams.ts";
import { keys } from "../helpers/terminal.ts";

const fruit = {
  message: "Which one?",
  choices: [
    { value: "apple", label: "Apple" },
    { value: "pear", label: "Pear" },
    { value: "plum", label: "Plum" },
  ],
};

test.each([
  { typed: ["\u001b[F"], expected: "plum" },
  { typed: ["\u001b[4~", keys.down], expected: "plum" },
  { typed: [keys.down, keys.down, "\u001b[1~"], expected: "apple" },
  { typed: [keys.down, "\u001b[C", "\u001b[D", "\u001b[3~", "\u001b[6~"], expected: "pear" },
  { typed: [keys.up], expected: "apple" },
])("$typed leads to $expected", async ({ typed, expected }) => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const answer = prompter.select(fruit);
  await waitFor("Ctrl+C to stop");
  type(...typed, keys.enter);
  expect(await answer).toBe(expected);
  prompter.close();
});

test("the End key leads to the last line of a list of boxes", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const answer = prompter.multi(fruit);
  await waitFor("Ctrl+C to stop");
  type("\u001b[F", " ", keys.enter);
  expect(await answer).toEqual(["plum"]);
  prompter.close();
});

test("a list that is longer than its place says so, and cuts no line", async () => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter({ width: 50 });
  const choices = Array.from({ length: 9 }, (_, index) => ({
    value: String(index),
    label: `${"a line of notes that is wider than the window ".repeat(1)}and ends with ${index}`,
  }));
  const answer = prompter.multi({ message: "Pick what fits:", choices });
  await waitFor("to stop");
  expect(shown()).toContain("up/down to see all 9");
  expect(shown()).toContain("ends with 5");
  expect(shown()).not.toMatch(/ends with 6|wider[^5]*$/);
  type("\u001b[F", " ", keys.enter);
  expect(await answer).toEqual(["8"]);
  prompter.close();
});
