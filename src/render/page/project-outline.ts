import { listPortfolioFacts, type PortfolioEntry } from "../../domain/insights/portfolio.ts";
import { listEarlierResults } from "../../domain/insights/project-results.ts";
import type { Slice } from "../../domain/library/slice.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { findLastChange } from "../../domain/progress/merge.ts";
import { markAgentWords } from "../../domain/project/agent-words.ts";
import { countBudget } from "../../domain/project/budget.ts";
import type { Pass } from "../../domain/project/noted.ts";
import { findAnswer, type Project } from "../../domain/project/project.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { listPlaceholders } from "../../domain/text/template.ts";
import { countOf } from "../../domain/text/words.ts";
import { formatDay } from "../text/dates.ts";
import { listJudging } from "../text/judging.ts";
import { describeBudget, describeEnding } from "../text/project.ts";
import { listAmendments, nameChanges } from "./changes.ts";
import { type FilledPage, fillPage } from "./filled-page.ts";
import { describeRoundResult } from "./portfolio-facts.ts";
import { listRemovedTexts } from "./removed-answers.ts";
import { resolvePlaceholder } from "./resolve.ts";
import { type ShownFacts, showOnce } from "./shown-facts.ts";
import { type ChangeView, type FileHash, isNothingShown } from "./value.ts";
import type { FindPictures, PageView } from "./view.ts";
import { listFileHashes } from "./written-files.ts";

/** A project with the content for its pages. */
export interface ProjectOutlineView {
  project: Project;
  steps: readonly Step[];
  slice: Slice | undefined;
  /** What the page says above; undefined if the project has the page to itself. */
  above?: { portfolio: PortfolioEntry | undefined; names?: readonly string[] } | undefined;
  findPictures?: FindPictures | undefined;
}

/** A part of a project with a title, such as the page of a step or an earlier round. */
export interface StepPart {
  title: string;
  page: FilledPage;
}

/**
 * A project as a page for someone else: the facts, the pages of its steps, changes, passes, parked
 * ideas and earlier rounds. Nothing is in it twice, and nothing that the page says above.
 */
export interface ProjectOutline {
  /** "Project", or what its state makes of it among others. */
  kind: string;
  title: string;
  facts: string[];
  files: FileHash[];
  pages: StepPart[];
  changes: { title: string; changes: ChangeView[] };
  judging: string[];
  passes: string[];
  parked: string[];
  rounds: { title: string; pages: StepPart[]; judging: string[] }[];
  /** Answers to questions that were removed. */
  removed: string[];
  /** Versions that an import didn't use. */
  versions: { title: string; outline: ProjectOutline }[];
}

interface Outlined extends ProjectOutlineView {
  shown: ShownFacts;
}

/** Outlines a project as a page, or as a part of one. */
export function outlineProject(view: ProjectOutlineView): ProjectOutline {
  const { project, steps, above } = view;
  const outlined: Outlined = { ...view, shown: new Set() };
  const names = above?.portfolio
    ? listPortfolioFacts(above.portfolio, steps)
    : (above?.names ?? []);
  noteShown(outlined, listRounds(project).toReversed(), names);
  return outline(outlined);
}

function outline(view: Outlined): ProjectOutline {
  const { project, steps, above } = view;
  return {
    kind: above === undefined ? "Project" : project.closed ? "Details" : "In progress",
    title: project.title,
    facts: listOutlineFacts(view),
    files: listFileHashes(steps, project),
    pages: listStepPages(view, project, project.answers),
    changes: { title: nameChanges(steps, project), changes: listAmendments(steps, project) },
    judging: listJudging(steps, project, "this-round"),
    passes: project.passes.map((pass) => describePass(steps, project, pass)),
    parked: above ? [] : project.parked.map((one) => markAgentWords(steps, project, one.idea, one)),
    rounds: listRounds(project)
      .slice(0, -1)
      .flatMap((then, index) => outlineRound(view, then, index)),
    removed: listRemovedTexts(steps, project),
    versions: (project.versions ?? []).map((version) => outlineVersion(view, version)),
  };
}

/** Notes the first value that each placeholder has in one of these rounds as shown. */
function noteShown(view: Outlined, rounds: readonly Project[], names: readonly string[]): void {
  const step = view.steps.find(({ writes }) => !writes);
  if (!step) return;
  const { steps, slice, findPictures } = view;
  for (const name of new Set(names)) {
    for (const project of rounds) {
      const page = { step, steps, slice, findPictures, project, isForOthers: true };
      const value = resolvePlaceholder(page, name);
      showOnce(view.shown, view.steps, name, value, project.rounds.length + 1);
      if (!isNothingShown(value)) break;
    }
  }
}

function createPageView(
  { steps, slice, shown, findPictures }: Outlined,
  project: Project,
  step: Step,
): PageView {
  const body = findOwnBody(steps, step);
  return {
    ...{ step: { ...step, body }, steps, slice, project },
    ...{ shown, isForOthers: true, findPictures },
  };
}

/** The templates of steps among these ones, because a page can have a hundred projects. */
const bodies = new WeakMap<readonly Step[], Map<Step, string>>();

function findOwnBody(steps: readonly Step[], step: Step): string {
  const known = bodies.get(steps) ?? new Map<Step, string>();
  bodies.set(steps, known);
  const body = known.get(step) ?? leaveToOtherPages(steps, step);
  known.set(step, body);
  return body;
}

/**
 * Returns the template of a step without the lines about later steps and earlier rounds, whose
 * pages follow.
 */
function leaveToOtherPages(steps: readonly Step[], { order, body }: Step): string {
  const later = steps.filter((step) => step.order > order).map(({ id }) => id);
  const isLeft = (line: string) =>
    listPlaceholders(line).some((name) => [...later, "last"].includes(name.split(".")[0] ?? ""));
  return body
    .split("\n")
    .filter((line) => !isLeft(line))
    .join("\n");
}

/** Outlines what is different in a version that an import didn't use. */
function outlineVersion(view: Outlined, version: Project): ProjectOutline["versions"][number] {
  const day = formatDay(new Date(findLastChange(version)));
  return {
    title: `Another version, last changed on ${day}`,
    outline: outline({ ...view, project: version, above: undefined }),
  };
}

function listOutlineFacts({ project, steps, slice, above }: Outlined): string[] {
  const { startedAt, grants } = project;
  const extensions = grants.map(({ kind, minutes, because, at }) => {
    const what =
      kind === "cut"
        ? "Cut scope, which added one more pass"
        : `${countOf(minutes, "more minute")} and one more pass`;
    const reason = because ? `. Because: ${because}` : "";
    return `${what}, on ${formatDay(new Date(at))}${reason}`;
  });
  const ending = above ? "" : `; ${describeEnding(project)}`;
  return [
    (slice?.own ? "" : "From the slice: ") + (slice?.title ?? project.slice),
    `Started on ${formatDay(new Date(startedAt))}${ending}`,
    describeBudgetSoFar(project),
    ...extensions,
    ...(above ? [] : listEarlierFacts(steps, project)),
  ];
}

/** Says how the earlier rounds came out, whose pages are the last ones. */
function listEarlierFacts(steps: readonly Step[], project: Project): string[] {
  return listEarlierResults(steps, project).map(
    (result) => `Round ${result.round}: ${describeRoundResult(result)}`,
  );
}

/** Says how much of the budget is used, if anyone logged a pass. */
function describeBudgetSoFar(project: Project): string {
  if (project.passes.length > 0) return describeBudget(project);
  const { minutes, passes } = countBudget(project);
  const limits = `${countOf(minutes.limit, "minute")} and ${countOf(passes.limit, "pass")}`;
  return `Budget: ${limits}. No pass was logged.`;
}

/** Outlines what was different at the end of an earlier round. */
function outlineRound(view: Outlined, then: Project, index: number): ProjectOutline["rounds"] {
  const round = view.project.rounds[index];
  if (!round) return [];
  const title = `Round ${index + 1}, finished on ${formatDay(new Date(round.endedAt))}`;
  return [
    {
      title,
      pages: listStepPages(view, then, round.answers),
      judging: listJudging(view.steps, { ...then, importedAt: undefined }, "this-round"),
    },
  ];
}

/**
 * Lists the pages of the steps with an answer, with only what wasn't shown yet. Leaves out a list
 * that a later page shows line by line, and the changes, which have a part of their own.
 */
function listStepPages(view: Outlined, project: Project, answers: Project["answers"]): StepPart[] {
  const pages = view.steps.filter((step) => !step.writes && answers[step.id]);
  const covered = pages
    .flatMap(({ body }) => listPlaceholders(body))
    .flatMap((name) => listCovered(view, project, name));
  noteShown(view, [project], ["changes", ...covered]);
  return pages.flatMap((step) => {
    const page = fillPage(createPageView(view, project, step));
    return page.template.trim().includes("\n") ? [{ title: step.title, page }] : [];
  });
}

/** Names what a placeholder also shows: the lines of the list that the answers are about. */
function listCovered({ steps }: Outlined, project: Project, name: string): string[] {
  const [group = "", field] = name.split(".");
  const step = steps.find(({ id }) => id === group);
  if (field === "each")
    return [step?.questions.find(({ each }) => each)?.each ?? "", `${group}.failed`];
  const picks = findQuestion(steps, name)?.picks;
  return picks && findAnswer(project, name) ? [picks.from, `${name}.yes`, `${name}.no`] : [];
}

function describePass(steps: readonly Step[], project: Project, pass: Pass): string {
  const words = markAgentWords(steps, project, pass.what, pass);
  return `${formatDay(new Date(pass.at))}, ${countOf(pass.minutes, "minute")}: ${words}`;
}
