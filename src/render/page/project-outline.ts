import { listPortfolioFacts, type PortfolioEntry } from "../../domain/insights/portfolio.ts";
import { listEarlierResults } from "../../domain/insights/project-results.ts";
import type { Slice } from "../../domain/library/slice.ts";
import type { Step } from "../../domain/library/step.ts";
import { findLastChange } from "../../domain/progress/merge.ts";
import { markAgentWords } from "../../domain/project/agent-words.ts";
import { countBudget } from "../../domain/project/budget.ts";
import type { Pass } from "../../domain/project/noted.ts";
import type { Project } from "../../domain/project/project.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { countOf } from "../../domain/text/words.ts";
import { formatDay } from "../text/dates.ts";
import { listJudging } from "../text/judging.ts";
import { describeBudget, describeEnding } from "../text/project.ts";
import { listAmendments, nameChanges } from "./changes.ts";
import { describeRoundResult } from "./portfolio-facts.ts";
import { listRemovedTexts } from "./removed-answers.ts";
import {
  listStepParts,
  noteShown,
  type OpenStepParts,
  openStepParts,
  type StepPart,
} from "./step-parts.ts";
import type { ChangeView, FileHash } from "./value.ts";
import type { FindPictures } from "./view.ts";
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

/** Outlines a project as a page, or as a part of one. */
export function outlineProject(view: ProjectOutlineView): ProjectOutline {
  const { project, steps, above } = view;
  const names = above?.portfolio
    ? listPortfolioFacts(above.portfolio, steps)
    : (above?.names ?? []);
  const parts = openStepParts(view);
  noteShown(parts, listRounds(project).toReversed(), names);
  return outline(view, parts);
}

function outline(view: ProjectOutlineView, parts: OpenStepParts): ProjectOutline {
  const { project, steps, above } = view;
  return {
    kind: above === undefined ? "Project" : project.closed ? "Details" : "In progress",
    title: project.title,
    facts: listOutlineFacts(view),
    files: listFileHashes(steps, project),
    pages: listStepParts(parts, project, project.answers),
    changes: { title: nameChanges(steps, project), changes: listAmendments(steps, project) },
    judging: listJudging(steps, project, "this-round"),
    passes: project.passes.map((pass) => describePass(steps, project, pass)),
    parked: above ? [] : project.parked.map((one) => markAgentWords(steps, project, one.idea, one)),
    rounds: listRounds(project)
      .slice(0, -1)
      .flatMap((then, index) => outlineRound(view, parts, then, index)),
    removed: listRemovedTexts(steps, project),
    versions: (project.versions ?? []).map((version) => outlineVersion(view, parts, version)),
  };
}

/** Outlines what is different in a version that an import didn't use. */
function outlineVersion(
  view: ProjectOutlineView,
  parts: OpenStepParts,
  version: Project,
): ProjectOutline["versions"][number] {
  const day = formatDay(new Date(findLastChange(version)));
  return {
    title: `Another version, last changed on ${day}`,
    outline: outline({ ...view, project: version, above: undefined }, parts),
  };
}

function listOutlineFacts({ project, steps, slice, above }: ProjectOutlineView): string[] {
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

/**
 * Says how much of the budget is used, if anyone logged a pass. The minutes are named, because a
 * page has days by the calendar too.
 */
function describeBudgetSoFar(project: Project): string {
  if (project.passes.length > 0) return `${describeBudget(project)} ${LOGGED}`;
  const { minutes, passes } = countBudget(project);
  const limits = `${countOf(minutes.limit, "minute")} and ${countOf(passes.limit, "pass")}`;
  return `Budget: ${limits}. No pass was logged.`;
}

const LOGGED = "The minutes are those that were logged, not time by the calendar.";

/** Outlines what was different at the end of an earlier round. */
function outlineRound(
  view: ProjectOutlineView,
  parts: OpenStepParts,
  then: Project,
  index: number,
): ProjectOutline["rounds"] {
  const round = view.project.rounds[index];
  if (!round) return [];
  const title = `Round ${index + 1}, finished on ${formatDay(new Date(round.endedAt))}`;
  return [
    {
      title,
      pages: listStepParts(parts, then, round.answers),
      judging: listJudging(view.steps, { ...then, importedAt: undefined }, "this-round"),
    },
  ];
}

function describePass(steps: readonly Step[], project: Project, pass: Pass): string {
  const words = markAgentWords(steps, project, pass.what, pass);
  return `${formatDay(new Date(pass.at))}, ${countOf(pass.minutes, "minute")}: ${words}`;
}
