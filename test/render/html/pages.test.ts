import { expect, test } from "vitest";
import { summarizeChecklist } from "../../../src/domain/insights/checklist-summary.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import {
  renderProgressHtml,
  renderProjectHtml,
  renderStepHtml,
} from "../../../src/render/html/pages.ts";
import {
  library,
  progressWith,
  projectAfter,
  sampleAnswers,
  slices,
  stepOf,
  steps,
  takeStep,
} from "../../helpers/loop.ts";
import { checklistOf } from "../../helpers/samples.ts";

const checklist = library.checklists[0] ?? checklistOf("a");

function renderProgress(...projects: Project[]): string {
  const progress = progressWith(...projects);
  const summary = summarizeChecklist({ checklist, slices, steps, progress });
  return renderProgressHtml({ summary, slices, steps, projects }).markup;
}

function renderProject(project: Project): string {
  return renderProjectHtml({ project, steps, slice: slices[0] }).markup;
}

/** Returns a project in its second round, with changes to its spec in the first and after it. */
function createChanged(): Project {
  const first = projectAfter("spec", "brief", "review", "handoff");
  const change = { step: "spec", question: "stop", before: ["Old"], after: ["New rule"] };
  const early = { ...change, because: "A reason", at: first.startedAt };
  const decided = takeStep({ ...first, amendments: [early] }, "decide", {
    ...sampleAnswers.decide,
    verdict: "revise",
  });
  const ended = Date.parse(decided.rounds[0]?.endedAt ?? "");
  const late = { ...change, because: "Another", at: new Date(ended + 60_000).toISOString() };
  const amendments = [...decided.amendments, late];
  return takeStep({ ...decided, amendments }, "review", sampleAnswers.review ?? {}, 9);
}

test("a change is told once on the page of a project with two rounds", () => {
  expect(renderProject(createChanged()).split("A reason")).toHaveLength(2);
});

test("an open project is in sight with its problem once, and its details are folded", () => {
  const project = projectAfter("spec", "brief");
  const page = renderProgress(project);
  const problem = String(sampleAnswers.spec?.problem);
  expect(page.split(problem)).toHaveLength(2);
  expect(page).toContain("<h2>In progress</h2>");
  expect(page).toMatch(/Not decided yet<.*Steps done<\/dt><dd>Spec, Brief</);
  expect(page).not.toContain("<details open");
  expect(page.indexOf(problem)).toBeLessThan(page.indexOf("<details"));
});

test("a decision that was taken back stays in the details of an open project", () => {
  const { closed, ...open } = projectAfter("spec", "brief", "review", "handoff", "decide");
  expect(closed).toBeDefined();
  expect(renderProgress(open)).toContain(String(sampleAnswers.decide?.because));
});

test("a budget without a pass names its limits only", () => {
  expect(renderProject({ ...projectAfter("spec", "brief"), passes: [] })).toMatch(
    /Budget: \d+ minutes and \d passes. No pass was logged\./,
  );
});

test("a review says the bet and the state of its project under the title", () => {
  const view = { step: stepOf("review"), steps, slice: slices[0] };
  const header = (project: Project) =>
    renderStepHtml({ ...view, project }).markup.replace(
      /.*<header class="page">|<\/header>.*/gs,
      "",
    );
  expect(header(projectAfter("spec", "brief", "review"))).toMatch(/Not decided yet.*The bet:/s);
});
