import { expect, test } from "vitest";
import { listAskings } from "../../src/domain/asking.ts";
import { findQuestion } from "../../src/domain/step.ts";
import { listPlaceholders } from "../../src/domain/template.ts";
import { library, newProject, sampleAnswers, slices, stepOf, steps, takeStep } from "../helpers/loop.ts";

const questionIds = {
  spec: "problem evidence bet path not-building constraints checks edges engineer stop",
  brief: "prediction",
  review: "verdict saw cause tried unasked red-flags",
  handoff: "faked questions status not-asking owner expiry reply",
  decide: "verdict because learned",
};

test("the steps have no problems, and their questions have the ids that flags and answers files use", () => {
  expect(library.problems).toEqual([]);
  const found = steps.map(({ id, questions }) => [id, questions.map((question) => question.id).join(" ")]);
  expect(Object.fromEntries(found)).toEqual(questionIds);
  expect(steps.map(({ id }) => id)).toEqual(Object.keys(questionIds));
});

test.each([
  ["review.verdict", "met not-met cannot-tell"],
  ["review.cause", "spec-gap agent-miss changed-mind needs-engineering"],
  ["handoff.status", "throwaway reference candidate"],
  ["decide.verdict", "keep revise hand-over kill"],
])("the answers of %s are %s", (reference, values) => {
  expect(
    findQuestion(steps, reference)
      ?.choices?.map(({ value }) => value)
      .join(" "),
  ).toBe(values);
});

test("every step can be walked to its end, and a whole loop asks at most 20 questions besides those per check", () => {
  let asked = 0;
  let project = newProject();
  for (const { id } of steps) {
    project = takeStep(project, id, sampleAnswers[id] ?? {});
    expect(project.finished).toHaveProperty(id);
    asked += listAskings(stepOf(id), project).filter(({ entry }) => !entry).length;
  }
  expect(project.closed?.as).toBe("done");
  expect(asked).toBe(20);
});

/** Every place of a step that names a question of a step, with the order of the step it stands in. */
const references = steps.flatMap(({ id, order, questions, body }) =>
  [
    ...listPlaceholders(body).filter((name) => name.includes(".")),
    ...questions.flatMap(({ each, hint, drafts }) => [
      ...[each ?? [], hint ?? []].flat(),
      ...(drafts?.from.map(({ question }) => question) ?? []),
    ]),
  ].map((name) => ({ id, order, name })),
);

test.each(references)("$id names $name, which is there, and not in a later step", ({ order, name }) => {
  const [group = "", field = ""] = name.split(".");
  if (group === "slice") return expect(slices.every((slice) => field in slice)).toBe(true);
  if (group === "project") return expect(field).toBe("title");
  const named = steps.find(({ id }) => id === group);
  // The round before has been through every step, so a page may show what a later one said then.
  if (field !== "last") expect(named?.order).toBeLessThanOrEqual(order);
  if (!["each", "last"].includes(field)) expect(findQuestion(steps, name)).toBeDefined();
});

test("a question that waits for another names one before it, and answers that one has", () => {
  for (const { questions } of steps) {
    for (const [index, { when }] of questions.entries()) {
      const named = questions.slice(0, index).find(({ id }) => id === when?.question);
      if (when) expect(named?.choices?.map(({ value }) => value)).toEqual(expect.arrayContaining(when.is));
    }
  }
});

test("drafts, predictions, needs and locks name what is there", () => {
  const ids = steps.map(({ id }) => id);
  for (const { questions, needs = [], locks = [], predicts } of steps) {
    expect(ids).toEqual(expect.arrayContaining([...needs, ...locks]));
    if (predicts) {
      const judged = findQuestion(steps, `${predicts.step}.${predicts.question}`);
      expect(judged).toMatchObject({
        verdicts: true,
        choices: expect.arrayContaining([expect.objectContaining({ value: predicts.is })]),
      });
    }
    for (const { question, is } of questions.flatMap(({ drafts }) => drafts?.from ?? [])) {
      expect(findQuestion(steps, question)?.choices?.map(({ value }) => value)).toEqual(expect.arrayContaining(is));
    }
  }
});

test("exactly one step ends a project, and it is the last", () => {
  const closing = steps.filter(({ questions }) =>
    questions.some(({ choices }) => choices?.some(({ closes }) => closes)),
  );
  expect(closing).toEqual([steps.at(-1)]);
});
