import { listPortfolioFacts, type PortfolioEntry } from "../../domain/insights/portfolio.ts";
import type { Slice } from "../../domain/library/slice.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { findLastChange } from "../../domain/progress/merge.ts";
import {
  findAnswer,
  type Project,
  type SavedValue,
  textsOf,
} from "../../domain/project/project.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { listPlaceholders } from "../../domain/text/template.ts";
import { countOf } from "../../domain/text/words.ts";
import { nameChanges, renderChanges } from "./changes.ts";
import { formatDay } from "./dates.ts";
import { describeWrittenFiles, JUDGING_TITLE, renderJudging } from "./judging.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { type PageView, renderPage, renderPlaceholder } from "./page.ts";
import { describeBudget, describeEnding } from "./project.ts";
import { type ShownFacts, showOnce } from "./shown-facts.ts";

/** A project with the content for its pages. */
export interface ProjectSectionsView {
  project: Project;
  steps: readonly Step[];
  slice: Slice | undefined;
  /** What the page says above; undefined if the project has the page to itself. */
  above?: { portfolio: PortfolioEntry | undefined } | undefined;
}

interface Sections extends ProjectSectionsView {
  shown: ShownFacts;
}

/**
 * Renders a project as sections of a page for someone else: the facts, the pages of its steps,
 * changes, passes, parked ideas and earlier rounds. Nothing is said twice, and nothing that the
 * page says above.
 */
export function renderProjectSections(view: ProjectSectionsView): string[] {
  const { project, above } = view;
  const sections: Sections = { ...view, shown: new Set() };
  noteShown(sections, project, listShownAbove(view));
  const heading = above === undefined ? "Project" : project.closed ? "Details" : "In progress";
  return [`## ${heading}: ${escapeMarkdown(project.title)}`, ...renderSections(sections)];
}

function renderSections(view: Sections): string[] {
  const { project, steps, above } = view;
  return [
    renderProjectFacts(view),
    ...renderStepPages(view, project, project.answers),
    ...section(nameChanges(steps, project), renderChanges(steps, project)),
    ...section(JUDGING_TITLE, renderJudging(steps, project)),
    ...section("Passes", project.passes.map(describePass)),
    ...section(
      "Parked ideas",
      above ? [] : project.parked.map(({ idea }) => listEntry(escapeMarkdown(idea))),
    ),
    ...listRounds(project)
      .slice(0, -1)
      .flatMap((then, index) => renderRound(view, then, index)),
    ...section(
      "Answers to questions that were removed",
      [project, ...project.rounds].flatMap(({ answers }) =>
        listAnswers(findRemovedAnswers(answers, steps)),
      ),
    ),
    ...(project.versions ?? []).flatMap((version) => renderVersion(view, version)),
  ];
}

function listShownAbove({ steps, above }: ProjectSectionsView): string[] {
  return above?.portfolio ? listPortfolioFacts(above.portfolio, steps) : [];
}

/** Notes the newest value of each placeholder as shown: of this round, else of an earlier one. */
function noteShown(view: Sections, project: Project, names: readonly string[]): void {
  const step = view.steps.find(({ writes }) => !writes);
  if (!step) return;
  const rounds = listRounds(project).toReversed();
  for (const name of names) {
    const values = rounds.map((then) => renderPlaceholder(createPageView(view, then, step), name));
    showOnce(view.shown, view.steps, name, values.find((value) => value !== "") ?? "");
  }
}

function createPageView({ steps, slice, shown }: Sections, project: Project, step: Step): PageView {
  const body = leaveToOtherPages(steps, step);
  return { step: { ...step, body }, steps, slice, shown, isForOthers: true, project };
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

/** Renders what is different in a version that an import didn't use, one level down. */
function renderVersion(view: Sections, version: Project): string[] {
  const sections = renderSections({ ...view, project: version, above: undefined });
  const day = formatDay(new Date(findLastChange(version)));
  const title = `### Another version, last changed on ${day}`;
  return [title, ...sections.map((text) => text.replace(/^#/gm, "##"))];
}

function renderProjectFacts({ project, steps, slice, above }: Sections): string {
  const { startedAt, grants } = project;
  const extensions = grants.map(({ kind, minutes, because, at }) => {
    const what =
      kind === "cut"
        ? "Cut scope, which added one more pass"
        : `${countOf(minutes, "more minute")} and one more pass`;
    const reason = because ? `. Because: ${escapeMarkdown(because)}` : "";
    return listEntry(`${what}, on ${formatDay(new Date(at))}${reason}`);
  });
  const ending = above ? "" : `; ${describeEnding(project)}`;
  return [
    listEntry(
      (slice?.own ? "" : "From the slice: ") + escapeMarkdown(slice?.title ?? project.slice),
    ),
    listEntry(`Started on ${formatDay(new Date(startedAt))}${ending}`),
    listEntry(describeBudget(project)),
    ...describeWrittenFiles(steps, project).map((line) => listEntry(line)),
    ...extensions,
  ].join("\n");
}

/** Renders what was different at the end of an earlier round. */
function renderRound(view: Sections, then: Project, index: number): string[] {
  const round = view.project.rounds[index];
  if (!round) return [];
  const pages = renderStepPages(view, then, round.answers);
  return [
    `### Round ${index + 1}, finished on ${formatDay(new Date(round.endedAt))}`,
    ...pages.map((page) => page.replace(/^#/gm, "##")),
  ];
}

/**
 * Renders the pages of the steps with an answer, with their headings two levels down, and only what
 * wasn't shown yet. Leaves out a list that a later page shows line by line, and the changes, which
 * have a section of their own.
 */
function renderStepPages(view: Sections, project: Project, answers: Project["answers"]): string[] {
  const pages = view.steps.filter((step) => !step.writes && answers[step.id]);
  const covered = pages
    .flatMap(({ body }) => listPlaceholders(body))
    .flatMap((name) => listCovered(view, project, name));
  noteShown(view, { ...project, rounds: [] }, ["changes", ...covered]);
  return pages.flatMap((step) => {
    const page = renderPage(createPageView(view, project, step)).trim();
    if (!page.includes("\n")) return [];
    return [
      page
        .replace(/^# .*$/m, `### ${escapeMarkdown(step.title)}`)
        .replace(/^## /gm, "#### ")
        .trim(),
    ];
  });
}

/** Names what a placeholder also shows: the lines of the list that the answers are about. */
function listCovered({ steps }: Sections, project: Project, name: string): string[] {
  const [group = "", field] = name.split(".");
  const step = steps.find(({ id }) => id === group);
  if (field === "each") return [step?.questions.find(({ each }) => each)?.each ?? ""];
  const picks = findQuestion(steps, name)?.picks;
  return picks && findAnswer(project, name) ? [picks.from, `${name}.yes`, `${name}.no`] : [];
}

function describePass({ what, minutes, at }: Project["passes"][number]): string {
  return listEntry(
    `${formatDay(new Date(at))}, ${countOf(minutes, "minute")}: ${escapeMarkdown(what)}`,
  );
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`### ${title}`, lines.join("\n")] : [];
}

type AnswersByStep = Readonly<Record<string, Readonly<Record<string, SavedValue>>>>;

function listAnswers(answers: AnswersByStep): string[] {
  return Object.entries(answers).flatMap(([step, questions]) =>
    Object.entries(questions).map(([id, value]) => {
      const texts = textsOf(value).map(escapeMarkdown);
      const words = texts.filter(Boolean).join("; ") || "nothing";
      return listEntry(`${escapeMarkdown(step)}, ${escapeMarkdown(id)}: ${words}`);
    }),
  );
}

/** Finds answers to questions that were removed from the content. They only have ids. */
function findRemovedAnswers(answers: AnswersByStep, steps: readonly Step[]): AnswersByStep {
  const gone = Object.entries(answers).map(([step, questions]) => {
    const left = Object.entries(questions).filter(([id]) => !findQuestion(steps, `${step}.${id}`));
    return [step, Object.fromEntries(left)] as const;
  });
  return Object.fromEntries(gone);
}
