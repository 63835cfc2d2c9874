import type { Question, Step } from "../library/step.ts";
import { holdsContent } from "../text/same-content.ts";
import { listAllDrafts, listReportDrafts } from "./drafts.ts";
import { findAnswer, type Project, textsOf } from "./project.ts";

/**
 * Lists what the agent's report has for a question that the person's answer doesn't say: they took
 * it out, or put it in other words. None while the report is sealed, or there is no answer yet.
 */
export function listLeftOut(project: Project, step: Step, question: Question): string[] {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (!value && !project.finished[step.id]) return [];
  const said = textsOf(value);
  const isSaid = (line: string) => said.some((text) => holdsContent(text, line));
  return listReportDrafts(project, question.drafts).flatMap(({ text, line }) =>
    isSaid(text) || isSaid(line) ? [] : [text],
  );
}

/** So many lines for which a list had no room stand on a page. */
const MAX_WITHOUT_ROOM = 3;

/**
 * Lists what {@link listLeftOut} does, for a page. Lines that were never offered, because other
 * drafts took their room, are only counted after the first ones.
 */
export function listLeftOutOfPage(
  steps: readonly Step[],
  project: Project,
  step: Step,
  question: Question,
): string[] {
  const lines = listLeftOut(project, step, question);
  const all = listAllDrafts(steps, project, question.drafts);
  const offered = new Set(all.slice(0, question.drafts?.max).map(({ text }) => text));
  const isShared = all.length > listReportDrafts(project, question.drafts).length;
  const unoffered = isShared ? lines.filter((text) => !offered.has(text)) : [];
  const hidden = new Set(unoffered.slice(MAX_WITHOUT_ROOM));
  const more = hidden.size > 0 ? [`(and ${hidden.size} more)`] : [];
  return [...lines.filter((text) => !hidden.has(text)), ...more];
}
