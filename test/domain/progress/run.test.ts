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

test("the first answer adds an open run", () => {
  const run = openRun(two, stamp);
  const after = recordAnswers(emptyProgress, two, run, { problem: { answer: "yes" } }, noon(9));
  expect(after).toEqual({
    version: 1,
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

test("the last open answer finishes the run, at that time", () => {
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

test("the newest open run is the one that goes on, and runs of another checklist are none of it", () => {
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
    name: "before the first walk: a new open run",
    runs: [],
    want: { id: "new", startedAt: at9, answers: {} },
  },
  {
    name: "while a run is open: that one",
    runs: [runOf("a", { problem: answered("yes") }), runOf("b", {}, { open: true })],
    want: runOf("b", {}, { open: true }),
  },
  {
    name: "after a finished run: a finished copy of the last answers",
    runs: [runOf("a", { problem: answered("yes"), slice: answered("partly") })],
    want: {
      id: "new",
      finishedAt: at9,
      answers: { problem: answered("yes"), slice: answered("partly") },
    },
  },
])("single answers go into the right run, $name", ({ runs, want }) => {
  const run = runForSingleAnswers(progressOf(...runs), two, stamp);
  expect(run).toMatchObject(want);
  expect("finishedAt" in run).toBe("finishedAt" in want);
});

test("a single answer on a finished check leaves the old run as it was", () => {
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

test("a finished run stays finished when the checklist gains an item", () => {
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
  want: object | undefined;
  from?: typeof before | undefined;
}>([
  {
    name: "kept when only the answer is given",
    given: { answer: "partly" },
    want: { evidence: "14 tickets" },
  },
  {
    name: "replaced by new words",
    given: { evidence: "20 tickets" },
    want: { evidence: "20 tickets" },
  },
  { name: "taken away by empty words", given: { evidence: "" }, want: { answer: "yes" } },
  { name: "dropped by not yet", given: { answer: "not-yet" }, want: { answer: "not-yet" } },
  {
    name: "not taken by not yet",
    given: { answer: "not-yet", evidence: "x" },
    want: { answer: "not-yet" },
  },
  { name: "nothing without an answer", given: { evidence: "x" }, want: undefined, from: undefined },
])("evidence is $name", ({ given, want, ...rest }) => {
  const from = "from" in rest ? rest.from : before;
  const progress = progressOf(runOf("a", from ? { problem: from } : {}, { open: true }));
  const run = findOpenRun(progress, two) ?? openRun(two, stamp);
  const saved = recordAnswers(progress, two, run, { problem: given }, noon(9)).runs[0]?.answers
    .problem;
  if (want === undefined) return expect(saved).toBeUndefined();
  expect(saved).toEqual({ answer: given.answer ?? "yes", answeredAt: at9, ...want });
});

test("evidence of an earlier run comes along when the same item is answered afresh", () => {
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

test("ids and fields that this version does not know are kept", () => {
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

test("the newest answer counts, over all runs of the checklist", () => {
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

test("whatever is answered in whatever order: no finished run changes, and a run is finished exactly when complete", () => {
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
