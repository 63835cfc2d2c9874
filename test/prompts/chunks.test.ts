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

/** How a prompt looks, and what stands at the end of the screen once it reads keys. */
const looks = [
  { look: "drawn", settings: {}, ready: />\u001b\[4G$/ },
  { look: "plain", settings: { plain: true, terminal: true }, ready: /then Enter: $|for none: $/ },
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
const cases = looks.flatMap((look) =>
  starts.flatMap((start) =>
    pasted.flatMap((text) => [
      { ...look, ...start, text, chunk: text, marks: "without" },
      { ...look, ...start, text, chunk: START + text + END, marks: "with" },
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
  "$look: $text.length characters $marks marks land at the $place",
  async ({ settings, ready, lefts, before, after, text, chunk }) => {
    const streams = await openStreamPrompter(settings);
    const moves = Array.from({ length: lefts }, () => LEFT);
    const typed = ["Priya loses", ...moves, chunk, keys.enter];
    expect(await answerText(streams, ready, ...typed)).toBe(before + text + after);
    streams.prompter.close();
  },
);

test.each(looks)("$look: keys and text in one chunk are taken in order", async (look) => {
  const streams = await openStreamPrompter(look.settings);
  const chunk = `Priya loses${LEFT.repeat(5)}XY Z W`;
  expect(await answerText(streams, look.ready, chunk, keys.enter)).toBe("Priya XY Z Wloses");
  streams.prompter.close();
});

test.each(looks)("$look: dictation that replaces what it wrote", async (look) => {
  const streams = await openStreamPrompter(look.settings);
  const chunks = ["for teen", "\u007f".repeat(8), "fourteen tickets", keys.enter];
  expect(await answerText(streams, look.ready, ...chunks)).toBe("fourteen tickets");
  streams.prompter.close();
});

test.each(looks)("$look: Tab types nothing", async (look) => {
  const streams = await openStreamPrompter(look.settings);
  expect(await answerText(streams, look.ready, "a", "\t", "b", keys.enter)).toBe("ab");
  streams.prompter.close();
});

test.each(looks)("$look: a text that stands can be edited and cleared", async ({ settings }) => {
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

test.each(looks)("$look: what was typed when the person stops is handed over", async (look) => {
  const streams = await openStreamPrompter(look.settings);
  const drafts: string[] = [];
  const keepDraft = (text: string) => void drafts.push(text);
  const answer = streams.prompter.text({ ...question, keepDraft }).catch((error: unknown) => error);
  await streams.waitFor(look.ready);
  streams.type("half a sentence", keys.ctrlC);
  expect(await answer).toBeInstanceOf(StoppedError);
  expect(drafts).toEqual(["half a sentence"]);
  streams.prompter.close();
});

const kinds = ["text", "select", "multi"] as const;
const lost = looks.flatMap((look) => kinds.map((kind) => ({ ...look, kind })));

function askKind({ prompter }: StreamPrompter, kind: (typeof kinds)[number]): Promise<unknown> {
  if (kind === "text") return prompter.text(question);
  const selection = { message: "Which one?", choices };
  return kind === "select" ? prompter.select(selection) : prompter.multi(selection);
}

test.each(lost)(
  "$look: a $kind with a paste that lost its end still stops",
  async (row) => {
    for (const key of [keys.ctrlC, keys.ctrlD]) {
      const streams = await openStreamPrompter(row.settings);
      const answer = askKind(streams, row.kind).catch((error: unknown) => error);
      await streams.waitFor(
        row.kind === "text" || row.look === "plain" ? row.ready : "Ctrl+C to stop",
      );
      streams.type(`${START}text`, key);
      expect(await answer).toBeInstanceOf(StoppedError);
      streams.prompter.close();
    }
  },
  5_000,
);

test.each(looks)("$look: Enter takes a text whose paste lost its end", async (look) => {
  const streams = await openStreamPrompter(look.settings);
  expect(await answerText(streams, look.ready, `${START}text`, keys.enter)).toBe("text");
  const from = streams.shown().length;
  const later = streams.prompter.text(question);
  await streams.waitFor({ test: () => look.ready.test(streams.shown().slice(from)) });
  streams.type("more", keys.enter);
  expect(await later).toBe("more");
  streams.prompter.close();
});

test("a drawn choice is made with Enter after a paste that lost its end", async () => {
  const streams = await openStreamPrompter();
  const answer = askKind(streams, "select");
  await streams.waitFor("Ctrl+C to stop");
  streams.type(`${START}text`, keys.enter);
  expect(await answer).toBe("apple");
  streams.prompter.close();
});

test("piped lines are read with the editing keys in them", async () => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type(`Priya loses${LEFT.repeat(5)}XY Z W\n`, `${START}marked${END}\n`);
  expect(await prompter.text(question)).toBe("Priya XY Z Wloses");
  expect(await prompter.text(question)).toBe("marked");
});

test("in a pipe, a text that stands is kept by an empty line and cleared by a dash", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("\n-\nnew\n");
  const asked = { ...question, initial: "old words" };
  expect(await prompter.text(asked)).toBe("old words");
  expect(await prompter.text(asked)).toBe("");
  expect(await prompter.text(asked)).toBe("new");
  expect(shown()).toContain("Now: old words\nEnter skips, - and Enter clears it\n");
});

test.each(looks)("$look: a key whose sequence arrives in two pieces is one key", async (look) => {
  const streams = await openStreamPrompter(look.settings);
  const typed = ["ab", "\u001b", "[D", "X", keys.enter];
  expect(await answerText(streams, look.ready, ...typed)).toBe("aXb");
  streams.prompter.close();
});
