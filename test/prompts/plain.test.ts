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

test("lists numbered choices and confirms the chosen one", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("2\n");
  expect(await prompter.select(fruit)).toBe("pear");
  expect(shown()).toBe(
    "Which one?\n  1. Apple: red\n  2. Pear\n" +
      "Type a number from 1 to 2, then press Enter: \nYou chose: Pear\n\n",
  );
});

test("puts a hint in parentheses behind a label that has a colon", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  const label = "Not met: the agent missed it";
  type("1\n");
  await prompter.select({ ...fruit, choices: [{ value: "a", label, hint: "the spec said it" }] });
  expect(shown()).toContain("  1. Not met: the agent missed it (the spec said it)\n");
});

test.each(["2", "2.", "2)", " 2 ", "\uff12"])("chooses the second for '%s'", async (typed) => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type(`${typed}\n`);
  expect(await prompter.select(fruit)).toBe("pear");
});

test.each(["0", "3", "-1", "1.5", "pear", "", "1 2"])("asks again for '%s'", async (wrong) => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type(`${wrong}\n1\n`);
  expect(await prompter.select(fruit)).toBe("apple");
  expect(shown().match(/Please type a number/g)).toHaveLength(1);
  expect(shown().match(/Which one\?\n {2}1\. Apple/g)).toHaveLength(2);
});

test("queues early lines for the next questions", async () => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type("1\r\n  some words  \r\n\r\n2");
  expect(await prompter.select(fruit)).toBe("apple");
  expect(await prompter.text(words)).toBe("some words");
  expect(await prompter.text(words)).toBe("");
});

test("accepts a last line without a line break, then stops the questions", async () => {
  const { prompter, input, type } = await openStreamPrompter({ plain: true });
  type("2");
  input.end();
  expect(await prompter.select(fruit)).toBe("pear");
  await expect(prompter.select(fruit)).rejects.toBeInstanceOf(StoppedError);
  await expect(prompter.text(words)).rejects.toBeInstanceOf(StoppedError);
});

test("stops the questions at the end of input", async () => {
  const { prompter, input, shown, waitFor } = await openStreamPrompter({ plain: true });
  const outcome = prompter.text(words).catch((error: unknown) => error);
  await waitFor("Type your answer");
  input.end();
  expect(await outcome).toBeInstanceOf(StoppedError);
  expect(shown().endsWith("then press Enter: \n")).toBe(true);
});

test("ends with 129 if the input breaks off", async () => {
  const { prompter, input, waitFor } = await openStreamPrompter({ plain: true });
  const outcome = prompter.text(words).catch((error: unknown) => error);
  await waitFor("Type your answer");
  input.destroy(new Error("EIO"));
  expect(await outcome).toMatchObject({ exitCode: 129 });
});

test("writes no escape sequences and shows control characters as symbols", async () => {
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

test("leaves no listeners behind after many questions", async () => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  const warnings: string[] = [];
  const onWarning = ({ name }: Error) => void warnings.push(name);
  process.on("warning", onWarning);
  for (let count = 0; count < 30; count++) {
    const answer = prompter.text(words);
    type("word\n");
    expect(await answer).toBe("word");
  }
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off("warning", onWarning);
  expect(warnings).toEqual([]);
});

test.each(["pear", "apple 2", "a", "1 pear", "12"])(
  "several: asks again for '%s'",
  async (wrong) => {
    const { prompter, type, shown } = await openStreamPrompter({ plain: true });
    type(`${wrong}\n2\n`);
    expect(await prompter.multi(fruit)).toEqual(["pear"]);
    expect(shown().match(/Please type only numbers from 1 to 2/g)).toHaveLength(1);
  },
);

test("marks the answer so far, which no cursor shows", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("1\n");
  await prompter.select({ ...fruit, answer: "pear", initial: "pear" });
  expect(shown()).toContain("  1. Apple: red\n  2. Pear (your answer so far)\n");
});

test("several: says in words what choosing none does", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("\n");
  expect(await prompter.multi({ ...fruit, none: "keep all of this" })).toEqual([]);
  expect(shown()).toMatch(
    /To keep all of\s+this, just press Enter: \nYou chose: keep all of this\n/,
  );
});

test("several: marks what is chosen already, and Enter keeps it", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("\n");
  expect(await prompter.multi({ ...fruit, initial: ["pear"] })).toEqual(["pear"]);
  expect(shown()).toContain("  2. Pear (chosen)\n");
  expect(shown()).toMatch(
    /To\s+leave\s+the\s+choice\s+as\s+it\s+is,\s+just\s+press\s+Enter\.\s+For\s+none,\s+type -: /,
  );
});

const own = { value: "own", label: "Something else" };
const fruitOrOwn = { ...fruit, choices: [...fruit.choices, own], own };
const SENTENCE = "a yellow quince from the garden";

test("a sentence typed at a menu is the text of the choice that asks for one", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type(`${SENTENCE}\n2\nplum\n`);
  expect(await prompter.select(fruitOrOwn)).toBe("own");
  expect(await prompter.text(words)).toBe(SENTENCE);
  expect(shown()).toContain(`You chose: Something else\n\nSay a word.\nYou typed: ${SENTENCE}\n\n`);
  expect(await prompter.select(fruitOrOwn)).toBe("pear");
  expect(await prompter.text(words)).toBe("plum");
});

test("several: lines that are pasted are kept, and so is what was chosen", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter({ plain: true, terminal: true });
  const picked = prompter.multi({ ...fruitOrOwn, initial: ["pear"] });
  await waitFor("press Enter");
  type(`\u001b[200~${SENTENCE}\nsome more\u001b[201~`, "\r");
  expect(await picked).toEqual(["pear", "own"]);
  expect(await prompter.text(words)).toBe(`${SENTENCE}\nsome more`);
  prompter.close();
});

test.each(["something else", "Something", "pear and 1?"])(
  "'%s' isn't an answer in words",
  async (typed) => {
    const { prompter, type, shown } = await openStreamPrompter({ plain: true });
    type(`${typed}\n2\n`);
    const question = typed.includes("?") ? fruit : fruitOrOwn;
    expect(await prompter.select(question)).toBe("pear");
    expect(shown()).toMatch(
      /Please type a number from 1 to \d\. The words you typed weren't\s+taken\./,
    );
    expect(shown().match(/Which one\?/g)).toHaveLength(2);
  },
);

test("several: says that a sentence wasn't taken where no text is asked for", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type(`${SENTENCE}\n2\n`);
  expect(await prompter.multi(fruit)).toEqual(["pear"]);
  expect(shown()).toContain("numbers from 1 to 2. The words you typed weren't taken.");
});

test("names the answer so far that stands in the line", async () => {
  const streams = await openStreamPrompter({ plain: true, terminal: true });
  const { prompter, type, shown, waitFor } = streams;
  const answer = prompter.text({ ...words, initial: "pear" });
  await waitFor("so far: pear");
  type(" tree\r");
  expect(await answer).toBe("pear tree");
  expect(shown()).toContain("then press Enter:\nYour answer so far: pear tree\n");
  prompter.close();
});

test.each([
  { width: 50, initial: "", lines: "then press Enter:\nplum\n" },
  { width: 50, initial: "big ", lines: "then press Enter:\nYour answer so far:\nbig plum\n" },
  { width: 80, initial: "", lines: "then press Enter: plum\n" },
])("in $width columns, what is typed after '$initial' has room", async (given) => {
  const { width, initial, lines } = given;
  const { prompter, type, shown, waitFor } = await openStreamPrompter({
    ...{ plain: true, terminal: true, width },
  });
  const answer = prompter.text({ ...words, initial });
  await waitFor(`Enter:${initial && "\nYour answer so far:"}`);
  type("plum\r");
  await answer;
  expect(shown()).toContain(lines);
  prompter.close();
});

test("Enter keeps the answer so far, and the question says so", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("\n");
  expect(await prompter.select({ ...fruit, answer: "pear" })).toBe("pear");
  expect(shown().replace(/\s+/g, " ")).toContain(
    "then press Enter. To leave the choice as it is, just press Enter: You chose: Pear",
  );
});

test("several: words don't go to another question where the list is full", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type(`${SENTENCE}\n\nplum\n`);
  const full = { ...fruitOrOwn, initial: ["apple", "pear"], max: 2 };
  expect(await prompter.multi(full)).toEqual(["apple", "pear"]);
  expect(shown()).toContain("The words you typed weren't taken.");
  expect(await prompter.text(words)).toBe("plum");
});

test("words that no text asked for are dropped at the next list", async () => {
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type(`${SENTENCE}\n2\nplum\n`);
  expect(await prompter.select(fruitOrOwn)).toBe("own");
  expect(await prompter.select(fruit)).toBe("pear");
  expect(await prompter.text(words)).toBe("plum");
});
