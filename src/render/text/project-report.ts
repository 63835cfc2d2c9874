import { isInPortfolio } from "../../domain/insights/portfolio.ts";
import type { Slice } from "../../domain/library/slice.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { findLastChange } from "../../domain/progress/merge.ts";
import { type Project, type SavedValue, textsOf } from "../../domain/project/project.ts";
import { listRounds } from "../../domain/project/rounds.ts";
import { countOf } from "../../domain/text/words.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { renderChanges, renderPage } from "./page.ts";
import { describeBudget, describeEnding } from "./project.ts";

/** A project with the content its pages are made from. */
export interface ProjectReportView {
  project: Project;
  steps: readonly Step[];
  slice: Slice | undefined;
  /**
   * True where a portfolio stands before it: what that tells of an ended project is not told
   * again.
   */
  inPortfolio?: boolean;
}

/**
 * A project as sections of the report: what happened, each page, what was changed, every pass, and
 * what was parked.
 */
export function renderProjectReport(view: ProjectReportView): string[] {
  const { project, steps, inPortfolio } = view;
  const isTold = (step: Step) => inPortfolio && project.closed && isInPortfolio(step);
  const pages = steps.filter(
    (step) => step.format !== "text" && project.answers[step.id] && !isTold(step),
  );
  return [
    `## Project: ${escapeMarkdown(project.title)}`,
    describeProjectFacts(project),
    ...pages.map((step) => renderStepPage(view, step)),
    ...section("Changed after the brief", renderChanges(project)),
    ...section("Passes", project.passes.map(describePass)),
    ...section(
      "Parked ideas",
      project.parked.map(({ idea }) => listEntry(escapeMarkdown(idea))),
    ),
    ...listRounds(project)
      .slice(0, -1)
      .flatMap((then, index) => renderRound(view, then, index)),
    ...section(
      "Answers to questions that are gone",
      [project, ...project.rounds].flatMap(({ answers }) =>
        listAnswers(findRemovedAnswers(answers, steps)),
      ),
    ),
    ...(project.versions ?? []).flatMap((version) => renderVersion(view, version)),
  ];
}

/** What an import found of the project and did not take, as the same sections one level down. */
function renderVersion(view: ProjectReportView, version: Project): string[] {
  const [, ...sections] = renderProjectReport({ ...view, project: version, inPortfolio: false });
  const title = `### Another version, last changed on ${formatDay(new Date(findLastChange(version)))}`;
  return [title, ...sections.map((text) => text.replace(/^#/gm, "##"))];
}

function describeProjectFacts(project: Project): string {
  const { id, slice, startedAt, grants } = project;
  const extensions = grants.map(({ kind, minutes, because, at }) => {
    const what =
      kind === "cut" ? "Cut, one more pass" : `${countOf(minutes, "minute")} and one pass more`;
    return listEntry(
      `${what}, on ${formatDay(new Date(at))}${because ? `. Because: ${escapeMarkdown(because)}` : ""}`,
    );
  });
  return [
    listEntry(`Project ${escapeMarkdown(id)}, from the slice ${escapeMarkdown(slice)}`),
    listEntry(`Started on ${formatDay(new Date(startedAt))}; ${describeEnding(project)}`),
    listEntry(describeBudget(project)),
    ...extensions,
  ].join("\n");
}

/** The pages of a round that ended with another one, as they stood then. */
function renderRound(view: ProjectReportView, then: Project, index: number): string[] {
  const round = view.project.rounds[index];
  if (!round) return [];
  const pages = view.steps.filter((step) => step.format !== "text" && round.answers[step.id]);
  return [
    `### Round ${index + 1}, ended on ${formatDay(new Date(round.endedAt))}`,
    ...pages.map((step) => renderStepPage({ ...view, project: then }, step).replace(/^#/gm, "##")),
  ];
}

/**
 * The page of a step with its headings two levels down, and without the changes, which stand once
 * for all pages.
 */
function renderStepPage({ project, steps, slice }: ProjectReportView, step: Step): string {
  const page = renderPage({ step, steps, slice, project: { ...project, amendments: [] } });
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
      return listEntry(
        `${escapeMarkdown(step)}, ${escapeMarkdown(id)}: ${texts.filter(Boolean).join("; ") || "nothing"}`,
      );
    }),
  );
}

/** Answers whose question, or whole step, has left the content: kept, and shown under their ids. */
function findRemovedAnswers(answers: AnswersByStep, steps: readonly Step[]): AnswersByStep {
  const gone = Object.entries(answers).map(([step, questions]) => {
    const left = Object.entries(questions).filter(([id]) => !findQuestion(steps, `${step}.${id}`));
    return [step, Object.fromEntries(left)] as const;
  });
  return Object.fromEntries(gone);
}
