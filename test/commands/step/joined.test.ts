import { expect, test } from "vitest";
import {
  createLoopContext,
  eachAt,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const briefed = projectAfter("spec", "brief");
const reviewed = projectAfter("spec", "brief", "review");
const decided = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", {
  ...sampleAnswers.decide,
  verdict: "revise",
});

const judged = (project: typeof briefed) => ({
  verdicts: eachAt(project, "review.verdict").map(({ text }) => text),
  causes: Object.values(project.answers.review?.cause ?? {}).flatMap((each) =>
    Object.values(each as Record<string, { text: string }>).map(({ text }) => text),
  ),
});

test("one choice answers the verdict and the cause, as one change", async () => {
  const answers = [{ choose: "not-met+changed-mind" }, "stop" as const];
  const { run, project, read } = createLoopContext({ terminal: true, project: briefed, answers });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(judged(project())).toEqual({ verdicts: ["not-met"], causes: ["changed-mind"] });
  expect((read() as unknown as { undo: { past: unknown[] } }).undo.past).toHaveLength(1);
});

test.each([
  {
    answer: ["verdict.1=not-met", "cause.1=spec-gap"],
    verdicts: ["not-met"],
    causes: ["spec-gap"],
  },
  { answer: ["verdict.1=not-met"], verdicts: ["not-met"], causes: [] },
  { answer: ["verdict.1=met"], verdicts: ["met"], causes: [] },
])("flags give the two answers one by one: $answer", async ({ answer, verdicts, causes }) => {
  const { run, project } = createLoopContext({ project: briefed });
  await run("review", { answer });
  expect(judged(project())).toEqual({ verdicts, causes });
});

test("a script can't give the choice of the screen", async () => {
  const { run, bytes } = createLoopContext({ project: briefed });
  const before = bytes();
  await expect(run("review", { answer: ["verdict.1=not-met+spec-gap"] })).rejects.toMatchObject({
    message: expect.stringContaining('"not-met+spec-gap" isn\'t an answer to "Verdict'),
    exitCode: 2,
  });
  expect(bytes()).toBe(before);
});

/** What was seen is asked again with another verdict, but not with another cause. */
const sawFault: ScriptedAnswer = { type: "It came out empty." };

test.each([
  { number: 1, startsOn: "met" },
  { number: 2, startsOn: "not-met+spec-gap" },
  { number: 3, startsOn: "cannot-tell" },
])("--redo verdict.$number starts at $startsOn", async ({ number, startsOn }) => {
  const { run, project } = createLoopContext({
    terminal: true,
    project: reviewed,
    answers: [{ choose: "not-met+agent-miss", startsOn }, ...(number === 2 ? [] : [sawFault])],
  });
  await run("review", { redo: `verdict.${number}` });
  expect(eachAt(project(), "review.cause")).toContainEqual(
    expect.objectContaining({ text: "agent-miss" }),
  );
});

test('"You said last round" shows words, never ids', async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: takeStep(decided, "brief", { prediction: 3 }),
    answers: [{ mark: [] }, "stop"],
  });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toMatch(/You said last round\s+- Not met: my spec didn't say/);
  expect(stderr()).not.toMatch(/not-met|spec-gap|own-login/);
});

test("a verdict that becomes met drops the cause it had", async () => {
  const { run, project } = createLoopContext({ project: reviewed });
  expect(judged(project()).causes).toEqual(["spec-gap"]);
  await run("review", { answer: ["verdict.2=met", "saw.2=It stops, with a line."] });
  expect(judged(project())).toEqual({ verdicts: ["met", "met", "cannot-tell"], causes: [] });
});

test("an old file's verdict with the cause of another one is shown in words", async () => {
  const project = takeStep(decided, "brief", { prediction: 3 });
  const [round] = project.rounds;
  const verdict = JSON.stringify(round?.answers.review?.verdict).replace('"not-met"', '"met"');
  const review = { ...round?.answers.review, verdict: JSON.parse(verdict) };
  const old = { ...project, rounds: [{ ...round, answers: { ...round?.answers, review } }] };
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: old as typeof project,
    answers: ["stop"],
  });
  await expect(run("review", { redo: "verdict.2" })).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).toMatch(/You said last round\s+- Met/);
  expect(stderr()).not.toContain("+spec-gap");
});

test("going back passes over a cause that was chosen with its verdict", async () => {
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: briefed,
    answers: [
      ...[{ choose: "not-met+agent-miss" }, sawFault, { choose: "back" }],
      { type: "It came out empty, twice.", startsOn: "It came out empty." },
      ...[{ choose: "met" }, "stop" as const],
    ],
  });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr()).not.toContain("Why wasn't this check met?");
});

test("a cause that is asked for by itself has the number of its verdict", async () => {
  const answer = ["verdict.1=not-met", "saw.1=It came out empty."];
  const script = createLoopContext({ project: briefed });
  await script.run("review", { answer });
  const { run, stderr } = createLoopContext({
    terminal: true,
    project: script.project(),
    answers: [{ choose: "agent-miss", asked: "Why wasn't" }, "stop"],
  });
  await expect(run("review")).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr().match(/Question \d+ of 10/g)).toEqual(["Question 1 of 10", "Question 3 of 10"]);
});
