import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const NOTES = [
  "climbing wall thing, before i forget",
  "",
  "nobody knows who else needs a partner so people go home",
  "pagers we have, from the old cafe",
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
    "pagers we have, from the old cafe",
    "names off the screen when you leave",
  ]);
  const said = stderr().replace(/\s+/g, " ");
  expect(said).toContain("You can pick 2 of them where a question is open. The rest is only in");
});

test("a line that was picked for a text can be changed, and isn't offered again", async () => {
  const path = "pagers we have, from the old cafe";
  const { run, project } = createLoopContext({
    terminal: true,
    project: without("path", "constraints"),
    answers: [
      keepAll,
      { choose: path, startsOn: "own-words" },
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
      { choose: "own-words" },
      { type: "<" },
      { choose: "own-words", startsOn: "own-words" },
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
