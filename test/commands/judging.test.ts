import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agentVariables } from "../../src/agent-shell.ts";
import { runExport } from "../../src/commands/export.ts";
import { runImport } from "../../src/commands/import.ts";
import { runLog } from "../../src/commands/log/command.ts";
import { runReset } from "../../src/commands/reset.ts";
import { runStart } from "../../src/commands/start/command.ts";
import { runUndo } from "../../src/commands/undo.ts";
import { createTestContext } from "../helpers/context.ts";
import {
  createLoopContext,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
  withPasses,
} from "../helpers/loop.ts";
import { createTempFolder } from "../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");
const CHANGED = "C2 was changed from not met to met on Nov 22, 2026";

function writeAnswers(answers: unknown): string {
  const file = join(createTempFolder(), "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  return file;
}

test("a verdict that changes later shows in review, handoff, export and JSON", async () => {
  const { run, context, stdout } = createLoopContext({ project: reviewed });
  await run("review", { answer: ["verdict.2=met"] });
  expect(stdout()).toContain(`${CHANGED} (by a command).`);
  await run("handoff", { answer: ["engineer=Mira", "faked=The rate"] });
  expect(stdout().split(CHANGED)).toHaveLength(3);
  await runExport(context, { project: "script" });
  expect(stdout().split(CHANGED)).toHaveLength(4);
});

test("the JSON of a review has each verdict with its changes", async () => {
  const { run, stdout } = createLoopContext({ project: reviewed, words: ["review", "--json"] });
  await run("review", { answer: ["verdict.2=met"], json: true });
  expect(JSON.parse(stdout()).checks).toMatchObject([
    { id: "C1", verdict: "met", via: "asked", changes: [] },
    {
      ...{ id: "C2", verdict: "met", via: "flag" },
      changes: [{ from: "not-met", to: "met", via: "flag", at: "2026-11-22T12:00:00.000Z" }],
    },
    { id: "C3", verdict: "cannot-tell", via: "asked", changes: [] },
  ]);
});

test.each([
  { step: "brief", before: ["spec"], answers: { prediction: 3 }, via: "file" },
  { step: "decide", before: ["spec", "brief", "review", "handoff"], via: "file" },
])("the JSON of $step says how it was answered", async ({ step, before, answers, via }) => {
  const { run, stdout } = createLoopContext({
    project: projectAfter(...before),
    words: [step, "--json"],
  });
  await run(step, { answers: writeAnswers(answers ?? sampleAnswers[step]), json: true });
  expect(JSON.parse(stdout())).toMatchObject({ via, changes: [] });
});

test("a page says which judgments nobody was asked for, and when they came at once", async () => {
  const { run, stdout } = createLoopContext({ project: projectAfter("spec") });
  await run("brief", { answer: ["prediction=3"] });
  await run("review", { answers: writeAnswers(sampleAnswers.review) });
  const page = stdout().replace(/\s+/g, " ");
  expect(page).toContain(
    "The answer for the prediction was given by a command, without being asked for.",
  );
  expect(page).toContain(
    "The answers for C1, C2 and C3 were read from a file, without being asked for.",
  );
  expect(page).toContain("came less than a minute apart, and nobody was asked for either.");
});

test("a review that a person was asked for says nothing of it", async () => {
  const { run, stdout } = createLoopContext({ project: reviewed });
  await run("review");
  expect(stdout()).not.toContain("How this was judged");
});

test("undo leaves the verdict that it takes back on the page", async () => {
  const { run, context, stdout } = createLoopContext({ project: reviewed });
  await run("review", { answer: ["verdict.2=met"] });
  await runUndo(context);
  await run("review", { print: true });
  expect(stdout()).toContain("C2 was changed from met to not met on Nov 22, 2026 (by an undo).");
});

test("two changes in a row can be undone, with a trace of each", async () => {
  const { run, context, project } = createLoopContext({ project: projectAfter("spec") });
  await run("brief", { answer: ["prediction=3"] });
  await runUndo(context);
  await runUndo(context);
  await run("brief", { answer: ["prediction=1"] });
  expect(project().judgments).toMatchObject([{ value: "3" }, { value: null }, { value: "1" }]);
});

test("undo doesn't take a project away in which something was predicted", async () => {
  const { run, context, project } = createLoopContext();
  await runStart(context, "script", {});
  await run("spec", { answers: writeAnswers(sampleAnswers.spec) });
  await run("brief", { answer: ["prediction=3"] });
  const undoAll = async () => {
    for (;;) await runUndo(context);
  };
  await expect(undoAll()).rejects.toMatchObject({
    message: expect.stringContaining("has a prediction or a verdict, so it can't be undone"),
    fix: "You can end it: builder-pm decide --project script",
  });
  expect(project().answers).toEqual({});
  expect(project().judgments).toMatchObject([{ value: "3", via: "flag" }, { value: null }]);
});

test("undo may take back a project that an import brought", async () => {
  const { context, read } = createLoopContext();
  const file = join(createTempFolder(), "progress.json");
  writeFileSync(file, JSON.stringify(progressWith(reviewed)));
  await runImport(context, file, {});
  await runUndo(context);
  expect(read().projects).toEqual([]);
});

test("an imported project says so, and an import can't drop a changed verdict", async () => {
  const { run, context, stdout } = createLoopContext({ project: reviewed });
  const file = join(createTempFolder(), "edited.json");
  const verdict = structuredClone(reviewed.answers.review?.verdict) as {
    each: Record<string, { text: string; at: string }>;
  };
  const [, second] = Object.values(verdict.each);
  Object.assign(second ?? {}, { text: "met", at: "2026-11-21T12:00:00.000Z" });
  const answers = { ...reviewed.answers, review: { ...reviewed.answers.review, verdict } };
  const { judgments: _, ...edited } = { ...reviewed, answers };
  writeFileSync(file, JSON.stringify(progressWith(edited)));
  await runImport(context, file, {});
  await run("review", { print: true });
  expect(stdout()).toContain("C2 was changed from not met to met on Nov 21, 2026.");
  expect(stdout()).toContain("The project was imported on Nov 22, 2026.");
});

const YOURS = "Only the person can do this, in a terminal of their own.";

test.each([
  ...Object.keys(agentVariables).map((name) => [name, "1"] as const),
  ...["0", "false", " "].map((value) => ["CLAUDECODE", value] as const),
])('in a shell with %s="%s", flags judge nothing', async (name, value) => {
  const { run, bytes } = createLoopContext({ project: reviewed, env: { [name]: value } });
  const before = bytes();
  await expect(run("review", { answer: ["verdict.2=met"] })).rejects.toMatchObject({
    message: YOURS,
    exitCode: 1,
    fix: expect.stringMatching(
      /ask the person\.\n.*This judgment is yours: run it in your own terminal\.\nbuilder-pm review/,
    ),
  });
  expect(bytes()).toBe(before);
});

const env = { CLAUDECODE: "1" };

test.each([
  { step: "brief", before: ["spec"], options: { answer: ["prediction=3"] } },
  { step: "spec", before: ["spec", "brief"], options: { answer: ["bet=1 to 2"], because: "x" } },
  {
    step: "decide",
    before: ["spec", "brief", "review", "handoff"],
    options: { answer: ["verdict=keep"] },
  },
])("an agent's shell can't answer $step by flag", async ({ step, before, options }) => {
  const { run, bytes } = createLoopContext({ project: projectAfter(...before), env });
  const saved = bytes();
  await expect(run(step, options)).rejects.toMatchObject({ message: YOURS, exitCode: 1 });
  await expect(
    run(step, { answers: writeAnswers({ verdict: "keep", prediction: 3, bet: "x" }) }),
  ).rejects.toMatchObject({ exitCode: expect.any(Number) });
  expect(bytes()).toBe(saved);
});

test("an agent's shell may draft what judges nothing, and read", async () => {
  const { run, stdout, project } = createLoopContext({ project: newProject(), env });
  const problem = "Priya joins two exports by hand, 42 minutes on June 1.";
  await run("spec", { answer: [`problem=${problem}`] });
  expect(project().proposed).toMatchObject({ "spec.problem": { lines: [problem] } });
  await run("spec", { print: true });
  expect(stdout()).toContain("# Monday report: spec");
});

test("a person who is asked in a terminal judges in any shell", async () => {
  const { run, project } = createLoopContext({
    ...{ terminal: true, project: projectAfter("spec"), env },
    answers: [{ type: "3" }],
  });
  await run("brief");
  expect(project().answers.brief?.prediction).toMatchObject({ text: "3", via: "asked" });
});

test("what a person was asked for in an agent's shell says where", async () => {
  const { run, stdout } = createLoopContext({
    ...{ terminal: true, project: reviewed, env },
    answers: [{ choose: "met" }, "stop"],
  });
  await expect(run("review", { redo: "verdict.2" })).rejects.toMatchObject({ exitCode: 130 });
  await run("review", { print: true });
  expect(stdout()).toContain("The answer for C2 was asked for in a coding agent's shell.");
});

test("an agent's shell can't undo, reset or import", async () => {
  const { context, file } = createTestContext({ saved: progressWith(reviewed), env });
  await expect(runUndo(context)).rejects.toMatchObject({ message: YOURS, exitCode: 1 });
  await expect(runReset(context, { yes: true })).rejects.toMatchObject({ message: YOURS });
  await expect(runImport(context, file, {})).rejects.toMatchObject({ message: YOURS });
  await runImport(context, file, { dryRun: true });
});

test("an agent's shell can't give itself more time", async () => {
  const { context, bytes } = createLoopContext({
    project: withPasses(projectAfter("spec", "brief"), 240),
    env: { CLAUDECODE: "1" },
  });
  const before = bytes();
  const more = { extend: "60", because: "The person said so" };
  await expect(runLog(context, undefined, more)).rejects.toThrow("Only the person can do this");
  expect(bytes()).toBe(before);
});

test("an agent's shell can't allow a secret, nor read a brief before the guess", async () => {
  const spec = { ...sampleAnswers.spec, constraints: ["Mails priya@acme.com", "Reads two files"] };
  const project = takeStep(newProject(), "spec", spec);
  const { run, bytes } = createLoopContext({ project, env: { CLAUDECODE: "1" } });
  const before = bytes();
  await expect(run("brief", { print: true })).rejects.toThrow("the person guesses first");
  const briefed = takeStep(project, "brief", { prediction: 2 }, 3);
  const later = createLoopContext({ project: briefed, env: { CLAUDECODE: "1" } });
  await expect(later.run("brief", { print: true, allow: ["1"] })).rejects.toThrow(
    "Only the person",
  );
  expect(bytes()).toBe(before);
  expect(later.read().allowed).toBeUndefined();
});
