import { expect, test } from "vitest";
import { unmarked } from "../../../src/domain/project/answer-line.ts";
import { StepSession } from "../../../src/domain/project/session.ts";
import {
  library,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  stepOf,
  takeStep,
} from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

let ids = 0;
const change = { now: noon(8), createId: () => `new-${++ids}`, via: "asked" as const };

function open(step: string, project = newProject()): StepSession {
  return new StepSession(library, progressWith(project), project, stepOf(step));
}

function find(session: StepSession, name: string) {
  const question = session.redoable.find((candidate) => candidate.name === name);
  if (!question) throw new Error(`The step does not ask ${name}`);
  return question;
}

function answer(session: StepSession, name: string, texts: string[], because?: string) {
  return session.answer(find(session, name), unmarked(texts), { ...change, because });
}

test("a new step has every question open, in the order of the content", () => {
  const session = open("spec");
  expect(session.open.map(({ name }) => name)).toEqual(
    stepOf("spec").questions.map(({ id }) => id),
  );
});

test("an answer leaves the old session as it was", () => {
  const before = open("spec");
  const after = answer(before, "problem", ["Priya joins two exports by hand."]);
  expect(before.open).toHaveLength(9);
  expect(after).toBeInstanceOf(StepSession);
  expect((after as StepSession).open.map(({ name }) => name)).not.toContain("problem");
  expect((after as StepSession).progress.projects[0]).toBe((after as StepSession).project);
});

test("the marks of a line are saved with it, and come back with it", () => {
  const session = open("spec");
  const lines = [
    { text: "It is fast.", marks: ["opinion"] },
    { text: "It stops at hour 4.", marks: [] },
    { text: "The report has 12 rows.", marks: [] },
  ];
  const after = session.answer(find(session, "checks"), lines, change) as StepSession;
  expect(find(after, "checks").lines).toEqual(lines);
  const again = after.answer(find(after, "checks"), find(after, "checks").lines, change);
  expect(again).toMatchObject({ project: { answers: { spec: after.project.answers.spec } } });
});

test.each([
  {
    name: "an invalid answer",
    session: open("brief", projectAfter("spec")),
    question: "prediction",
    texts: ["4"],
    kind: "invalid",
    message: '"4" isn\'t an answer to "Prediction".',
  },
  {
    name: "a change to a locked step without a reason",
    session: open("spec", projectAfter("spec", "brief")),
    question: "bet",
    texts: ["Something else."],
    kind: "needs-reason",
    message: 'The brief is written, so a change to "Bet" needs a reason.',
  },
  {
    name: "a change to a closed project",
    session: open("handoff", projectAfter("spec", "brief", "review", "handoff", "decide")),
    question: "faked",
    texts: ["The rate"],
    kind: "closed",
    message: '"Monday report" (script) is finished, so "Faked" can\'t be changed anymore.',
  },
])("refuses $name and says why", ({ session, question, texts, kind, message }) => {
  expect(answer(session, question, texts)).toMatchObject({ kind, message });
});

test("a verdict on a check that was removed meanwhile is refused", () => {
  const checks = [1, 2, 3, 4, 5].map((hour) => `At hour ${hour} the report has ${hour} rows.`);
  const specified = takeStep(newProject(), "spec", { ...sampleAnswers.spec, checks });
  const briefed = takeStep(specified, "brief", { prediction: 3 });
  const asked = find(open("review", briefed), "verdict.5");
  const shorter = answer(open("spec", briefed), "checks", checks.slice(0, 3), "Simpler");
  const review = open("review", (shorter as StepSession).project);
  const result = review.answer(asked, unmarked(["met"]), change);
  expect(result).toMatchObject({ kind: "gone" });
});

test("reopens the same project in other progress, unless it is gone", () => {
  const session = open("brief", projectAfter("spec"));
  const renamed = { ...session.project, title: "Weekly report" };
  expect(session.reopen(progressWith(newProject({ uid: "b" }), renamed))?.project.title).toBe(
    "Weekly report",
  );
  expect(session.reopen(progressWith(newProject({ uid: "b" })))).toBeUndefined();
});

test("a step is finished only when nothing is missing", () => {
  const session = open("brief", projectAfter("spec"));
  expect(session.finish(noon(8))).toBe(session);
  expect(session.missing).toEqual(["prediction"]);
  const answered = answer(session, "prediction", ["2"]) as StepSession;
  expect(answered.finish(noon(8)).project).toMatchObject({ locked: ["spec"] });
});

test("the sample answers go through every step", () => {
  const project = projectAfter(...Object.keys(sampleAnswers));
  expect(project.closed?.as).toBe("done");
});
