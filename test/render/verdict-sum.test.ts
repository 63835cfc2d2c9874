import { expect, test } from "vitest";
import { listFailures, sumVerdicts } from "../../src/render/page/verdict-sum.ts";
import { projectAfter, sampleAnswers, slices, stepOf, steps, takeStep } from "../helpers/loop.ts";

/** Shows the page of the review after these answers to it. */
function viewReview(review: Record<string, unknown>) {
  const answers = { ...sampleAnswers.review, ...review };
  const project = takeStep(projectAfter("spec", "brief"), "review", answers);
  return { step: stepOf("review"), steps, project, slice: slices[0] };
}

function sumOf(review: Record<string, unknown>): string[] {
  const sum = sumVerdicts(viewReview(review), "review");
  return sum.kind === "sum" ? sum.parts.map(({ words, tone }) => `${tone}: ${words}`) : [];
}

const notMet = { verdict: ["not-met", "met", "not-met"], cause: ["agent-miss", null, "spec-gap"] };
const allMet = { verdict: ["met", "met", "met"], cause: [], held: [1, 2] };

test.each([
  [
    {},
    ["plain: 1 of 3 checks met", "bad: 1 not met (C2)", "open: 1 can't tell (C3)"],
    "plain: 1 of 2 edge cases held",
  ],
  [
    notMet,
    ["plain: 1 of 3 checks met", "bad: 2 not met (C1, C3)"],
    "plain: 1 of 2 edge cases held",
  ],
  [allMet, ["good: 3 of 3 checks met"], "good: 2 of 2 edge cases held"],
])("adds up the verdicts %j", (review, checks, edges) => {
  expect(sumOf(review)).toEqual([...checks, edges]);
});

test("adds up nothing before the first verdict", () => {
  const project = projectAfter("spec", "brief");
  const view = { step: stepOf("review"), steps, project, slice: slices[0] };
  expect(sumVerdicts(view, "review")).toEqual({ kind: "nothing" });
});

test("lists the checks that failed with what was seen, else with the check", () => {
  const view = viewReview({ ...notMet, saw: ["It stopped.", "Fine.", ""] });
  expect(listFailures(view, "review")).toEqual({
    kind: "list",
    lines: [
      { text: "C1 not met: It stopped." },
      {
        text: "C3 not met: Making the report takes 10 minutes or less, down from 42, by stopwatch.",
      },
    ],
  });
});
