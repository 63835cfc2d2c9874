import { expect, test } from "vitest";
import { readForecast } from "../../../src/domain/insights/forecast.ts";
import { findProjectStep } from "../../../src/domain/insights/next-step.ts";
import type { Question } from "../../../src/domain/library/step.ts";
import {
  countBudget,
  grantPass,
  logPass,
  stayedWithinBudget,
} from "../../../src/domain/project/budget.ts";
import { createProject, type Project } from "../../../src/domain/project/project.ts";
import { proposeAnswers } from "../../../src/domain/project/proposed.ts";
import { needsAnotherLook } from "../../../src/domain/project/question-instance.ts";
import { validateAnswer } from "../../../src/domain/project/validate-answer.ts";
import { fillTemplate } from "../../../src/domain/text/template.ts";
import { newProject, projectAfter, steps, takeStep } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

test.each([
  { taken: [], want: "script" },
  { taken: ["script"], want: "script-2" },
  { taken: ["script", "script-2", "flow"], want: "script-3" },
  { taken: ["script-2"], want: "script" },
])("beside $taken the next project is $want", ({ taken, want }) => {
  const wanted = { slice: "script", title: "T", minutes: 1, passes: 1 };
  const ids = taken.map((id) => ({ id }));
  expect(createProject(ids, wanted, { now: noon(1), uid: "u" }).id).toBe(want);
});

/** A project of 100 minutes and 2 passes with passes of so many minutes each. */
function spent(...minutes: number[]): Project {
  const start = newProject({ budget: { minutes: 100, passes: 2 } });
  return minutes.reduce((project, each) => logPass(project, "pass", each, noon(2)), start);
}

const extended = (project: Project, minutes: number) =>
  grantPass(project, { kind: "extension", minutes, because: "b" }, noon(3));
const cut = (project: Project) => grantPass(project, { kind: "cut", minutes: 0 }, noon(3));

test.each([
  { name: "nothing used", project: spent(), reached: false, stopped: false, within: true },
  { name: "just below", project: spent(99), reached: false, stopped: false, within: true },
  { name: "at the minutes", project: spent(100), reached: true, stopped: true, within: true },
  { name: "over the minutes", project: spent(130), reached: true, stopped: true, within: false },
  { name: "at the passes", project: spent(10, 10), reached: true, stopped: true, within: true },
  {
    name: "extended by enough",
    project: extended(spent(130), 60),
    reached: false,
    stopped: false,
    within: false,
  },
  {
    name: "extended by too little: one pass",
    project: extended(spent(130), 5),
    reached: true,
    stopped: false,
    within: false,
  },
  { name: "cut: one pass", project: cut(spent(100)), reached: true, stopped: false, within: true },
  {
    name: "the pass after a cut is used",
    project: logPass(cut(spent(100)), "p", 0, noon(4)),
    reached: true,
    stopped: true,
    within: true,
  },
])("budget, $name", ({ project, reached, stopped, within }) => {
  expect(countBudget(project)).toMatchObject({ reached, stopped });
  expect(stayedWithinBudget(project)).toBe(within);
});

test("an extension adds its minutes and one pass, a cut one pass", () => {
  const { minutes, passes } = countBudget(cut(extended(spent(130), 60)));
  expect({ minutes, passes }).toEqual({
    minutes: { used: 130, limit: 160 },
    passes: { used: 1, limit: 4 },
  });
});

const reviewed = projectAfter("spec", "brief", "review");
const changed = takeStep({ ...reviewed, locked: [] }, "spec", { "checks.2": "It stops." }, 9);

test.each([
  { name: "before a prediction", project: projectAfter("spec"), want: undefined },
  {
    name: "before the review",
    project: projectAfter("spec", "brief"),
    want: { expected: 3, total: 3 },
  },
  { name: "after the review", project: reviewed, want: { expected: 3, total: 3, actual: 1 } },
  {
    name: "while a verdict needs another look",
    project: changed,
    want: { expected: 3, total: 3, actual: undefined },
  },
])("the prediction $name", ({ project, want }) => {
  expect(readForecast(steps, project)).toEqual(want);
});

test("only a step whose entries changed needs another look", () => {
  expect(steps.filter((step) => needsAnotherLook(changed, step)).map(({ id }) => id)).toEqual([
    "review",
  ]);
  expect(steps.filter((step) => needsAnotherLook(reviewed, step))).toEqual([]);
});

const ask = (more: Partial<Question>): Question => ({
  id: "q",
  ask: "Ask?",
  type: "text",
  ...more,
});

test.each<{ question: Question; texts: string[]; most?: number; fix: string | undefined }>([
  { question: ask({}), texts: ["words"], fix: undefined },
  { question: ask({}), texts: [""], fix: "Ask?" },
  { question: ask({ optional: true }), texts: [""], fix: undefined },
  { question: ask({ default: "x" }), texts: [], fix: undefined },
  { question: ask({}), texts: ["a", "b"], fix: "Use it only once." },
  { question: ask({ type: "list", min: 2 }), texts: ["a", ""], fix: "Add 1 more." },
  { question: ask({ type: "list", max: 1 }), texts: ["a", "b"], fix: "Remove some." },
  {
    question: ask({ type: "number", min: 1 }),
    texts: ["0"],
    fix: "Enter a whole number, 1 or more.",
  },
  { question: ask({ type: "number" }), texts: ["1.5"], fix: "Enter a whole number, 0 or more." },
  {
    question: ask({ type: "number" }),
    texts: ["4"],
    most: 3,
    fix: "Enter a whole number, from 0 to 3.",
  },
  { question: ask({ type: "number" }), texts: ["3"], most: 3, fix: undefined },
  {
    question: ask({ type: "date" }),
    texts: ["2026-02-30"],
    fix: "Write a day, such as July 31, or 2026-07-31.",
  },
  { question: ask({ type: "date" }), texts: ["2028-02-29"], fix: undefined },
  { question: ask({ type: "confirm" }), texts: ["maybe"], fix: "Use yes or no." },
  {
    question: ask({ type: "multi", choices: [{ value: "met", label: "Met" }] }),
    texts: ["met", "mett"],
    fix: "Did you mean met?",
  },
])("$question.type $texts: $fix", ({ question, texts, most, fix }) => {
  expect(validateAnswer(question, texts, { subject: "This", max: most })?.fix).toBe(fix);
});

const values: Record<string, string> = {
  "a.full": "x",
  "a.two": "one\ntwo",
  "a.empty": "",
  "a.dollar": "$& {{a.full}}",
};

test.each([
  { template: "# T\n\n## A\n\n{{a.empty}}\n\n## B\n\n{{a.full}}", want: "# T\n\n## B\n\nx" },
  { template: "- k: {{a.empty}}\n- l: {{ a.full }}", want: "- l: x" },
  { template: "{{a.empty}}{{a.full}}", want: "x" },
  { template: "- k: {{a.two}}", want: "- k: one\n  two" },
  { template: "{{a.two}}", want: "one\ntwo" },
  { template: "{{a.dollar}}", want: "$& {{a.full}}" },
  { template: "## A\n\nplain words", want: "## A\n\nplain words" },
])("the template $template is filled", ({ template, want }) => {
  expect(fillTemplate(template, (name) => values[name] ?? "")).toBe(want);
});

test("the next step goes through the whole course of a project", () => {
  const next = (project: Project) => findProjectStep(steps, project);
  const course = steps
    .slice(0, -1)
    .map((_, index) => next(projectAfter(...steps.slice(0, index + 1).map(({ id }) => id))));
  expect(next(newProject()).command).toBe("builder-pm spec");
  expect(course.map(({ command }) => command)).toEqual([
    "builder-pm brief",
    'builder-pm log "what happened" --minutes 30',
    "builder-pm handoff",
    "builder-pm decide",
  ]);
  const briefed = projectAfter("spec", "brief");
  const pass = (day: number) => [{ what: "w", minutes: 30, at: noon(day).toISOString() }];
  expect(next({ ...briefed, passes: pass(1) }).command).toContain("builder-pm log");
  expect(next({ ...briefed, passes: pass(9) }).command).toBe("builder-pm review");
  const judging = takeStep(briefed, "review", { verdict: ["met"] });
  expect(next(judging).command).toBe("builder-pm review");
  expect(next(changed).reason).toBe("something changed, so parts need another look");
  expect(next(takeStep(newProject(), "spec", { bet: "b" })).reason).toBe("8 questions still open");
  const over = { ...projectAfter("spec"), passes: spent(500).passes };
  expect(next(over)).toEqual({
    command: "builder-pm decide",
    reason: "the budget is used up, so make your decision, cut scope or add time",
  });
});

test("the next step says which drafts wait for the person", () => {
  const noted = proposeAnswers(newProject(), "spec", new Map([["problem", ["p"]]]), "notes");
  const drafted = proposeAnswers(noted, "spec", new Map([["bet", ["b"]]]), "agent");
  expect([noted, drafted].map((project) => findProjectStep(steps, project).reason)).toEqual([
    "1 answer from your notes waits for you",
    "1 answer from your notes and 1 draft by your agent wait for you",
  ]);
});
