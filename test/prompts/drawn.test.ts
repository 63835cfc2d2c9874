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

/** As long as a person takes to look at a paste, in milliseconds. */
const PAUSE = 100;

/**
 * The line to type on is drawn, and nothing after it. Keys that come before are dropped, so that
 * none answers unseen.
 */
const LINE_TO_TYPE_ON = />\u001b\[4G$/;

/** Asks for a text and types `chunks` once the question stands there. */
async function answerText(
  { prompter, type, waitFor }: StreamPrompter,
  ...chunks: (string | Uint8Array | number)[]
) {
  const answer = prompter.text(words);
  await waitFor(LINE_TO_TYPE_ON);
  for (const chunk of chunks) {
    if (typeof chunk === "number") await new Promise((resolve) => setTimeout(resolve, chunk));
    else type(chunk);
  }
  return answer;
}

test.each([
  { typed: [keys.enter], want: "apple" },
  { typed: [keys.down, keys.enter], want: "pear" },
  { typed: [keys.down, keys.down, keys.up, keys.enter], want: "pear" },
  { typed: ["\u001b[B\u001b[B\r"], want: "plum" },
  { typed: ["\u001bOB", "\n"], want: "pear" },
])("$typed chooses $want, which is said back", async ({ typed, want }) => {
  const streams = await openStreamPrompter();
  const answer = streams.prompter.select(fruit);
  await streams.waitFor("Ctrl+C to stop");
  streams.type(...typed);
  expect(await answer).toBe(want);
  streams.prompter.close();
  expect(streams.shown()).toMatch(new RegExp(`\\? Which one\\? ${want}\\n`, "i"));
});

test("the cursor starts on the initial choice", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const answer = prompter.select({ ...fruit, initial: "plum" });
  await waitFor("> Plum");
  type(keys.enter);
  expect(await answer).toBe("plum");
});

test.each([
  { name: "a text", chunks: ["hello", keys.enter], want: "hello" },
  { name: "Enter alone", chunks: [keys.enter], want: "" },
  { name: "spaces at its ends", chunks: ["  hello  ", keys.enter], want: "hello" },
  {
    name: "a letter cut in two",
    chunks: [new Uint8Array([0x63, 0xc3]), new Uint8Array([0xa9]), keys.enter],
    want: "c\u00e9",
  },
  { name: "backspace", chunks: ["hellp\u007fo", keys.enter], want: "hello" },
  {
    name: "emoji and Chinese",
    chunks: ["\u{1f468}\u200d\u{1f469} \u6d4b\u8bd5", keys.enter],
    want: "\u{1f468}\u200d\u{1f469} \u6d4b\u8bd5",
  },
  {
    name: "three pasted lines, marked",
    chunks: ["\u001b[200~one\r\ntwo\nthree\u001b[201~", keys.enter],
    want: "one\ntwo\nthree",
  },
  {
    name: "three pasted lines, not marked",
    chunks: ["one\rtwo\rthree", PAUSE, keys.enter],
    want: "one\ntwo\nthree",
  },
  {
    name: "pasted lines that come in pieces, not marked, with an Enter after each",
    chunks: ["one\ntwo\n", "three\n", PAUSE, keys.enter],
    want: "one\ntwo\nthree",
  },
  {
    name: "a marked paste that comes in pieces",
    chunks: ["\u001b[200~one\r", "two\rthr", "ee\u001b[201~", keys.enter],
    want: "one\ntwo\nthree",
  },
  {
    name: "a tab in a paste",
    chunks: ["\u001b[200~one\ttwo\u001b[201~", keys.enter],
    want: "one\ttwo",
  },
])("$name is one answer", async ({ chunks, want }) => {
  const streams = await openStreamPrompter();
  expect(await answerText(streams, ...chunks)).toBe(want);
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
])(
  "$name ends a select and a text with a StoppedError, and nothing is asked after",
  async ({ end }) => {
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
  },
);

test("the terminal is taken on opening and given back on closing", async () => {
  const { prompter, input, shown } = await openStreamPrompter();
  expect(input.rawModes).toEqual([true]);
  expect(shown()).toBe("\u001b[?2004h");
  prompter.close();
  expect(input.rawModes).toEqual([true, false]);
  expect(input.isPaused()).toBe(true);
  expect(input.listenerCount("data")).toBe(0);
  expect(shown().endsWith("\u001b[?2004l\u001b[?25h")).toBe(true);
});

test("hostile words in a question and in an answer reach the screen as symbols", async () => {
  const streams = await openStreamPrompter();
  const answer = streams.prompter.text({
    message: "Say\u001b]0;title\u0007",
    hint: "\u009b31mEnter skips",
  });
  await streams.waitFor(LINE_TO_TYPE_ON);
  streams.type("\u202ebidi", keys.enter);
  expect(await answer).toBe("\u202ebidi");
  expect(streams.shown()).toContain("Say\u241b]0;title\u2407");
  expect(streams.shown()).toContain("<U+202E>bidi\n");
  expect(streams.shown()).not.toMatch(/\u0007|\u009b|\u001b\]/);
});

test("a hint that has no room beside the choice stands below it", async () => {
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

test("a long list is drawn in part, and scrolls to its end", async () => {
  const choices = Array.from({ length: 40 }, (_, index) => ({
    value: `v${index}`,
    label: `Slice ${index}`,
  }));
  const { prompter, type, waitFor, shown } = await openStreamPrompter();
  const answer = prompter.select({ message: "Which one?", choices });
  await waitFor("Ctrl+C to stop");
  expect(shown().match(/Slice \d+/g)?.length).toBe(12);
  type(keys.up);
  await waitFor("> Slice 39");
  type(keys.enter);
  expect(await answer).toBe("v39");
});

test("hints stand in one column beside wide characters", async () => {
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
