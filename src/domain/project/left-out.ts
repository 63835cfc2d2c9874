import type { Question, Step } from "../library/step.ts";
import { holdsContent } from "../text/same-content.ts";
import { listAllDrafts, listReportDrafts } from "./drafts.ts";
import { findAnswer, type Project, textsOf } from "./project.ts";

/**
 * Lists what the agent's report has for a question that the person's answer doesn't say: they took
 * it out, or put it in other words. None while the report is sealed, or there is no answer yet.
 */
export function listLeftOut(
  steps: readonly Step[],
  project: Project,
  step: Step,
  question: Question,
): string[] {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (!value && !project.finished[step.id]) return [];
  const said = textsOf(value);
  const isSaid = (line: string) => said.some((text) => holdsContent(text, line));
  return listOfferedDrafts(steps, project, question).flatMap(({ text, line }) =>
    isSaid(text) || isSaid(line) ? [] : [text],
  );
}

/**
 * Lists what a report has for a question. Where it shares the room with other drafts, what there
 * was no room for was never offered.
 */
function listOfferedDrafts(steps: readonly Step[], project: Project, { drafts }: Question) {
  const reported = listReportDrafts(project, drafts);
  const all = listAllDrafts(steps, project, drafts);
  if (all.length === reported.length) return reported;
  const offered = new Set(all.slice(0, drafts?.max).map(({ text }) => text));
  return reported.filter(({ text }) => offered.has(text));
}
