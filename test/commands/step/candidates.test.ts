import { expect, test } from "vitest";
import { textsOf } from "../../../src/domain/project/project.ts";
import { createLoopContext, library, newProject, takeStep } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const atList = takeStep(newProject(), "spec", { problem: "P", evidence: "E", bet: "B", path: "P" });
const fromSlice = ["Scheduling or sending the report", "A screen with buttons", "A database"];

const ownHint =
  "Press Enter on an empty line to finish; " +
  '"1: new text" changes line 1, "-1" deletes it. Type < to go back';

const cases: { name: string; answers: ScriptedAnswer[]; lines: string[] }[] = [
  {
    name: "some of them",
    answers: [{ mark: ["A database", "A screen with buttons"] }],
    lines: ["A screen with buttons", "A database"],
  },
  {
    name: "some of them and own lines",
    answers: [{ mark: ["A database", "own-lines"] }, { type: "A login" }, { type: "" }],
    lines: ["A database", "A login"],
  },
  {
    name: "own lines only",
    answers: [{ mark: ["own-lines"] }, { type: "A login" }, { type: "" }],
    lines: ["A login"],
  },
  {
    name: "own lines, goes back to the list, and keeps them",
    answers: [
      { mark: ["A database", "own-lines"] },
      { type: "A login", asked: "Your own line 2:" },
      { type: "<", hint: ownHint, asked: "Your own line 3:" },
      { mark: ["A screen with buttons", "own-lines"], startsOn: ["A database", "own-lines"] },
      { type: "", asked: "Your own line 3:" },
    ],
    lines: ["A screen with buttons", "A login"],
  },
  {
    name: "own lines, goes back to the list, and leaves them out",
    answers: [
      { mark: ["own-lines"] },
      { type: "A login" },
      { type: "<" },
      { mark: ["A database"], startsOn: ["own-lines"] },
    ],
    lines: ["A database"],
  },
];

test.each(cases)("a person picks $name", async ({ answers, lines }) => {
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: atList,
    answers: [...answers, "stop"],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(textsOf(project().answers.spec?.["not-building"])).toEqual(lines);
  expect(stderr().match(/What tempting things/g)).toHaveLength(1);
  expect(stderr()).not.toContain("From the slice");
});

test.each([
  { slice: "script", lines: fromSlice },
  { slice: "own", lines: ["Sign-in and user accounts", "Saving anything between runs"] },
])("good lines come from the slice $slice, else from the question", async ({ slice, lines }) => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: { ...atList, slice },
    answers: [{ mark: lines }, "stop"],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(textsOf(project().answers.spec?.["not-building"])).toEqual(lines);
});

test("the limit is told before anything is picked, and own lines count as well", async () => {
  const own = takeStep(newProject(), "spec", { problem: "P", evidence: "E", bet: "B", path: "P" });
  const spec = library.steps.find(({ id }) => id === "spec");
  const { candidates = [], max = 0 } =
    spec?.questions.find(({ id }) => id === "not-building") ?? {};
  const first = candidates.slice(0, max);
  const { run, project, stderr } = createLoopContext({
    terminal: true,
    project: { ...own, slice: "own" },
    answers: [
      { mark: [...first, "own-lines"], asked: `Pick up to ${max}:` },
      { mark: first, startsOn: [...first, "own-lines"] },
      "stop",
    ],
  });
  await expect(run("spec")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr().replace(/\s+/g, " ")).toContain(
    `at most ${max} lines, and "Something else" counts as 1. You have ${max + 1}.`,
  );
  expect(first).toHaveLength(max);
  expect(textsOf(project().answers.spec?.["not-building"])).toEqual(first);
});

test("answering again edits the lines instead of picking", async () => {
  const listed = takeStep(atList, "spec", { "not-building": ["A login", "A database"] });
  const { run, project } = createLoopContext({
    terminal: true,
    project: listed,
    answers: [{ type: "-1" }, { type: "" }],
  });
  await run("spec", { redo: "not-building" });
  expect(textsOf(project().answers.spec?.["not-building"])).toEqual(["A database"]);
});

test("a list that needs a line takes no empty pick", async () => {
  const { run } = createLoopContext({ terminal: true, project: atList, answers: [{ mark: [] }] });
  await expect(run("spec")).rejects.toThrow("needs at least one choice");
});
