import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAnswers, parseAnswersFile } from "../../../src/commands/step/named-answers.ts";
import {
  createLoopContext,
  eachAt,
  entriesAt,
  newProject,
  projectAfter,
  sampleAnswers,
  sampleChecks,
  stepOf,
} from "../../helpers/loop.ts";

const closed = projectAfter("spec", "brief", "review", "handoff", "decide");

test("saves answers from flags, names what's open and leaves stdout empty", async () => {
  const { run, project, stdout, stderr } = createLoopContext({ project: newProject() });
  await run("spec", {
    answer: ["problem= Priya joins 2 files ", "checks=One", "checks=Two", "checks=Three"],
  });
  expect(project().answers.spec).toMatchObject({
    problem: { text: "Priya joins 2 files" },
    checks: { entries: [{ text: "One" }, { text: "Two" }, {}] },
  });
  expect(stdout()).toBe("");
  expect(stderr()).toBe(
    "Saved. Still open: Bet, What it does, Not building, Constraints, Edge cases and Stop rule.\n" +
      "Next: builder-pm spec (6 questions still open)\n",
  );
});

test("the questions still open are as many as their names", async () => {
  const project = projectAfter("spec", "brief", "review");
  const { run, stderr } = createLoopContext({ project });
  await run("handoff", { answer: ["engineer=Mira"] });
  expect(stderr()).toContain("Saved. Still open: Faked.\n");
  expect(stderr()).toContain("Next: builder-pm handoff (1 question still open)\n");
});

test("a file holds lists, numbers and a verdict per check, and flags override it", async () => {
  const { run, project, home, stdout } = createLoopContext({
    project: projectAfter("spec", "brief"),
  });
  const file = join(home, "review.json");
  writeFileSync(file, `\uFEFF${JSON.stringify(sampleAnswers.review)}`);
  await run("review", { answers: file, answer: ["verdict.3=met"] });
  expect(eachAt(project(), "review.verdict").map(({ text }) => text)).toEqual([
    "met",
    "not-met",
    "met",
  ]);
  expect(stdout()).toContain("Expected 3 of 3 checks to be met; 2 were.");
});

test("reads numbers, yes and no, and skips null entries in a file", () => {
  const text = '{"faked": ["a", 2], "status": true, "questions": []}';
  expect([...parseAnswersFile(text, "-", stepOf("handoff"))]).toEqual([
    ["faked", ["a", "2"]],
    ["status", ["yes"]],
    ["questions", []],
  ]);
  const review = parseAnswersFile(
    '{"cause": [null, "spec-gap"], "verdict.2": "met"}',
    "-",
    stepOf("review"),
  );
  expect([...review.keys()]).toEqual(["cause.2", "verdict.2"]);
});

test("the text of a flag may contain =, and a repeated name adds a line", () => {
  expect([...parseAnswers(["bet=a=b", "edges=x", "edges=y"])]).toEqual([
    ["bet", ["a=b"]],
    ["edges", ["x", "y"]],
  ]);
});

const written = projectAfter("spec");
const briefed = projectAfter("spec", "brief");

test("checks.2 changes one check and keeps its id", async () => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("spec", { answer: ["checks.2=It stops."], because: " Too long " });
  const [amendment] = project().amendments;
  expect(amendment).toMatchObject({
    because: "Too long",
    before: { length: 3 },
    after: { 1: "It stops." },
  });
  const ids = (of: typeof briefed) => entriesAt(of, "spec.checks").map(({ id }) => id);
  expect(ids(project())).toEqual(ids(briefed));
});

test("the same text again is not a change and needs no reason", async () => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("spec", { answer: [`problem=${sampleAnswers.spec?.problem}`] });
  expect(project().amendments).toEqual([]);
});

test("keeps an empty answer from a flag with a mark, for one entry too", async () => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("review", { answer: ["verdict.1=met", "saw.1=", "tried="] });
  expect(eachAt(project(), "review.saw")[0]).toMatchObject({ text: "", marks: ["empty"] });
  expect(project().answers.review?.tried).toMatchObject({ text: "", marks: ["empty"] });
});

test.each(["spec", "brief", "review", "handoff", "decide"])(
  "%s --print changes nothing and prints the page",
  async (id) => {
    const { run, bytes, stdout } = createLoopContext({ project: closed });
    const before = bytes();
    await run(id, { print: true });
    expect(bytes()).toBe(before);
    expect(stdout()).toContain("Monday report");
  },
);

test("--json prints every question with its answer, what's open and the next step", async () => {
  const { run, stdout, stderr, bytes } = createLoopContext({
    project: briefed,
    words: ["review", "--json"],
  });
  const before = bytes();
  await run("review", { json: true });
  const state = JSON.parse(stdout());
  expect(state).toMatchObject({
    version: 1,
    step: "review",
    finished: null,
    locked: false,
    project: { id: "script", round: 1 },
    open: ["verdict.1", "saw.1", "verdict.2", "saw.2", "verdict.3", "saw.3", "tried"],
    nextStep: { command: 'builder-pm log "what happened" --minutes 30' },
  });
  expect(state.questions[0]).toEqual({
    id: "verdict.1",
    ask: "Is this check met?",
    type: "select",
    help: expect.stringContaining("Run it yourself, "),
    example: [],
    choices: ["met", "not-met", "cannot-tell"],
    for: sampleChecks[0],
    answer: [],
    answered: false,
    proposed: [],
    from: null,
  });
  expect({ stderr: stderr(), same: bytes() === before }).toEqual({ stderr: "", same: true });
});

test("--json with answers saves them and prints only the state", async () => {
  const { run, stdout, stderr, project } = createLoopContext({
    project: written,
    words: ["brief", "--json"],
  });
  await run("brief", { json: true, answer: ["prediction=1"] });
  expect(JSON.parse(stdout())).toMatchObject({ finished: expect.any(String), open: [] });
  expect(stderr()).toBe("");
  expect(project().locked).toEqual(["spec"]);
});

test.each(["2 of 3", "2/3", "\uff12", " 2 "])(
  "reads the prediction %j as 2, from a flag and a prompt",
  async (text) => {
    const flag = createLoopContext({ project: projectAfter("spec") });
    await flag.run("brief", { answer: [`prediction=${text}`] });
    expect(flag.project().answers.brief?.prediction).toMatchObject({ text: "2" });
    const prompt = createLoopContext({
      terminal: true,
      project: projectAfter("spec"),
      answers: [{ type: text }],
    });
    await prompt.run("brief");
    expect(prompt.project().answers.brief?.prediction).toMatchObject({ text: "2" });
  },
);
