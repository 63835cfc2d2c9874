import { expect, test } from "vitest";
import { openStreamPrompter } from "../helpers/prompter-streams.ts";
import { keys } from "../helpers/terminal.ts";

const choices = [
  { value: "a", label: "Apples" },
  { value: "b", label: "Bread" },
];

test.each([{ plain: false }, { plain: true }])(
  "Enter alone doesn't answer a list that needs a choice (plain: $plain)",
  async ({ plain }) => {
    const { prompter, type, waitFor, shown } = await openStreamPrompter({ plain, terminal: true });
    const answer = prompter.multi({ message: "Which ones?", choices, isRequired: true });
    await waitFor(/Bread[\s\S]*Ctrl\+C to stop|then press Enter: /);
    type(keys.enter);
    await waitFor(plain ? "Please type at least one number." : "> Nothing is ticked yet.");
    type(...(plain ? ["2\r"] : [keys.down, " ", keys.enter]));
    expect(await answer).toEqual(["b"]);
    expect(shown()).not.toContain("For none");
    prompter.close();
  },
);

test("a list in plain lines that needs a choice keeps the saved ones on Enter", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  const question = { message: "Which ones?", choices, initial: ["a"], isRequired: true };
  type("-\n\n");
  expect(await prompter.multi(question)).toEqual(["a"]);
  expect(shown()).toMatch(
    /1\. Apples \(chosen\)[\s\S]*To\s+leave\s+the\s+choice\s+as\s+it\s+is,\s+just\s+press\s+Enter: \nPlease type at least one number\.\n/,
  );
});

test.each([{ plain: false }, { plain: true }])(
  "says how to clear a line that holds the old answer (plain: $plain)",
  async ({ plain }) => {
    const { prompter, type, waitFor, shown } = await openStreamPrompter({ plain, terminal: true });
    const words = { message: "Say a word.", hint: "Change it" };
    const first = prompter.text({ ...words, initial: "old words" });
    await waitFor(/Change it\. Typing adds to the text; Ctrl\+U clears the line[\s\S]*old words/);
    type("\u0015", "new\r");
    expect(await first).toBe("new");
    const second = prompter.text(words);
    await waitFor(plain ? /Change it\n.*: $/ : />\u001b\[4G$/);
    type("x\r");
    await second;
    expect(shown().match(/Ctrl\+U/g)).toHaveLength(1);
    prompter.close();
  },
);

test("a pipe, which can't edit a line, hears nothing of Ctrl+U", async () => {
  const { prompter, type, shown } = await openStreamPrompter({ plain: true });
  type("\n");
  expect(await prompter.text({ message: "Say", hint: "Change it", initial: "old" })).toBe("old");
  expect(shown()).toContain("Current answer: old\nChange it, type - and press Enter to clear it");
});

const own = { value: "own", label: "Something else" };

/** Asks for fruit, ticks the lines at these places, and types words into the list. */
async function typeInList(places: readonly (number | string)[], ...typed: string[]) {
  const streams = await openStreamPrompter();
  const { prompter, type, waitFor } = streams;
  const picked = prompter.multi({ message: "Which?", choices: [...choices, own], own });
  await waitFor(/Something else[\s\S]*Ctrl\+C to stop/);
  type(...places.map(String), ...typed);
  return { ...streams, picked };
}

test.each([["A login"], ["A", " ", "l", "ogin"], ["\u001b[200~A login\u001b[201~"]])(
  "text typed in a list goes to the line after it: %j",
  async (...typed) => {
    const { prompter, picked, type, waitFor } = await typeInList([1, 3], ...typed);
    expect(await picked).toEqual(["a", "own"]);
    const line = prompter.text({ message: "Line 2:", hint: "Enter ends" });
    await waitFor("A login");
    type(" page", "\r");
    expect(await line).toBe("A login page");
    prompter.close();
  },
);

test.each([
  { initial: "A map", expected: "A map; A login page" },
  { initial: "A map.", expected: "A map. A login page" },
])("text typed in a list is added to $initial: $expected", async ({ expected, ...start }) => {
  const drawn = await typeInList([3], "A login page");
  await drawn.picked;
  const line = drawn.prompter.text({ message: "Your answer:", hint: "Enter ends", ...start });
  await drawn.waitFor(`> ${expected}`);
  drawn.type("\r");
  expect(await line).toBe(expected);
  drawn.prompter.close();
  const { prompter, type } = await openStreamPrompter({ plain: true });
  type("A login page\n");
  await prompter.select({ message: "Which?", choices: [...choices, own], own });
  expect(await prompter.text({ message: "Say", hint: "Go", ...start })).toBe(expected);
});

test("a sentence in a list ticks nothing with its numbers", async () => {
  const { prompter, picked, type, waitFor } = await typeInList([3, keys.up], ..."12 rows fail");
  expect(await picked).toEqual(["own"]);
  const line = prompter.text({ message: "Line 1:", hint: "Enter ends" });
  await waitFor("12 rows fail");
  type("\r");
  expect(await line).toBe("12 rows fail");
  prompter.close();
});

test("text typed in a list says what to tick first, and goes nowhere else", async () => {
  const { prompter, picked, type, waitFor, shown } = await typeInList([1], ..."login 2");
  await waitFor('> To type a line, first tick "Something else"');
  type("\r", "\r", keys.down, "\r");
  expect(await picked).toEqual(["a"]);
  const line = prompter.text({ message: "Line 2:", hint: "Enter ends" });
  await waitFor(/>\u001b\[4G$/);
  type("x", "\r");
  expect(await line).toBe("x");
  expect(shown()).not.toContain("login");
  prompter.close();
});
