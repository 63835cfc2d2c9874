import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readCommandLine, runProgram } from "../../src/program.ts";
import { loadSixProjects } from "../fixtures/six-projects.ts";
import { createTestContext, type TestSettings } from "../helpers/context.ts";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { readProgress } from "../helpers/store.ts";

const six = await loadSixProjects();

/** Runs a command line and returns its results. */
async function run(words: string[], settings: TestSettings = {}) {
  const test = createTestContext({ ...settings, words });
  await runProgram(test.context, readCommandLine(words), "1.2.3");
  return { ...test, text: test.stdout() };
}

test("status --history shows checks and projects and changes nothing", async () => {
  const { text, file, stderr } = await run(["status", "--history"], { saved: six });
  expect(text).toContain("  1 of 5, then 2 of 5, then 2 of 5, then 4 of 5\n");
  expect(text).toContain("You expected 23 of 27 checks to be met; 18 were.");
  expect(text).toContain("Cause (7 answers): My spec didn't say (4);");
  expect(stderr()).toBe("");
  expect(readProgress(file)).toEqual(six);
});

test("an answer to an item removed from the checklist is shown under its id", async () => {
  const answer = {
    answer: "partly",
    evidence: "Priya saw it",
    answeredAt: "2026-08-31T08:40:00.000Z",
  } as const;
  const [first, ...others] = six.runs;
  if (!first) throw new Error("the fixture has runs");
  const saved = {
    ...six,
    runs: [{ ...first, answers: { ...first.answers, demo: answer } }, ...others],
  };
  expect((await run(["status", "--history"], { saved })).text).toContain(
    "No longer on the checklist: demo (partly).",
  );
  const { goneItems } = JSON.parse((await run(["status", "--history", "--json"], { saved })).text);
  expect(goneItems).toEqual([{ id: "demo", ...answer }]);
  expect((await run(["export"], { saved })).text).toContain("- demo: Partly: Priya saw it\n");
});

test("status names the way to the history once something has ended, at a terminal", async () => {
  const hint = "\n  See your history: builder-pm status --history\n";
  expect((await run(["status"], { saved: six, terminal: true })).stderr()).toBe(hint);
  expect((await run(["status"], { saved: six })).stderr()).toBe("");
  expect(
    (await run(["status"], { saved: { ...six, projects: [] }, terminal: true })).stderr(),
  ).toBe("");
});

test("status --history with no history prints one sentence and the command", async () => {
  const { text, home } = await run(["status", "--history"]);
  expect(text.trim().split("\n")).toHaveLength(3);
  expect(text).toContain("builder-pm check");
  expect(readdirSync(home)).toEqual([]);
});

test("status --history --json holds all that the screen shows", async () => {
  const { text } = await run(["status", "--history", "--json"], { saved: six });
  const { version, checks, projects, predictions, counts, changesAfterBrief, median } =
    JSON.parse(text);
  expect({ version, check: checks.at(-1) }).toEqual({
    version: 1,
    check: { finishedAt: "2026-11-16T08:30:00.000Z", total: 5, done: 4, partly: 1 },
  });
  expect(projects[1]).toMatchObject({
    id: "clickable",
    closed: { as: "done" },
    minutesToFirstPass: 360,
    minutesToDecision: 6060,
    predictions: [
      { round: 1, expected: 3, total: 4, met: 2 },
      { round: 2, expected: 4, total: 4, met: 4 },
    ],
  });
  expect(projects[3].budget).toEqual({
    minutes: { used: 265, limit: 240 },
    passes: { used: 4, limit: 4 },
  });
  expect(predictions).toMatchObject({ expected: 23, total: 27, met: 18, tendency: "too-many" });
  expect(counts[0].answers[0]).toEqual({
    value: "spec-gap",
    label: "My spec didn't say",
    count: 4,
  });
  expect(changesAfterBrief[0]).toEqual({ step: "spec", question: "checks", count: 3 });
  expect(median).toEqual({ minutesToFirstPass: 900, minutesToDecision: 8235 });
});

test("status --history --json with no history has empty lists and no rates", async () => {
  const { text } = await run(["status", "--history", "--json"]);
  expect(JSON.parse(text)).toEqual({
    version: 1,
    checklist: "reality-check",
    checks: [],
    goneItems: [],
    projects: [],
    predictions: null,
    claims: { counted: 0, overclaimed: 0, rate: null, agents: [], kinds: [] },
    counts: [],
    changesAfterBrief: [],
    median: { minutesToFirstPass: null, minutesToDecision: null },
    practice: null,
  });
});

test("status says what the person expects, and not to a coding agent", async () => {
  const saved = progressWith(projectAfter("spec", "brief"));
  const expects = "You expected 3 of 3 checks to be met.";
  expect((await run(["status"], { saved })).text).toContain(expects);
  const seen = await run(["status"], { saved, env: { CLAUDECODE: "1" } });
  expect(seen.text).toContain("Monday report");
  expect(seen.text).not.toContain("expected");
});
