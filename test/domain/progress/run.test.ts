import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyProgress } from "../../../src/domain/progress/progress.ts";
import {
  countCompletion,
  countRun,
  currentAnswers,
  findOpenRun,
  finishedRuns,
  type GivenAnswer,
  openRun,
  recordAnswers,
  runForSingleAnswers,
} from "../../../src/domain/progress/run.ts";
import { answered, checklistOf, noon, progressOf, runOf } from "../../helpers/samples.ts";

const two = checklistOf("problem", "slice");
const stamp = { now: noon(9), id: "new" };
const at9 = noon(9).toISOString();

test("adds an open run for the first answer", () => {
  const run = openRun(two, stamp);
  const after = recordAnswers(emptyProgress, two, run, { problem: { answer: "yes" } }, noon(9));
  expect(after).toEqual({
    version: 2,
    runs: [
      {
        id: "new",
        checklist: "weekly",
        startedAt: at9,
        answers: { problem: { answer: "yes", answeredAt: at9 } },
      },
    ],
    projects: [],
  });
  expect(emptyProgress.runs).toEqual([]);
});

test("finishes the run with its last answer", () => {
  const progress = progressOf(runOf("a", { problem: answered("yes") }, { open: true }));
  const open = findOpenRun(progress, two);
  const after = recordAnswers(
    progress,
    two,
    open ?? openRun(two, stamp),
    { slice: { answer: "not-yet" } },
    noon(9),
  );
  expect(after.runs).toHaveLength(1);
  expect(after.runs[0]).toMatchObject({ id: "a", finishedAt: at9 });
  expect(findOpenRun(after, two)).toBeUndefined();
});

test("continues the newest open run of the same checklist", () => {
  const other = { ...runOf("other", {}, { open: true }), checklist: "monthly" };
  const progress = progressOf(
    runOf("a", {}, { open: true }),
    runOf("b", {}, { open: true }),
    other,
  );
  expect(findOpenRun(progress, two)?.id).toBe("b");
  expect(findOpenRun(progressOf(other, runOf("c", {})), two)).toBeUndefined();
});

test.each([
  {
    name: "a new open run before the first check",
    runs: [],
    expected: { id: "new", startedAt: at9, answers: {} },
  },
  {
    name: "the open run",
    runs: [runOf("a", { problem: answered("yes") }), runOf("b", {}, { open: true })],
    expected: runOf("b", {}, { open: true }),
  },
  {
    name: "a finished copy of the last answers after a finished run",
    runs: [runOf("a", { problem: answered("yes"), slice: answered("partly") })],
    expected: {
      id: "new",
      finishedAt: at9,
      answers: { problem: answered("yes"), slice: answered("partly") },
    },
  },
])("records single answers in the right run: $name", ({ runs, expected }) => {
  const run = runForSingleAnswers(progressOf(...runs), two, stamp);
  expect(run).toMatchObject(expected);
  expect("finishedAt" in run).toBe("finishedAt" in expected);
});

test("keeps the old run if a finished check gets a single answer", () => {
  const old = runOf("a", {
    problem: answered("yes", { evidence: "14 tickets" }),
    slice: answered("partly"),
  });
  const progress = progressOf(old);
  const run = runForSingleAnswers(progress, two, stamp);
  const after = recordAnswers(progress, two, run, { slice: { answer: "yes" } }, noon(9));
  expect(after.runs[0]).toEqual(old);
  expect(after.runs[1]).toMatchObject({ id: "new", finishedAt: at9 });
  expect(after.runs[1]?.answers.problem).toEqual(old.answers.problem);
  expect(after.runs[1]?.answers.slice).toEqual({ answer: "yes", answeredAt: at9 });
});

test("keeps a run finished if the checklist gets a new item", () => {
  const three = checklistOf("problem", "slice", "spec");
  const progress = progressOf(runOf("a", { problem: answered("yes"), slice: answered("yes") }));
  expect(findOpenRun(progress, three)).toBeUndefined();
  const run = runForSingleAnswers(progress, three, stamp);
  const after = recordAnswers(progress, three, run, { problem: { answer: "partly" } }, noon(9));
  expect(findOpenRun(after, three)).toBeUndefined();
  expect(after.runs.map(({ finishedAt }) => finishedAt)).toEqual([noon(1).toISOString(), at9]);
  expect(countRun(progress.runs[0] ?? run)).toEqual({ total: 2, answered: 2, done: 2, partly: 0 });
});

const before = answered("yes", { evidence: "14 tickets" });
test.each<{
  name: string;
  given: GivenAnswer;
  expected: object | undefined;
  from?: typeof before | undefined;
}>([
  {
    name: "kept if only the answer is given",
    given: { answer: "partly" },
    expected: { evidence: "14 tickets" },
  },
  {
    name: "replaced by new text",
    given: { evidence: "20 tickets" },
    expected: { evidence: "20 tickets" },
  },
  { name: "removed by empty text", given: { evidence: "" }, expected: { answer: "yes" } },
  { name: "removed by not yet", given: { answer: "not-yet" }, expected: { answer: "not-yet" } },
  {
    name: "ignored for not yet",
    given: { answer: "not-yet", evidence: "x" },
    expected: { answer: "not-yet" },
  },
  {
    name: "ignored without an answer",
    given: { evidence: "x" },
    expected: undefined,
    from: undefined,
  },
])("evidence is $name", ({ given, expected, ...rest }) => {
  const from = "from" in rest ? rest.from : before;
  const progress = progressOf(runOf("a", from ? { problem: from } : {}, { open: true }));
  const run = findOpenRun(progress, two) ?? openRun(two, stamp);
  const saved = recordAnswers(progress, two, run, { problem: given }, noon(9)).runs[0]?.answers
    .problem;
  if (expected === undefined) return expect(saved).toBeUndefined();
  expect(saved).toEqual({ answer: given.answer ?? "yes", answeredAt: at9, ...expected });
});

test("keeps the evidence of an earlier run for a new answer", () => {
  const progress = progressOf(runOf("a", { problem: before, slice: before }));
  const after = recordAnswers(
    progress,
    two,
    openRun(two, stamp),
    { problem: { answer: "yes" } },
    noon(9),
  );
  expect(after.runs[1]?.answers).toEqual({ problem: { ...before, answeredAt: at9 } });
});

test("keeps unknown ids and fields", () => {
  const run = { ...runOf("a", { gone: answered("yes") }, { open: true }), mood: "calm" };
  const progress = { ...progressOf(run), colour: "green" };
  const after = recordAnswers(progress, two, run, { problem: { answer: "yes" } }, noon(9));
  expect(after).toMatchObject({
    colour: "green",
    runs: [{ mood: "calm", answers: { gone: answered("yes") } }],
  });
  expect(countCompletion(two, currentAnswers(after, two))).toEqual({
    total: 2,
    answered: 1,
    done: 1,
    partly: 0,
  });
});

test("returns the newest answers of all runs of a checklist", () => {
  const progress = progressOf(
    runOf("a", { problem: answered("yes"), slice: answered("partly") }),
    { ...runOf("x", { slice: answered("not-yet") }), checklist: "monthly" },
    runOf("b", { problem: answered("not-yet", { day: 2 }) }, { day: 2, open: true }),
  );
  expect(currentAnswers(progress, two)).toEqual({
    problem: answered("not-yet", { day: 2 }),
    slice: answered("partly"),
  });
  expect(finishedRuns(progress, two).map(({ id }) => id)).toEqual(["a"]);
});

const givenAnswers = fc.dictionary(
  fc.constantFrom("problem", "slice", "gone"),
  fc.record(
    { answer: fc.constantFrom("yes", "partly", "not-yet"), evidence: fc.string() },
    { requiredKeys: ["answer"] },
  ),
);

test("never changes a finished run, and finishes a run exactly when it is complete", () => {
  fc.assert(
    fc.property(fc.array(givenAnswers, { maxLength: 8 }), (steps) => {
      let progress = emptyProgress;
      for (const [index, given] of steps.entries()) {
        const run = runForSingleAnswers(progress, two, { now: noon(1), id: `run-${index}` });
        const finished = finishedRuns(progress, two);
        progress = recordAnswers(
          progress,
          two,
          run,
          given as Record<string, GivenAnswer>,
          noon(index + 1),
        );
        expect(progress.runs.slice(0, finished.length)).toEqual(finished);
      }
      for (const { finishedAt, answers } of progress.runs) {
        expect(finishedAt !== undefined).toBe(Boolean(answers.problem && answers.slice));
      }
    }),
  );
});
