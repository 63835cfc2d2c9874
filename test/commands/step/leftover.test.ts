import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askCandidates } from "../../../src/commands/step/candidates.ts";
import { askQuestion } from "../../../src/commands/step/question.ts";
import type { MultiQuestion } from "../../../src/prompts/prompter.ts";
import {
  createLoopContext,
  newProject,
  sampleAnswers,
  stepOf,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const NOTES = [
  "climbing wall thing, before i forget",
  "",
  "problem: nobody knows who else needs a partner so people go home",
  "wish: a pager that beeps when it is your turn",
  "names off the screen when you leave",
  "what about the summer?",
  "",
  "Timeline: two weeks in the spring",
].join("\n");

function writeNotes(): string {
  const file = join(createTempFolder(), "notes.txt");
  writeFileSync(file, NOTES);
  return file;
}

/** A project whose spec lacks the problem and these answers. */
function without(...ids: string[]) {
  const given = Object.entries(sampleAnswers.spec ?? {});
  const answers = given.filter(([id]) => id !== "problem" && !ids.includes(id));
  return takeStep(newProject(), "spec", Object.fromEntries(answers));
}

const keepAll: ScriptedAnswer = { mark: [] };

test("lines of notes without a place can be picked for a list", async () => {
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: without("constraints"),
    answers: [keepAll, { mark: ["names off the screen when you leave"] }],
  });
  await run("spec", { from: writeNotes() });
  expect(project().answers.spec?.constraints).toMatchObject({
    entries: [{ text: "names off the screen when you leave" }],
  });
  expect(project().unplaced).toEqual([
    "wish: a pager that beeps when it is your turn",
    "names off the screen when you leave",
  ]);
  const said = stderr().replace(/\s+/g, " ");
  expect(said).toContain(
    "To pick from in spec (1 line) - line 5: names off the screen when you leave Found no place (",
  );
});

test("a line that was picked for a text can be changed, and isn't offered again", async () => {
  const path = "wish: a pager that beeps when it is your turn";
  const { run, project } = createLoopContext({
    terminal: true,
    project: without("path", "constraints"),
    answers: [
      keepAll,
      { mark: [path], startsOn: [] },
      { type: path, startsOn: path },
      { mark: ["names off the screen when you leave"] },
    ],
  });
  await run("spec", { from: writeNotes() });
  expect(project().answers.spec?.path).toMatchObject({ text: path });
});

test("other words can be typed, and < leads to the lines again", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: without("path"),
    answers: [
      keepAll,
      { mark: ["own-words"] },
      { type: "<" },
      { mark: ["own-words"], startsOn: ["own-words"] },
      { type: "You tap your name, and the pager of the next person beeps." },
    ],
  });
  await run("spec", { from: writeNotes() });
  expect(project().answers.spec?.path).toMatchObject({ text: expect.stringMatching(/^You tap/) });
});

test("in a script, lines without a place are only in the notes", async () => {
  const { run, stderr } = createLoopContext({ project: without() });
  await run("spec", { from: writeNotes() });
  expect(stderr().replace(/\s+/g, " ")).toContain("These 5 lines are only in");
});

const ABOUT_PEOPLE = "names and phone numbers of the managers are in the export";
const WITH_PEOPLE = [
  "# Venue hours",
  "",
  "Problem: nobody knows which hours are right.",
  "Constraints: never write to the live list",
  "",
  "## Team and risks",
  "",
  `- ${ABOUT_PEOPLE}`,
].join("\n");

function writeWithPeople(): string {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, WITH_PEOPLE);
  return file;
}

test("a line about people's data is offered where the constraints are filled in already", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: without("constraints"),
    answers: [
      keepAll,
      {
        mark: ["never write to the live list", ABOUT_PEOPLE],
        startsOn: ["never write to the live list"],
      },
    ],
  });
  await run("spec", { from: writeWithPeople() });
  expect(project().answers.spec?.constraints).toMatchObject({
    entries: [{ text: "never write to the live list" }, { text: ABOUT_PEOPLE }],
  });
});

test("a line about people's data can be left out with Enter", async () => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: without("constraints"),
    answers: [keepAll, { mark: ["never write to the live list"] }],
  });
  await run("spec", { from: writeWithPeople() });
  expect(project().answers.spec?.constraints).toMatchObject({
    entries: [{ text: "never write to the live list" }],
  });
});

test("what a list of notes lacks stands on a line of its own", async () => {
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, "# Hours\n\nDone when: Ola needs less than 30 minutes.\n");
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: newProject(),
    answers: ["stop"],
  });
  await run("spec", { from: file }).catch(() => undefined);
  expect(stderr()).toMatch(/Ola needs less than 30 minutes\.\n +! This needs at least 3 lines\./);
});

test("the good lines of a slice come before those of the notes", async () => {
  const question = stepOf("spec").questions.find(({ cuts }) => cuts);
  if (!question) throw new Error("No question cuts");
  const shown: string[] = [];
  const multi = async <T extends string>({ choices }: MultiQuestion<T, string>): Promise<T[]> => {
    shown.push(...choices.map(({ label }) => label));
    return choices.slice(0, 1).map(({ value }) => value);
  };
  const unused = () => Promise.reject(new Error("Only the list is asked for"));
  await askCandidates(question, {
    prompter: { multi, select: unused, text: unused, close: () => {} },
    ...{ say: () => {}, showEntries: () => {}, keep: () => {}, showExample: undefined },
    ...{ settle: async (text) => ({ text, marks: [] }), today: new Date(0), prompt: undefined },
    ...{ initial: [], draft: undefined, max: undefined, canGoBack: false },
    ...{ candidates: ["Logins", "Mail"], leftover: ["maybe later: a map"] },
  });
  expect(shown).toEqual(["Logins", "Mail", "maybe later: a map", "Something else"]);
});

test("names each line that a text was joined from, and what is asked about a line", async () => {
  const file = join(createTempFolder(), "notes.md");
  const lines = [
    "- Ola retypes 40 orders by hand each week.",
    "- Then he types the same again for the driver.",
  ];
  writeFileSync(
    file,
    ["# Hours", "", "## Problem", ...lines, "", "## Checks", "- It is fast"].join("\n"),
  );
  const loop = createLoopContext({ terminal: true, project: newProject(), answers: ["stop"] });
  await loop.run("spec", { from: file }).catch(() => undefined);
  expect(loop.stderr()).toMatch(
    /Problem +Ola retypes .* week\.\n +Then he types the same again for the driver\.\n/,
  );
  expect(loop.stderr()).toContain("It is fast (spec shows a note on this)");
});

test("one line too many brings the same list back, with each line once", async () => {
  const found = stepOf("spec").questions.find(({ cuts }) => cuts);
  if (!found) throw new Error("No question cuts");
  const candidates = ["Logins", "Mail"];
  const leftover = ["maybe later: a map"];
  const shown: string[][] = [];
  const said: string[] = [];
  const multi = async <T extends string>({ choices }: MultiQuestion<T, string>): Promise<T[]> => {
    shown.push(choices.map(({ label, hint = "" }) => `${label} ${hint}`));
    return choices.slice(0, shown.length === 1 ? 3 : 2).map(({ value }) => value);
  };
  const unused = () => Promise.reject(new Error("Only the list is asked for"));
  const reply = await askQuestion(
    { ...found, max: 2 },
    {
      prompter: { multi, select: unused, text: unused, close: () => {} },
      ...{ showEntries: () => {}, keep: () => {}, showExample: undefined },
      ...{ settle: async (text) => ({ text, marks: [] }), today: new Date(0), prompt: undefined },
      ...{ initial: [], draft: undefined, max: undefined, canGoBack: false },
      ...{ candidates, leftover, say: (text) => said.push(text) },
    },
  );
  expect(said).toEqual([expect.stringContaining("takes at most 2 lines. You have 3.")]);
  expect(shown).toHaveLength(2);
  expect(shown[1]).toEqual(shown[0]);
  expect(reply).toMatchObject([{ text: "Logins" }, { text: "Mail" }]);
});

test("a line of the notes that is in the answer already is listed once", async () => {
  const found = stepOf("spec").questions.find(({ cuts }) => cuts);
  if (!found) throw new Error("No question cuts");
  const shown: string[] = [];
  const multi = async <T extends string>({ choices }: MultiQuestion<T, string>): Promise<T[]> => {
    shown.push(...choices.map(({ label, hint }) => (hint ? `${label} (${hint})` : label)));
    return choices.slice(0, 1).map(({ value }) => value);
  };
  const unused = () => Promise.reject(new Error("Only the list is asked for"));
  await askCandidates(found, {
    prompter: { multi, select: unused, text: unused, close: () => {} },
    ...{ say: () => {}, showEntries: () => {}, keep: () => {}, showExample: undefined },
    ...{ settle: async (text) => ({ text, marks: [] }), today: new Date(0), prompt: undefined },
    ...{ initial: [{ text: "a map", marks: [] }], draft: undefined, max: undefined },
    ...{ candidates: [], leftover: ["a map", "a bell"], canGoBack: false },
  });
  expect(shown.slice(0, -1)).toEqual(["a map", "a bell (from your notes, not in it yet)"]);
});
