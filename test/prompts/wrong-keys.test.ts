import { expect, test } from "vitest";
import { openStreamPrompter, type StreamPrompter } from "../helpers/prompter-streams.ts";
import { keys } from "../helpers/terminal.ts";

const choices = ["Apple", "Pear", "Plum", "Fig", "Kiwi"].map((label) => ({ value: label, label }));
const twelve = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `Line ${index + 1}`,
}));
const fruit = { message: "Which one?", choices };
const LEFT = "\u001b[D";
const BACKSPACE = "\u007f";
const PASTE = "\u001b[200~3 apples\nand 2 pears\u001b[201~";
/** What a person sees before the program goes on. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Types `wrong` and Enter twice, and returns whether that answered, and what is below the list. */
async function typeWrong(
  { type, shown }: StreamPrompter,
  answer: Promise<unknown>,
  wrong: readonly string[],
) {
  const from = shown().length;
  let hasAnswered = false;
  void answer.then(() => {
    hasAnswered = true;
  });
  type(...wrong);
  await settle();
  type(keys.enter);
  await settle();
  type(keys.enter);
  await settle();
  const [, said = ""] = /.*\n> ([A-Z][^\u001b]*)/s.exec(shown().slice(from)) ?? [];
  return { hasAnswered, said: said.replace(/\s+/g, " ") };
}

const noChoice = (number: number) =>
  `There is no choice ${number}. Type a number from 1 to 5, or move with the arrow keys.`;
const NO_WORDS = "Words aren't taken here. Press an arrow key first, ";
const NO_WAY_BACK = "There's nothing to go back to from here. Press an arrow key first, ";

const wrongs = [
  { wrong: ["9"], says: noChoice(9) },
  { wrong: ["0"], says: noChoice(0) },
  { wrong: ["\uff19"], says: noChoice(9) },
  { wrong: ["1", "0"], says: noChoice(10) },
  { wrong: ["x"], says: NO_WORDS },
  { wrong: ["?"], says: NO_WORDS },
  { wrong: ["<"], says: NO_WAY_BACK },
  { wrong: [..."It was 2 late"], says: NO_WORDS },
  { wrong: [..."12 rows"], says: NO_WORDS },
  { wrong: [..." 3 rows"], says: NO_WORDS },
  { wrong: ["It was 2 late"], says: NO_WORDS },
  { wrong: [PASTE], says: NO_WORDS },
];
const ending = (says: string, next: string) =>
  says.endsWith(", ") ? `${says}then ${next}.` : says;

test.concurrent.for(wrongs)("one choice: $wrong is named, and Enter takes nothing", async (row) => {
  const streams = await openStreamPrompter();
  const answer = streams.prompter.select({ ...fruit, initial: "Pear" });
  await streams.waitFor("Ctrl+C to stop");
  expect(await typeWrong(streams, answer, row.wrong)).toEqual({
    hasAnswered: false,
    said: ending(row.says, "choose with Enter"),
  });
  streams.type(keys.down, keys.enter);
  expect(await answer).toBe("Plum");
  streams.prompter.close();
});

test.concurrent.for(wrongs)(
  "several: $wrong is named, ticks nothing, and Enter waits",
  async (row) => {
    const streams = await openStreamPrompter();
    const answer = streams.prompter.multi({ ...fruit, initial: ["Pear"] });
    await streams.waitFor("Ctrl+C to stop");
    expect(await typeWrong(streams, answer, row.wrong)).toEqual({
      hasAnswered: false,
      said: ending(row.says, "pick with the space bar"),
    });
    streams.type(keys.down, keys.enter);
    expect(await answer).toEqual(["Pear"]);
    streams.prompter.close();
  },
);

test.each([
  { typed: ["9", keys.enter, "3"], expected: "Plum" },
  { typed: ["word", keys.enter, "3."], expected: "Plum" },
  { typed: ["word", BACKSPACE, "3"], expected: "Plum" },
  { typed: ["9", keys.up], expected: "Apple" },
  { typed: ["\uff13"], expected: "Plum" },
])("after a wrong key, a valid choice is taken: $typed", async ({ typed, expected }) => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter();
  const answer = prompter.select(fruit);
  await waitFor("Ctrl+C to stop");
  type(...typed, keys.enter);
  expect(await answer).toBe(expected);
  expect(shown()).toContain(`Which one? ${expected}\n`);
  prompter.close();
});

test("numbers of two digits are reached in a long list", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const one = prompter.select({ message: "Which one?", choices: twelve });
  await waitFor("up/down or a number to move");
  type("1", "1", keys.enter);
  expect(await one).toBe("11");
  const several = prompter.multi({ message: "Which ones?", choices: twelve });
  await waitFor("space to pick");
  type("1", "2", "3", keys.enter);
  expect(await several).toEqual(["3", "12"]);
  prompter.close();
});

test.each([{ width: 80 }, { width: 50 }])(
  "in $width columns, the sentence leaves with the next key",
  async ({ width }) => {
    const { prompter, type, waitFor, shown } = await openStreamPrompter({ width });
    const answer = prompter.select(fruit);
    await waitFor("Ctrl+C to stop");
    type("9");
    await waitFor("There is no choice 9.");
    const from = shown().length;
    type(keys.down);
    await waitFor("> Pear");
    expect(shown().slice(from)).toMatch(/^\u001b\[B\r\u001b\[J\u001b\[A/);
    type(keys.enter);
    expect(await answer).toBe("Pear");
    prompter.close();
  },
);

test("the sentence leaves before a shell, and comes back with Enter", async () => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter();
  const answer = prompter.select(fruit);
  await waitFor("Ctrl+C to stop");
  type("9");
  await waitFor("There is no choice 9.");
  const from = shown().length;
  type("\u001a");
  await waitFor({ test: () => shown().slice(from).includes("Ctrl+C to stop") });
  expect(shown().slice(from)).toMatch(/^\u001b\[B\r\u001b\[J\u001b\[A\u001b\[\?2004l/);
  expect(shown().slice(from)).not.toContain("There is no choice");
  type(keys.enter);
  await waitFor({ test: () => shown().slice(from).includes("There is no choice 9.") });
  type(keys.down, keys.enter);
  expect(await answer).toBe("Pear");
  prompter.close();
});

test("one sentence at a time says what is wrong", async () => {
  const { prompter, type, waitFor, shown } = await openStreamPrompter();
  const answer = prompter.multi({ ...fruit, isRequired: true });
  await waitFor("Ctrl+C to stop");
  type(keys.enter);
  await waitFor("> Nothing is ticked yet.");
  type("9");
  await waitFor("> There is no choice 9.");
  const screen = shown().slice(shown().lastIndexOf("? Which one?"));
  expect(screen).toContain("> There is no choice 9.");
  expect(screen).not.toContain("Nothing is ticked");
  type("2", keys.enter);
  expect(await answer).toEqual(["Pear"]);
  prompter.close();
});

test("someone who types words is told which choice asks for them", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const own = { value: "own", label: "My own" };
  const answer = prompter.select({ ...fruit, choices: [...choices, own], own });
  await waitFor("Ctrl+C to stop");
  type("A quince", keys.enter);
  await waitFor(/Press an arrow key first, then choose "My own" to\s+type\s+your\s+words\./);
  type(keys.end, keys.enter);
  expect(await answer).toBe("own");
  prompter.close();
});

/** Asks for a text that starts with words, and types into it. */
async function typeInto(plain: boolean, ...typed: string[]) {
  const streams = await openStreamPrompter({ plain, terminal: true });
  const hint = "Enter keeps it";
  const question = { message: "Say a word.", hint, initial: "old words" };
  const answer = streams.prompter.text(question);
  await streams.waitFor("Typing adds to the text; Ctrl+U clears the line");
  await streams.waitFor(/(?:>|Enter:|so far:) [^\n]*old words/);
  await settle();
  streams.type(...typed, keys.enter);
  const text = await answer;
  streams.prompter.close();
  return text;
}

const looks = [{ plain: false }, { plain: true }];
const edits = [
  { typed: [], expected: "old words" },
  { typed: ["e", "r"], expected: "old wordser" },
  { typed: ["\u001b[200~pasted words\u001b[201~"], expected: "old wordspasted words" },
  { typed: [BACKSPACE, "k"], expected: "old wordk" },
  { typed: [LEFT, "X"], expected: "old wordXs" },
  { typed: ["\u001b[H", "X"], expected: "Xold words" },
  { typed: [keys.end, " X"], expected: "old words X" },
  { typed: ["<"], expected: "old words<" },
  { typed: ["\u001b[5~", "new"], expected: "old wordsnew" },
  { typed: ["\u0015", "new"], expected: "new" },
].flatMap((edit) => looks.map((look) => ({ ...edit, ...look })));

test.each(edits)("$typed in a text makes $expected (plain: $plain)", async (edit) => {
  expect(await typeInto(edit.plain, ...edit.typed)).toBe(edit.expected);
});

test.each([
  { typed: "9", says: "There is no choice 9. Please type" },
  { typed: "<", says: "There's nothing to go back to from here. Please type" },
  { typed: "2 of 2", says: "Please type" },
])("in plain lines, '$typed' is no choice", async ({ typed, says }) => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type(`${typed}\n1\n${typed}\n1\n`);
  expect(await prompter.select(fruit)).toBe("Apple");
  expect(shown()).toContain(`\n${says} a number from 1 to 5.`);
  expect(await prompter.multi(fruit)).toEqual(["Apple"]);
  expect(shown()).toContain(`\n${says} only numbers from 1 to 5.`);
});
