import { expect, test } from "vitest";
import type { Question } from "../../../src/domain/library/step.ts";
import { mergeChoices } from "../../../src/domain/project/joined-choices.ts";
import { stepOf } from "../../helpers/loop.ts";

const review = stepOf("review");
const [verdict] = review.questions;
if (!verdict) throw new Error("the review has a question");

/** Lists the choices of the verdict if these are the choices of the question that joins it. */
function listValues(choices: Question["choices"]): string[] {
  const questions = review.questions.map((question) =>
    question.joins ? { ...question, choices } : question,
  );
  const merged = verdict && mergeChoices({ ...review, questions }, verdict);
  return merged?.choices?.map(({ value }) => value) ?? [];
}

test("offers a choice once for each choice of the question that joins it", () => {
  expect(listValues([{ value: "gap", label: "A gap" }])).toEqual([
    ...["met", "not-met+gap", "cannot-tell"],
  ]);
});

test("takes no choice away if the question that joins it has none", () => {
  expect(listValues([])).toEqual(["met", "not-met", "cannot-tell"]);
  expect(listValues(undefined)).toEqual(["met", "not-met", "cannot-tell"]);
});
