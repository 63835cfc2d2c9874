import { expect, test } from "vitest";
import { summarizeChecklist } from "../../../src/domain/insights/checklist-summary.ts";
import type { Step } from "../../../src/domain/library/step.ts";
import { stack } from "../../../src/render/layout.ts";
import { renderProgressPage } from "../../../src/render/text/progress-page.ts";
import { renderProjectSections } from "../../../src/render/text/project-sections.ts";
import { loadSixProjects } from "../../fixtures/six-projects.ts";
import {
  library,
  progressWith,
  projectAfter,
  sampleAnswers,
  slices,
  steps,
  takeStep,
} from "../../helpers/loop.ts";
import { checklistOf } from "../../helpers/samples.ts";

const six = await loadSixProjects();
const [, picker] = six.projects;
const [checklist] = library.checklists;
if (!picker || !checklist)
  throw new Error("the fixture has a second project, and the content a checklist");

function report(known: readonly Step[] = steps): string {
  const summary = summarizeChecklist({
    checklist: checklist ?? checklistOf("a"),
    slices,
    steps: known,
    progress: six,
  });
  return renderProgressPage({ summary, slices, steps: known, projects: six.projects });
}

test("keeps an earlier round as it was, whatever changed later", () => {
  const text = stack(renderProjectSections({ project: picker, steps, slice: undefined }));
  const round = text.slice(text.indexOf("### Round 1, finished on Sep 16, 2026"));
  expect(round).toContain(
    "- **C2 not met:** Under each plan stands one sentence naming the answer that decided.",
  );
  expect(round).toContain("Expected 3 of 4 checks to be met; 2 were.");
  expect(round).not.toContain("needs another look");
  expect(text).toContain(
    "- **C2 met:** Under each of the 12 results stands the answer that decided",
  );
});

test("shows answers to a removed step under its id, also from earlier rounds", () => {
  const known = steps.filter(({ id }) => id !== "review");
  const text = stack(renderProjectSections({ project: picker, steps: known, slice: undefined }));
  const gone = text.slice(text.indexOf("### Answers to questions that were removed"));
  expect(gone).toContain(
    "- review, tried: The back button after the result. All four answers were gone.",
  );
  expect(gone).toContain(
    "- review, tried: A team of 500. The page says Business, sales says Enterprise.",
  );
});

test("shows a decision in the portfolio and doesn't repeat it below", () => {
  const because = "Both releases came out whole and I was done in 6 minutes.";
  expect(report().split(because)).toHaveLength(2);
  expect(report()).toContain("Sales and support used it side by side");
  expect(report()).toContain("#### What I decided");
  expect(report()).not.toContain("### Decision\n\n#### Decision");
});

test("keeps the page of a step whose answers aren't all in the portfolio", () => {
  const known = steps.map((step) => ({
    ...step,
    questions: step.questions.map((question) =>
      question.id === "learned" ? { ...question, portfolio: false } : question,
    ),
  }));
  expect(report(known)).toContain("### Decision");
  expect(report(known).split("Three checks were enough, because I wrote down")).toHaveLength(2);
});

test("shows answers to removed items under their ids", () => {
  const few = checklistOf("problem");
  const summary = summarizeChecklist({ checklist: few, slices, steps, progress: six });
  const gone = [
    {
      id: "demo",
      answer: "yes",
      evidence: "Priya *saw* it",
      answeredAt: "2026-09-01T08:00:00.000Z",
    },
  ] as const;
  const text = renderProgressPage({ summary, slices, steps, projects: [], gone });
  expect(text).toContain(
    "### Answers to items that were removed\n\n- demo: Yes: Priya \\*saw\\* it\n",
  );
  expect(renderProgressPage({ summary, slices, steps, projects: [] })).not.toContain(
    "that were removed",
  );
});

const twice = [
  { result: "about 20", day: 6 },
  { result: "12 min, 24 min for 2 mails", day: 9 },
].reduce((before, { result, day }, index) => {
  const verdict = index === 0 ? "revise" : "keep";
  const briefed = takeStep(before, "brief", { prediction: 3 }, day - 3);
  const reviewed = takeStep(briefed, "review", sampleAnswers.review ?? {}, day - 2);
  const handed = takeStep(reviewed, "handoff", sampleAnswers.handoff ?? {}, day - 1);
  return takeStep(handed, "decide", { ...sampleAnswers.decide, result, verdict }, day);
}, projectAfter("spec"));

function renderTwice(): string {
  const progress = progressWith(twice);
  const summary = summarizeChecklist({
    ...{ slices, steps, progress },
    checklist: checklist ?? checklistOf("a"),
  });
  return renderProgressPage({ summary, slices, steps, projects: [twice] });
}

test("says what became of the bet in each round, in the section of that round", () => {
  const [now = "", before = ""] = renderTwice().split("### Round 1, finished on");
  expect(now).toContain("- **Number now:** 12 min, 24 min for 2 mails\n");
  expect(now).not.toContain("about 20");
  expect(before).toContain("Number now: about 20\n");
  expect(before).toContain("Now it's about 20 minutes: moved part of the way.");
});

test("lists an edge case once in each round, with what became of it", () => {
  const rounds = renderTwice().split("### Round 1, finished on");
  const edges = rounds.map((text) =>
    text.split("\n").filter((line) => line.includes("not a second copy")),
  );
  const held = ["- Run twice: the same report, not a second copy (held)"];
  expect(edges).toEqual([held, held]);
});

test("escapes what the content says: the title of a slice, and the marks of picked lines", () => {
  const project = { ...projectAfter("spec", "brief", "review"), slice: "own" };
  const own = slices.find((slice) => slice.own);
  if (!own) throw new Error("the content has a slice for ideas of one's own");
  const marked = steps.map((step) => ({
    ...step,
    questions: step.questions.map((question) =>
      question.picks ? { ...question, picks: { ...question.picks, yes: "<!-- held" } } : question,
    ),
  }));
  const slice = { ...own, title: "<!-- Ours" };
  const text = stack(renderProjectSections({ project, steps: marked, slice }));
  expect(text).toContain("- \\<!-- Ours\n");
  expect(text).toContain("(\\<!-- held)");
  expect(text).not.toMatch(/(?<!\\)<!--/);
});
