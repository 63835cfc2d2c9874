import { expect, test } from "vitest";
import { StoppedError } from "../../src/errors.ts";
import { openStreamPrompter } from "../helpers/prompter-streams.ts";

const fruit = {
  message: "Which one?",
  choices: [
    { value: "apple", label: "Apple", hint: "red" },
    { value: "pear", label: "Pear" },
  ],
};
const words = { message: "Say a word.", hint: "Enter skips" };

test("choices are numbered lines, a number chooses, and the choice is said back", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("2\n");
  expect(await prompter.select(fruit)).toBe("pear");
  expect(shown()).toBe(
    "Which one?\n  1. Apple: red\n  2. Pear\nType a number from 1 to 2, then Enter: \n" +
      "You chose: Pear\n\n",
  );
});

test.each(["2", "2.", "2)", " 2 ", "\uff12"])("'%s' chooses the second", async (typed) => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type(`${typed}\n`);
  expect(await prompter.select(fruit)).toBe("pear");
});

test.each(["0", "3", "-1", "1.5", "pear", "", "1 2"])(
  "'%s' is no number of a choice and is asked again",
  async (wrong) => {
    const { prompter, type, shown } = await openStreamPrompter({ plain: true });
    type(`${wrong}\n1\n`);
    expect(await prompter.select(fruit)).toBe("apple");
    expect(shown().match(/That is not one of the numbers\./g)).toHaveLength(1);
    expect(shown().match(/Type a number from 1 to 2/g)).toHaveLength(2);
  },
);

test("lines that come early wait for their question, in order", async () => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type("1\r\n  some words  \r\n\r\n2");
  expect(await prompter.select(fruit)).toBe("apple");
  expect(await prompter.text(words)).toBe("some words");
  expect(await prompter.text(words)).toBe("");
});

test("a last line without a line end counts, and then the end of input stops the asking", async () => {
  const { prompter, input, type } = await openStreamPrompter({ plain: true });
  type("2");
  input.end();
  expect(await prompter.select(fruit)).toBe("pear");
  await expect(prompter.select(fruit)).rejects.toBeInstanceOf(StoppedError);
  await expect(prompter.text(words)).rejects.toBeInstanceOf(StoppedError);
});

test("the end of input while waiting stops the asking, on a line of its own", async () => {
  const { prompter, input, shown, waitFor } = await openStreamPrompter({ plain: true });
  const outcome = prompter.text(words).catch((error: unknown) => error);
  await waitFor("Type your answer");
  input.end();
  expect(await outcome).toBeInstanceOf(StoppedError);
  expect(shown().endsWith("then Enter: \n")).toBe(true);
});

test("input that breaks off, as that of a closed terminal does, ends with 129", async () => {
  const { prompter, input, waitFor } = await openStreamPrompter({ plain: true });
  const outcome = prompter.text(words).catch((error: unknown) => error);
  await waitFor("Type your answer");
  input.destroy(new Error("EIO"));
  expect(await outcome).toMatchObject({ exitCode: 129 });
});

test("no escape sequence is ever written, and hostile words are shown as symbols", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("1\nx\n");
  await prompter.select({
    message: "\u001b[2JWhich?",
    choices: [{ value: "a", label: "\u0007A", hint: "\u009bB" }],
  });
  await prompter.text({ message: "\u001b]0;t\u0007", hint: "\u202e" });
  prompter.close();
  expect(shown()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(shown()).toContain("You chose: \u2407A");
});

test("many questions leave no listener behind", async () => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  const warnings: string[] = [];
  const onWarning = ({ name }: Error) => void warnings.push(name);
  process.on("warning", onWarning);
  for (let turn = 0; turn < 30; turn++) {
    const answer = prompter.text(words);
    type("word\n");
    expect(await answer).toBe("word");
  }
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off("warning", onWarning);
  expect(warnings).toEqual([]);
});
