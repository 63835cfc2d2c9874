import { labelOf } from "../domain/drafts.ts";
import { type Project, type SavedValue, textsOf } from "../domain/project.ts";
import type { Slice } from "../domain/slice.ts";
import { findQuestion, type Step } from "../domain/step.ts";
import { countOf } from "../domain/words.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { renderChanges, renderPage } from "./page.ts";
import { describeBudget, describeEnding } from "./project.ts";

/** A project with the content its pages are made from. */
export interface ProjectReportView {
  project: Project;
  steps: readonly Step[];
  slice: Slice | undefined;
}

/** A project as sections of the report: what happened, each page, what was changed, every pass, and what was parked. */
export function renderProjectReport(view: ProjectReportView): string[] {
  const { project, steps } = view;
  const pages = steps.filter((step) => step.format !== "text" && project.answers[step.id]);
  return [
    `## Project: ${escapeMarkdown(project.title)}`,
    describeCourse(project),
    ...pages.map((step) => renderStepPage(view, step)),
    ...section("Changed after the brief", renderChanges(project)),
    ...section("Passes", project.passes.map(describePass)),
    ...section(
      "Parked ideas",
      project.parked.map(({ idea }) => listEntry(escapeMarkdown(idea))),
    ),
    ...project.rounds.flatMap((round, index) => renderRound(view, round, index + 1)),
    ...section("Answers to questions that are gone", listAnswers(findGone(view), steps)),
  ];
}

function describeCourse(project: Project): string {
  const { id, slice, startedAt, grants } = project;
  const extensions = grants.map(({ kind, minutes, because, at }) => {
    const what = kind === "cut" ? "Cut, one more pass" : `${countOf(minutes, "minute")} and one pass more`;
    return listEntry(`${what}, on ${formatDay(new Date(at))}${because ? `. Because: ${escapeMarkdown(because)}` : ""}`);
  });
  return [
    listEntry(`Project ${escapeMarkdown(id)}, from the slice ${escapeMarkdown(slice)}`),
    listEntry(`Started on ${formatDay(new Date(startedAt))}; ${describeEnding(project)}`),
    listEntry(describeBudget(project)),
    ...extensions,
  ].join("\n");
}

/** The pages of a round that ended with another one, as they stood then. */
function renderRound(
  view: ProjectReportView,
  { answers, endedAt }: Project["rounds"][number],
  number: number,
): string[] {
  const then = { ...view.project, answers: { ...view.project.answers, ...answers } };
  const pages = view.steps.filter((step) => step.format !== "text" && answers[step.id]);
  return [
    `### Round ${number}, ended on ${formatDay(new Date(endedAt))}`,
    ...pages.map((step) => renderStepPage({ ...view, project: then }, step).replace(/^#/gm, "##")),
  ];
}

/** The page of a step with its headings two levels down, and without the changes, which stand once for all pages. */
function renderStepPage({ project, steps, slice }: ProjectReportView, step: Step): string {
  const page = renderPage({ step, steps, slice, project: { ...project, amendments: [] } });
  return page
    .trim()
    .replace(/^# .*$/m, `### ${escapeMarkdown(step.title)}`)
    .replace(/^## /gm, "#### ");
}

function describePass({ what, minutes, at }: Project["passes"][number]): string {
  return listEntry(`${formatDay(new Date(at))}, ${countOf(minutes, "minute")}: ${escapeMarkdown(what)}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`### ${title}`, lines.join("\n")] : [];
}

type AnswersByStep = Readonly<Record<string, Readonly<Record<string, SavedValue>>>>;

function listAnswers(answers: AnswersByStep, steps: readonly Step[]): string[] {
  return Object.entries(answers).flatMap(([step, questions]) =>
    Object.entries(questions).map(([id, value]) => {
      const question = findQuestion(steps, `${step}.${id}`);
      const texts = textsOf(value).map((text) => escapeMarkdown(question ? labelOf(question, text) : text));
      return listEntry(
        `${escapeMarkdown(step)}, ${escapeMarkdown(id)}: ${texts.filter(Boolean).join("; ") || "nothing"}`,
      );
    }),
  );
}

/** Answers whose question, or whole step, has left the content: kept, and shown under their ids. */
function findGone({ project, steps }: ProjectReportView): AnswersByStep {
  const gone = Object.entries(project.answers).map(([step, questions]) => {
    const left = Object.entries(questions).filter(([id]) => !findQuestion(steps, `${step}.${id}`));
    return [step, Object.fromEntries(left)] as const;
  });
  return Object.fromEntries(gone);
}
