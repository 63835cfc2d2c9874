import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runImport } from "../../src/commands/import.ts";
import { runUndo } from "../../src/commands/undo.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { unmarked } from "../../src/domain/project/answer-line.ts";
import type { Judgment } from "../../src/domain/project/judgment.ts";
import { findAnswer, type Project } from "../../src/domain/project/project.ts";
import { StepSession } from "../../src/domain/project/session.ts";
import {
  createLoopContext,
  entriesAt,
  library,
  progressWith,
  projectAfter,
  stepOf,
} from "../helpers/loop.ts";
import { noon } from "../helpers/samples.ts";
import { createTempFolder } from "../helpers/temp.ts";

const reviewed = projectAfter("spec", "brief", "review");
const IMPORTED = "The project was imported on Nov 22, 2026.";

/** Creates a team's folder with a review that leaves out the question for verdicts. */
function createPack(): string {
  const folder = createTempFolder(afterAll);
  mkdirSync(join(folder, "steps"));
  const questions = "questions: [{ id: mood, ask: How was it?, type: text, optional: true }]";
  const text = `---\ntitle: Ours\nsummary: ours\norder: 30\n${questions}\n---\n\nOurs.\n`;
  writeFileSync(join(folder, "steps/review.md"), text);
  return folder;
}

describe("with a team's folder that leaves out the verdicts", () => {
  const options = { content: [createPack()] };

  test("an agent's shell still can't judge", async () => {
    const env = { CLAUDECODE: "1" };
    const { run, bytes } = createLoopContext({ project: reviewed, options, env });
    const before = bytes();
    await expect(run("review", { answer: ["verdict.2=met"] })).rejects.toMatchObject({
      message: "Only the person can do this, in a terminal of their own.",
    });
    expect(bytes()).toBe(before);
  });

  test("a changed verdict still leaves a trace, on the page too", async () => {
    const { run, context, stdout } = createLoopContext({ project: reviewed, options });
    await run("review", { answer: ["verdict.2=met"] });
    await runUndo(context);
    await run("review", { print: true });
    expect(stdout()).toContain(
      "C2 was changed from not met to met on Nov 22, 2026 (by a command).",
    );
    expect(stdout()).toContain("C2 was changed from met to not met on Nov 22, 2026 (by an undo).");
  });
});

test("whatever the content says of a question, its answer says how it was given", () => {
  const project = projectAfter("spec", "brief");
  const review = stepOf("review");
  const questions = review.questions.map(({ verdicts: _, ...question }) => question);
  const step = { ...review, questions };
  const steps = library.steps.map((other) => (other.id === step.id ? step : other));
  const session = new StepSession({ ...library, steps }, progressWith(project), project, step);
  const asked = session.redoable.find(({ name }) => name === "verdict.1");
  const change = { now: noon(5), createId: () => "id", via: "flag" as const };
  const answered = asked && session.answer(asked, unmarked(["met"]), change);
  const [entry] = entriesAt(project, "spec.checks");
  expect(answered instanceof StepSession && findAnswer(answered.project, "review.verdict")).toEqual(
    { each: { [entry?.id ?? ""]: expect.objectContaining({ text: "met", via: "flag" }) } },
  );
});

/** Writes progress to import. */
function writeExport(...projects: Project[]): string {
  const file = join(createTempFolder(), "other.json");
  writeFileSync(file, JSON.stringify(progressWith(...projects)));
  return file;
}

/** Returns the project with a verdict of its second check that was given on a day. */
function judgedAgain(project: Project, text: string, day: number): Project {
  const verdict = structuredClone(project.answers.review?.verdict) as {
    each: Record<string, { text: string; at: string }>;
  };
  const [, second] = Object.values(verdict.each);
  Object.assign(second ?? {}, { text, at: noon(day).toISOString() });
  return {
    ...project,
    answers: { ...project.answers, review: { ...project.answers.review, verdict } },
  };
}

function withoutTraces({ judgments: _, ...project }: Project): Project {
  return project;
}

const madeUp: Judgment = {
  ...{ round: 1, question: "review.verdict", value: "met", via: "asked" },
  of: entriesAt(reviewed, "spec.checks")[1]?.id,
  at: noon(1).toISOString(),
};

const replace = { replace: true, yes: true };

test.each([
  { how: "a merge", options: {} },
  { how: "--replace", options: replace },
])("$how forgets no verdict, even one from before there were traces", async ({ options }) => {
  const { run, context, stdout } = createLoopContext({ project: withoutTraces(reviewed) });
  await runImport(context, writeExport(withoutTraces(judgedAgain(reviewed, "met", 21))), options);
  await run("review", { print: true });
  expect(stdout()).toContain("C2 was changed from not met to met on Nov 21, 2026.");
  expect(stdout()).toContain(IMPORTED);
});

test("--replace keeps the traces of a project that is on both sides", async () => {
  const { run, context, project } = createLoopContext({ project: reviewed });
  await run("review", { answer: ["verdict.2=met"] });
  await runImport(context, writeExport(withoutTraces(reviewed)), replace);
  expect(project().judgments?.filter(({ of }) => of === madeUp.of)).toMatchObject([
    { value: "not-met" },
    { value: "met", via: "flag" },
    { value: "not-met" },
  ]);
});

test("an import that drops a check, or gives it another id, leaves its verdict on the page", async () => {
  const { run, context, stdout } = createLoopContext({ project: reviewed });
  const { id = "" } = entriesAt(reviewed, "spec.checks")[1] ?? {};
  const renamed = JSON.parse(
    JSON.stringify(withoutTraces(judgedAgain(reviewed, "met", 21))).replaceAll(id, "other"),
  );
  await runImport(context, writeExport(renamed), {});
  await run("review", { print: true });
  expect(stdout()).toContain(
    "A check that was removed was not met until Nov 22, 2026 (changed by a file).",
  );
});

test("a verdict of a review that was never finished stays once the project is decided", async () => {
  const { run, context, stdout } = createLoopContext({ project: projectAfter("spec", "brief") });
  const names = ["verdict.1=met", "verdict.2=not-met", "verdict.3=met"];
  await run("review", { answer: names });
  await run("decide", { answer: ["verdict=keep", "because=It runs", "learned=A lot"] });
  await runUndo(context);
  await run("review", { answer: ["verdict.2=met"] });
  await run("review", { print: true });
  expect(stdout()).toContain("C2 was changed from not met to met on Nov 22, 2026 (by a command).");
});

test("an import that only adds a trace says that the project was imported", async () => {
  const { run, context, project, stdout } = createLoopContext({ project: reviewed });
  const { judgments = [] } = reviewed;
  const older = { ...reviewed, judgments: [madeUp, ...judgments] };
  await run("review", { answer: ["verdict.2=cannot-tell"] });
  await runImport(context, writeExport(older), {});
  expect(project().judgments).toContainEqual(madeUp);
  await run("review", { print: true });
  expect(stdout()).toContain(IMPORTED);
});

test("an import that brings no judgment says nothing", async () => {
  const { context, project } = createLoopContext({ project: withoutTraces(reviewed) });
  await runImport(context, writeExport(projectAfter("spec", "brief")), {});
  expect(project().importedAt).toBeUndefined();
});

test("undo keeps what an import added to the traces, and says where it is from", async () => {
  const { run, context, project, stdout } = createLoopContext({ project: reviewed });
  await runImport(context, writeExport(judgedAgain(reviewed, "met", 21)), {});
  await runUndo(context);
  expect(project().answers).toEqual(reviewed.answers);
  await run("review", { print: true });
  expect(stdout()).toContain("C2 was changed from met to not met on Nov 22, 2026 (by an undo).");
  expect(stdout()).toContain(IMPORTED);
});

test("importing a file again changes nothing, whatever was judged here before", async () => {
  const { run, context, read } = createLoopContext({ project: reviewed });
  await run("review", { answer: ["verdict.1=not-met"] });
  const { judgments = [] } = reviewed;
  const later = { ...madeUp, at: noon(23).toISOString() };
  const theirs = { ...judgedAgain(reviewed, "met", 23), judgments: [...judgments, later] };
  const file = writeExport(theirs);
  await runImport(context, file, {});
  const before: Progress = read();
  await runImport(context, file, {});
  expect(read()).toEqual(before);
});

const checks = entriesAt(reviewed, "spec.checks").map((entry) => ({ ...entry, id: "one" }));
const at = noon(2).toISOString();

test.each([
  {
    what: "two checks with one id",
    more: { answers: { spec: { checks: { entries: checks, at } } } },
    reason: 'two lines in "script" have the same id',
  },
  {
    what: "such checks in a past round",
    more: { rounds: [{ answers: { spec: { checks: { entries: checks, at } } }, endedAt: at }] },
    reason: 'two lines in "script" have the same id',
  },
  {
    what: "something in place of a hash",
    more: { folder: { path: "/w", files: { "BRIEF.md": { sha256: "x", round: 1, at } } } },
    reason: 'a SHA-256 in "script" isn\'t one',
  },
])("an import refuses $what", async ({ more, reason }) => {
  const { context, bytes } = createLoopContext({ project: reviewed });
  const before = bytes();
  const file = writeExport({ ...reviewed, ...more });
  for (const options of [{}, replace])
    await expect(runImport(context, file, options)).rejects.toThrow(reason);
  expect(bytes()).toBe(before);
});
