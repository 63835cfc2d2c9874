import { isInPortfolio } from "../../domain/insights/portfolio.ts";
import type { Rule } from "../../domain/library/rule.ts";
import type { Slice } from "../../domain/library/slice.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { findLastChange } from "../../domain/progress/merge.ts";
import { type Project, type SavedValue, textsOf } from "../../domain/project/project.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { countOf } from "../../domain/text/words.ts";
import { renderChanges } from "./changes.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { renderPage } from "./page.ts";
import { describeBudget, describeEnding } from "./project.ts";

/** A project with the content for its pages. */
export interface ProjectSectionsView {
  project: Project;
  steps: readonly Step[];
  slice: Slice | undefined;
  rules?: readonly Rule[] | undefined;
  /** True if the portfolio is on the same page, so that its answers aren't repeated. */
  inPortfolio?: boolean;
}

/**
 * Renders a project as sections of the progress page: the facts, the pages of its steps, changes,
 * passes and parked ideas.
 */
export function renderProjectSections(view: ProjectSectionsView): string[] {
  const { project, steps, inPortfolio } = view;
  const isShownAbove = (step: Step) => inPortfolio && project.closed && isInPortfolio(step);
  const pages = steps.filter(
    (step) => !step.writes && project.answers[step.id] && !isShownAbove(step),
  );
  return [
    `## Project: ${escapeMarkdown(project.title)}`,
    renderProjectFacts(view),
    ...pages.map((step) => renderStepPage(view, step)),
    ...section("Changed after the brief", renderChanges(steps, project)),
    ...section("Passes", project.passes.map(describePass)),
    ...section(
      "Parked ideas",
      project.parked.map(({ idea }) => listEntry(escapeMarkdown(idea))),
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

/** Renders a version that an import didn't use, as the same sections one level down. */
function renderVersion(view: ProjectSectionsView, version: Project): string[] {
  const [, ...sections] = renderProjectSections({ ...view, project: version, inPortfolio: false });
  const day = formatDay(new Date(findLastChange(version)));
  const title = `### Another version, last changed on ${day}`;
  return [title, ...sections.map((text) => text.replace(/^#/gm, "##"))];
}

function renderProjectFacts({ project, slice }: ProjectSectionsView): string {
  const { id, startedAt, grants } = project;
  const extensions = grants.map(({ kind, minutes, because, at }) => {
    const what =
      kind === "cut"
        ? "Cut scope, which added one more pass"
        : `${countOf(minutes, "more minute")} and one more pass`;
    const reason = because ? `. Because: ${escapeMarkdown(because)}` : "";
    return listEntry(`${what}, on ${formatDay(new Date(at))}${reason}`);
  });
  return [
    listEntry(`Project ID: ${escapeMarkdown(id)}`),
    listEntry(
      slice?.own ? slice.title : `From the slice: ${escapeMarkdown(slice?.title ?? project.slice)}`,
    ),
    listEntry(`Started on ${formatDay(new Date(startedAt))}; ${describeEnding(project)}`),
    listEntry(describeBudget(project)),
    ...extensions,
  ].join("\n");
}

/** Renders the pages of an earlier round as they were when it ended. */
function renderRound(view: ProjectSectionsView, then: Project, index: number): string[] {
  const round = view.project.rounds[index];
  if (!round) return [];
  const pages = view.steps.filter((step) => !step.writes && round.answers[step.id]);
  return [
    `### Round ${index + 1}, finished on ${formatDay(new Date(round.endedAt))}`,
    ...pages.map((step) => renderStepPage({ ...view, project: then }, step).replace(/^#/gm, "##")),
  ];
}

/**
 * Renders the page of a step with its headings two levels down. Leaves out the changes, which have
 * a section of their own.
 */
function renderStepPage(view: ProjectSectionsView, step: Step): string {
  const { project, steps, slice, rules } = view;
  const page = renderPage({ step, steps, slice, rules, project: { ...project, amendments: [] } });
  return page
    .trim()
    .replace(/^# .*$/m, `### ${escapeMarkdown(step.title)}`)
    .replace(/^## /gm, "#### ");
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
