import { expect, test } from "vitest";
import { calibrate, listOutcomes, type Outcome } from "../../../src/domain/insights/calibration.ts";
import { newProject, projectAfter, sampleAnswers, steps, takeStep } from "../../helpers/loop.ts";

/** An outcome of four checks. */
function of(expected: number, met: number): Outcome {
  return { round: 1, expected, total: 4, met };
}

test.each([
  {
    name: "more than half expect too many",
    outcomes: [of(4, 2), of(3, 2), of(2, 3)],
    tendency: "too-many",
  },
  {
    name: "more than half expect too few",
    outcomes: [of(1, 2), of(2, 4), of(4, 3)],
    tendency: "too-few",
  },
  {
    name: "off by one in every second",
    outcomes: [of(4, 3), of(3, 3), of(3, 4), of(4, 4)],
    tendency: "close",
  },
  {
    name: "both ways, none more often",
    outcomes: [of(4, 2), of(1, 3), of(4, 1), of(1, 4)],
    tendency: "mixed",
  },
  { name: "two projects", outcomes: [of(4, 0), of(4, 0)], tendency: undefined },
])("$name: $tendency", ({ outcomes, tendency }) => {
  expect(calibrate(outcomes.map((outcome) => [outcome]))?.tendency).toBe(tendency);
});

test("adds up all predictions, but only counts projects with a result", () => {
  expect(calibrate([[of(4, 2), of(4, 4)], [], [of(3, 4)]])).toEqual({
    expected: 11,
    total: 12,
    met: 10,
    tendency: undefined,
    predictions: { count: 3, more: 1, fewer: 1, exact: 1 },
  });
  expect(calibrate([])).toBeUndefined();
  expect(calibrate([[], [], []])).toBeUndefined();
});

test("lists one prediction for each round", () => {
  const revise = { ...sampleAnswers.decide, verdict: "revise" };
  const again = takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", revise, 6);
  const met = {
    ...sampleAnswers.review,
    verdict: ["met", "met", "not-met"],
    cause: [null, null, "agent-miss"],
  };
  expect(
    listOutcomes(steps, takeStep(takeStep(again, "brief", { prediction: 1 }, 7), "review", met, 8)),
  ).toEqual([
    { round: 1, expected: 3, total: 3, met: 1 },
    { round: 2, expected: 1, total: 3, met: 2 },
  ]);
});

test("has no result before the review, or while a verdict needs another look", () => {
  const judged = projectAfter("spec", "brief", "review");
  const stale = takeStepWithReason(judged);
  expect(listOutcomes(steps, newProject())).toEqual([]);
  expect(listOutcomes(steps, projectAfter("spec", "brief"))).toEqual([]);
  expect(listOutcomes(steps, stale)).toEqual([]);
  expect(
    listOutcomes(
      steps.filter(({ id }) => id !== "review"),
      judged,
    ),
  ).toEqual([]);
  expect(listOutcomes(steps, judged)).toHaveLength(1);
});

/** The project with its second check changed, so that the verdict on it is stale. */
function takeStepWithReason(project: ReturnType<typeof newProject>): typeof project {
  const checks = project.answers.spec?.checks as {
    entries: { id: string; text: string }[];
    at: string;
  };
  const entries = checks.entries.with(1, { id: checks.entries[1]?.id ?? "", text: "It stops." });
  return {
    ...project,
    answers: {
      ...project.answers,
      spec: { ...project.answers.spec, checks: { ...checks, entries } },
    },
  };
}
