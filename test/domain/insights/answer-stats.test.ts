import { expect, test } from "vitest";
import { countChanges, sumAnswers } from "../../../src/domain/insights/answer-stats.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { newProject, projectAfter, sampleAnswers, steps, takeStep } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const judged = projectAfter("spec", "brief", "review", "handoff");
const again = takeStep(judged, "decide", { ...sampleAnswers.decide, verdict: "revise" }, 6);

/** The project with all three checks judged as given, in a round that has its brief. */
function judge(project: Project, verdict: string[], cause: (string | null)[]): Project {
  return takeStep(
    takeStep(project, "brief", { prediction: 2 }, 7),
    "review",
    { ...sampleAnswers.review, verdict, cause },
    8,
  );
}

test("counts causes over projects and rounds, the most frequent first", () => {
  const second = judge(again, ["not-met", "not-met", "met"], ["agent-miss", "spec-gap", null]);
  const other = judge(
    projectAfter("spec"),
    ["met", "not-met", "not-met"],
    [null, "changed-mind", "agent-miss"],
  );
  expect(sumAnswers(steps, [second, other])).toEqual([
    {
      name: "cause",
      title: "Cause",
      ask: "Why wasn't this check met?",
      total: 5,
      answers: [
        { value: "spec-gap", label: "My spec didn't say", count: 2 },
        { value: "agent-miss", label: "The agent missed it", count: 2 },
        { value: "changed-mind", label: "I changed my mind", count: 1 },
      ],
    },
  ]);
});

test("doesn't count the cause of a check that is met now or was changed", () => {
  const fixed = takeStep(
    judged,
    "review",
    { ...sampleAnswers.review, verdict: ["met", "met", "met"], cause: [] },
    9,
  );
  expect(fixed.answers.review?.cause).toBeDefined();
  expect(sumAnswers(steps, [fixed])).toEqual([]);
  const checks = judged.answers.spec?.checks as {
    entries: { id: string; text: string }[];
    at: string;
  };
  const entries = checks.entries.map(({ id, text }) => ({ id, text: `${text} Really.` }));
  const spec = { ...judged.answers.spec, checks: { ...checks, entries } };
  expect(sumAnswers(steps, [{ ...judged, answers: { ...judged.answers, spec } }])).toEqual([]);
});

test("counts a removed choice under its id, and leaves out removed steps", () => {
  const without = steps.map((step) => ({
    ...step,
    questions: step.questions.map((question) => ({
      ...question,
      ...(question.choices
        ? { choices: question.choices.filter(({ value }) => value !== "spec-gap") }
        : {}),
    })),
  }));
  expect(sumAnswers(without, [judged])[0]?.answers).toEqual([
    { value: "spec-gap", label: "spec-gap", count: 1 },
  ]);
  expect(
    sumAnswers(
      steps.filter(({ id }) => id !== "review"),
      [judged],
    ),
  ).toEqual([]);
});

test("also counts a question that is asked once", () => {
  const counting = steps.map((step) => ({
    ...step,
    questions: step.questions.map((question) =>
      question.id === "status" ? { ...question, counts: "fate" } : question,
    ),
  }));
  expect(
    sumAnswers(counting, [judged, newProject()]).find(({ name }) => name === "fate"),
  ).toMatchObject({
    total: 1,
    answers: [{ value: "throwaway", label: "Don't build on it", count: 1 }],
  });
});

test("counts changes after the brief per question, also for removed steps", () => {
  const change = (step: string, question: string) => ({
    step,
    question,
    before: ["a"],
    after: ["b"],
    because: "Learned",
    at: noon(3).toISOString(),
  });
  const first = newProject({ amendments: [change("demo", "person"), change("spec", "checks")] });
  const other = newProject({ amendments: [change("spec", "checks")] });
  expect(countChanges([first, other])).toEqual([
    { step: "spec", question: "checks", count: 2 },
    { step: "demo", question: "person", count: 1 },
  ]);
  expect(countChanges([])).toEqual([]);
});
