import { expect, test } from "vitest";
import { StoppedError } from "../../src/errors.ts";
import { openStreamPrompter, type StreamPrompter } from "../helpers/prompter-streams.ts";
import { keys } from "../helpers/terminal.ts";

const LEFT = "\u001b[D";
const START = "\u001b[200~";
const END = "\u001b[201~";
const question = { message: "Say a word.", hint: "Enter skips" };
const choices = [
  { value: "apple", label: "Apple" },
  { value: "pear", label: "Pear" },
];

/** The kinds of prompts, and the end of the screen once they read keys. */
const styles = [
  { style: "drawn", settings: {}, ready: />\u001b\[4G$/ },
  { style: "plain", settings: { plain: true, terminal: true }, ready: /press Enter: $/ },
];

const pasted = [
  "X",
  "XY Z W",
  "with 31 characters, in one chunk",
  "word ".repeat(2000).trim(),
  "\u4f60\u597d\u4e16\u754c",
  "\u{1f469}\u200d\u{1f4bb} e\u0301",
];
const starts = [
  { place: "start", lefts: "Priya loses".length, before: "", after: "Priya loses" },
  { place: "middle", lefts: 5, before: "Priya ", after: "loses" },
  { place: "end", lefts: 0, before: "Priya loses", after: "" },
];
const cases = styles.flatMap((style) =>
  starts.flatMap((start) =>
    pasted.flatMap((text) => [
      { ...style, ...start, text, chunk: text, marks: "without" },
      { ...style, ...start, text, chunk: START + text + END, marks: "with" },
    ]),
  ),
);

/** Asks for a text and sends `chunks` once the prompt reads keys. */
async function answerText(streams: StreamPrompter, ready: RegExp, ...chunks: string[]) {
  const answer = streams.prompter.text(question);
  await streams.waitFor(ready);
  streams.type(...chunks);
  return answer;
}

test.each(cases)(
  "$style: $text.length characters $marks marks are inserted at the $place",
  async ({ settings, ready, lefts, before, after, text, chunk }) => {
    const streams = await openStreamPrompter(settings);
    const moves = Array.from({ length: lefts }, () => LEFT);
    const typed = ["Priya loses", ...moves, chunk, keys.enter];
    expect(await answerText(streams, ready, ...typed)).toBe(before + text + after);
    streams.prompter.close();
  },
);

test.each(styles)("$style: handles keys and text in one chunk in order", async (style) => {
  const streams = await openStreamPrompter(style.settings);
  const chunk = `Priya loses${LEFT.repeat(5)}XY Z W`;
  expect(await answerText(streams, style.ready, chunk, keys.enter)).toBe("Priya XY Z Wloses");
  streams.prompter.close();
});

test.each(styles)("$style: handles dictation that replaces text", async (style) => {
  const streams = await openStreamPrompter(style.settings);
  const chunks = ["for teen", "\u007f".repeat(8), "fourteen tickets", keys.enter];
  expect(await answerText(streams, style.ready, ...chunks)).toBe("fourteen tickets");
  streams.prompter.close();
});

test.each(styles)("$style: ignores Tab", async (style) => {
  const streams = await openStreamPrompter(style.settings);
  expect(await answerText(streams, style.ready, "a", "\t", "b", keys.enter)).toBe("ab");
  streams.prompter.close();
});

test.each(styles)("$style: can edit and clear the initial text", async ({ settings }) => {
  const streams = await openStreamPrompter(settings);
  const ask = async (...typed: string[]) => {
    const from = streams.shown().length;
    const answer = streams.prompter.text({ ...question, initial: "old words" });
    await streams.waitFor({ test: () => /old words/.test(streams.shown().slice(from)) });
    streams.type(...typed);
    return answer;
  };
  expect(await ask(keys.enter)).toBe("old words");
  expect(await ask("\u007f".repeat(5), "text", keys.enter)).toBe("old text");
  expect(await ask("\u0015", keys.enter)).toBe("");
  streams.prompter.close();
});

test.each(styles)("$style: keeps the draft if the person stops", async (style) => {
  const streams = await openStreamPrompter(style.settings);
  const drafts: string[] = [];
  const keepDraft = (text: string) => void drafts.push(text);
  const answer = streams.prompter.text({ ...question, keepDraft }).catch((error: unknown) => error);
  await streams.waitFor(style.ready);
  streams.type("half a sentence", keys.ctrlC);
  expect(await answer).toBeInstanceOf(StoppedError);
  expect(drafts).toEqual(["half a sentence"]);
  streams.prompter.close();
});

const kinds = ["text", "select", "multi"] as const;
const lost = styles.flatMap((style) => kinds.map((kind) => ({ ...style, kind })));

function askKind({ prompter }: StreamPrompter, kind: (typeof kinds)[number]): Promise<unknown> {
  if (kind === "text") return prompter.text(question);
  const selection = { message: "Which one?", choices };
  return kind === "select" ? prompter.select(selection) : prompter.multi(selection);
}

// A prompt waits for a moment before it gives up a paste.
test.concurrent.for(lost)(
  "$style: stops a $kind after a paste that lost its end",
  { timeout: 5_000 },
  async (row) => {
    for (const key of [keys.ctrlC, keys.ctrlD]) {
      const streams = await openStreamPrompter(row.settings);
      const answer = askKind(streams, row.kind).catch((error: unknown) => error);
      await streams.waitFor(
        row.kind === "text" || row.style === "plain" ? row.ready : "Ctrl+C to stop",
      );
      streams.type(`${START}text`, key);
      expect(await answer).toBeInstanceOf(StoppedError);
      streams.prompter.close();
    }
  },
);

test.concurrent.for(styles)(
  "$style: accepts a paste that lost its end with Enter",
  async (style) => {
    const streams = await openStreamPrompter(style.settings);
    expect(await answerText(streams, style.ready, `${START}text`, keys.enter)).toBe("text");
    const from = streams.shown().length;
    const later = streams.prompter.text(question);
    await streams.waitFor({ test: () => style.ready.test(streams.shown().slice(from)) });
    streams.type("more", keys.enter);
    expect(await later).toBe("more");
    streams.prompter.close();
  },
);

test.concurrent("drawn: takes nothing with Enter after a paste that lost its end", async () => {
  const streams = await openStreamPrompter();
  const answer = askKind(streams, "select");
  await streams.waitFor("Ctrl+C to stop");
  streams.type(`${START}text`, keys.enter);
  await streams.waitFor("Words aren't taken here.");
  streams.type(keys.enter, keys.down, keys.enter);
  expect(await answer).toBe("pear");
  streams.prompter.close();
});

test("applies editing keys in piped lines", async () => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type(`Priya loses${LEFT.repeat(5)}XY Z W\n`, `${START}marked${END}\n`);
  expect(await prompter.text(question)).toBe("Priya XY Z Wloses");
  expect(await prompter.text(question)).toBe("marked");
});

test("keeps an answer for an empty piped line and clears it for a dash", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("\n-\nnew\n");
  const asked = { ...question, initial: "old words" };
  expect(await prompter.text(asked)).toBe("old words");
  expect(await prompter.text(asked)).toBe("");
  expect(await prompter.text(asked)).toBe("new");
  expect(shown()).toContain(
    "Current answer: old words\nEnter skips, type - and press Enter to clear it\n",
  );
});

test.each(styles)("$style: joins a key sequence that arrives in two chunks", async (style) => {
  const streams = await openStreamPrompter(style.settings);
  const typed = ["ab", "\u001b", "[D", "X", keys.enter];
  expect(await answerText(streams, style.ready, ...typed)).toBe("aXb");
  streams.prompter.close();
});
