import { expect, test } from "vitest";
import { StoppedError } from "../../src/errors.ts";
import { openStreamPrompter, type StreamPrompter } from "../helpers/prompter-streams.ts";
import { keys } from "../helpers/terminal.ts";

const fruit = {
  message: "Which one?",
  choices: [
    { value: "apple", label: "Apple", hint: "red" },
    { value: "pear", label: "Pear", hint: "green" },
    { value: "plum", label: "Plum", hint: "blue" },
  ],
};
const words = { message: "Say a word.", hint: "Enter skips" };

/** How long a person looks at a paste before pressing a key, in milliseconds. */
const PAUSE = 100;

/** The end of the screen once the input line is drawn. Earlier keys are dropped. */
const INPUT_LINE = />\u001b\[4G$/;

/** Asks for a text and types `chunks` once the question is drawn. */
async function answerText(
  { prompter, type, waitFor }: StreamPrompter,
  ...chunks: (string | Uint8Array | number)[]
) {
  const answer = prompter.text(words);
  await waitFor(INPUT_LINE);
  for (const chunk of chunks) {
    if (typeof chunk === "number") await new Promise((resolve) => setTimeout(resolve, chunk));
    else type(chunk);
  }
  return answer;
}

test.each([
  { typed: [keys.enter], expected: "apple" },
  { typed: [keys.down, keys.enter], expected: "pear" },
  { typed: [keys.down, keys.down, keys.up, keys.enter], expected: "pear" },
  { typed: ["\u001b[B\u001b[B\r"], expected: "plum" },
  { typed: ["\u001bOB", "\n"], expected: "pear" },
])("chooses $expected for $typed and confirms it", async ({ typed, expected }) => {
  const streams = await openStreamPrompter();
  const answer = streams.prompter.select(fruit);
  await streams.waitFor("Ctrl+C to stop");
  streams.type(...typed);
  expect(await answer).toBe(expected);
  streams.prompter.close();
  expect(streams.shown()).toMatch(new RegExp(`\\? Which one\\? ${expected}\\n`, "i"));
});

test("starts on the initial choice", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const answer = prompter.select({ ...fruit, initial: "plum" });
  await waitFor("> Plum");
  type(keys.enter);
  expect(await answer).toBe("plum");
});

test.each([
  { name: "a text", chunks: ["hello", keys.enter], expected: "hello" },
  { name: "Enter alone", chunks: [keys.enter], expected: "" },
  { name: "spaces around a text", chunks: ["  hello  ", keys.enter], expected: "hello" },
  {
    name: "a character split across chunks",
    chunks: [new Uint8Array([0x63, 0xc3]), new Uint8Array([0xa9]), keys.enter],
    expected: "c\u00e9",
  },
  { name: "backspace", chunks: ["hellp\u007fo", keys.enter], expected: "hello" },
  {
    name: "emoji and Chinese",
    chunks: ["\u{1f468}\u200d\u{1f469} \u6d4b\u8bd5", keys.enter],
    expected: "\u{1f468}\u200d\u{1f469} \u6d4b\u8bd5",
  },
  {
    name: "three lines of a marked paste",
    chunks: ["\u001b[200~one\r\ntwo\nthree\u001b[201~", keys.enter],
    expected: "one\ntwo\nthree",
  },
  {
    name: "three lines of an unmarked paste",
    chunks: ["one\rtwo\rthree", PAUSE, keys.enter],
    expected: "one\ntwo\nthree",
  },
  {
    name: "an unmarked paste in several chunks, each with a line break at its end",
    chunks: ["one\ntwo\n", "three\n", PAUSE, keys.enter],
    expected: "one\ntwo\nthree",
  },
  {
    name: "a marked paste in several chunks",
    chunks: ["\u001b[200~one\r", "two\rthr", "ee\u001b[201~", keys.enter],
    expected: "one\ntwo\nthree",
  },
  {
    name: "a tab in a paste",
    chunks: ["\u001b[200~one\ttwo\u001b[201~", keys.enter],
    expected: "one\ttwo",
  },
])("takes $name as one answer", async ({ chunks, expected }) => {
  const streams = await openStreamPrompter();
  expect(await answerText(streams, ...chunks)).toBe(expected);
  const next = answerText(streams, "next", keys.enter);
  expect(await next).toBe("next");
  streams.prompter.close();
});

test.each([
  { name: "Ctrl+C", end: ({ type }: StreamPrompter) => type(keys.ctrlC) },
  { name: "Ctrl+D", end: ({ type }: StreamPrompter) => type(keys.ctrlD) },
  { name: "the end of input", end: ({ input }: StreamPrompter) => void input.end() },
  {
    name: "an error of the terminal",
    end: ({ input }: StreamPrompter) => void input.destroy(new Error("EIO")),
  },
])("stops the questions with a StoppedError after $name", async ({ end }) => {
  for (const kind of ["select", "text"] as const) {
    const streams = await openStreamPrompter();
    const answer =
      kind === "select" ? streams.prompter.select(fruit) : streams.prompter.text(words);
    const outcome = answer.catch((error: unknown) => error);
    await streams.waitFor(kind === "select" ? "Ctrl+C to stop" : "Enter skips");
    end(streams);
    expect(await outcome).toBeInstanceOf(StoppedError);
    await expect(streams.prompter.text(words)).rejects.toBeInstanceOf(StoppedError);
    streams.prompter.close();
  }
});

test("sets up the terminal when opened and restores it when closed", async () => {
  const { prompter, input, shown } = await openStreamPrompter();
  expect(input.rawModes).toEqual([true]);
  expect(shown()).toBe("\u001b[?2004h");
  prompter.close();
  expect(input.rawModes).toEqual([true, false]);
  expect(input.isPaused()).toBe(true);
  expect(input.listenerCount("data")).toBe(0);
  expect(shown().endsWith("\u001b[?2004l\u001b[?25h")).toBe(true);
});

test("shows control characters in questions and answers as symbols", async () => {
  const streams = await openStreamPrompter();
  const answer = streams.prompter.text({
    message: "Say\u001b]0;title\u0007",
    hint: "\u009b31mEnter skips",
  });
  await streams.waitFor(INPUT_LINE);
  streams.type("\u202ebidi", keys.enter);
  expect(await answer).toBe("\u202ebidi");
  expect(streams.shown()).toContain("Say\u241b]0;title\u2407");
  expect(streams.shown()).toContain("<U+202E>bidi\n");
  expect(streams.shown()).not.toMatch(/\u0007|\u009b|\u001b\]/);
});

test("shows a hint below if there is no room next to the choice", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter({ width: 30 });
  const long = fruit.choices.map((choice) => ({
    ...choice,
    hint: `${choice.hint} and nothing else`,
  }));
  const answer = prompter.select({ ...fruit, choices: long });
  await waitFor("red and nothing else");
  type(keys.enter);
  expect(await answer).toBe("apple");
});

test("scrolls through a long list", async () => {
  const choices = Array.from({ length: 40 }, (_, index) => ({
    value: `v${index}`,
    label: `Slice ${index}`,
  }));
  const { prompter, type, waitFor, shown } = await openStreamPrompter();
  const answer = prompter.select({ message: "Which one?", choices });
  await waitFor("Ctrl+C to stop");
  expect(shown().match(/Slice \d+/g)?.length).toBe(12);
  type("\u001b[F");
  await waitFor("> Slice 39");
  type(keys.enter);
  expect(await answer).toBe("v39");
});

test("aligns hints next to wide characters", async () => {
  const choices = [
    { value: "a", label: "\u65e5\u672c\u8a9e", hint: "first" },
    { value: "b", label: "Plain", hint: "second" },
  ];
  const { prompter, type, waitFor } = await openStreamPrompter();
  const answer = prompter.select({ message: "Which one?", choices });
  await waitFor("> \u65e5\u672c\u8a9e   first");
  await waitFor("  Plain    second");
  type(keys.enter);
  expect(await answer).toBe("a");
});

test.each([
  { typed: ["2"], marked: ["pear"] },
  { typed: ["1", "3"], marked: ["apple", "plum"] },
  { typed: ["1 3,"], marked: ["apple", "plum"] },
  { typed: [keys.down, " "], marked: ["pear"] },
])("a number and the space bar tick: $typed", async ({ typed, marked }) => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const answer = prompter.multi(fruit);
  await waitFor("Ctrl+C to stop");
  type(...typed, keys.enter);
  expect(await answer).toEqual(marked);
  prompter.close();
});

test.each(["select", "multi"] as const)("wraps a long question at words: %s", async (kind) => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter({ width: 40 });
  const message = "Press Enter to keep all of this, or pick what you want to change:";
  const question = { ...fruit, message };
  const answer = kind === "select" ? prompter.select(question) : prompter.multi(question);
  await waitFor(/Ctrl\+C to stop/);
  expect(shown()).toContain(
    "? Press Enter to keep all of this, or\n  pick what you want to change:",
  );
  type("\r");
  await answer;
  prompter.close();
});

test.each([
  { kind: "select", row: "\n    window of 40 columns" },
  { kind: "multi", row: "\n       window of 40 columns" },
] as const)("indents the second row of a choice below its first: $kind", async ({ kind, row }) => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter({ width: 40 });
  const label = "A choice that is too long for a window of 40 columns";
  const question = { message: "Which?", choices: [{ value: "long", label }] };
  const answer = kind === "select" ? prompter.select(question) : prompter.multi(question);
  await waitFor(/Ctrl\+C to stop/);
  expect(shown()).toContain(row);
  type("\r");
  await answer;
  prompter.close();
});
