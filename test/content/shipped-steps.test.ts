import { expect, test } from "vitest";
import { findQuestion } from "../../src/domain/library/step.ts";
import { listQuestionInstances } from "../../src/domain/project/question-instance.ts";
import { library, newProject, sampleAnswers, stepOf, steps, takeStep } from "../helpers/loop.ts";

const questionIds = {
  spec: "problem evidence bet path not-building constraints checks edges stop",
  brief: "prediction",
  review: "verdict saw cause held tried unasked red-flags",
  handoff: "engineer faked run packages questions status not-asking owner expiry reply",
  decide: "result verdict because learned",
};

test("has the question ids that flags and answer files use", () => {
  expect(library.problems).toEqual([]);
  const found = steps.map(({ id, questions }) => [
    id,
    questions.map((question) => question.id).join(" "),
  ]);
  expect(Object.fromEntries(found)).toMatchObject(questionIds);
});

test.each([
  ["review.verdict", "met not-met cannot-tell"],
  ["review.cause", "spec-gap agent-miss changed-mind needs-engineering"],
  ["handoff.status", "throwaway reference candidate"],
  ["decide.verdict", "keep revise hand-over kill"],
])("offers these answers to %s: %s", (reference, values) => {
  expect(
    findQuestion(steps, reference)
      ?.choices?.map(({ value }) => value)
      .join(" "),
  ).toBe(values);
});

test("finishes every step with 24 questions, plus those per check", () => {
  let asked = 0;
  let project = newProject();
  for (const { id } of steps) {
    project = takeStep(project, id, sampleAnswers[id] ?? {});
    expect(project.finished).toHaveProperty(id);
    asked += listQuestionInstances(project, stepOf(id)).filter(({ entry }) => !entry).length;
  }
  expect(project.closed?.as).toBe("done");
  expect(asked).toBeLessThanOrEqual(24);
});
