import type { Question, Step } from "../library/step.ts";
import type { AnswerLine } from "./answer-line.ts";
import { draftAnswers, isReportQuestion } from "./drafts.ts";
import { listNewInRound } from "./new-drafts.ts";
import { findAnswer, type Project } from "./project.ts";
import { findSameLines } from "./question-instance.ts";
import { hasSealedReport } from "./report-state.ts";
import { type Change, readAnswerLines, saveAnswer } from "./save-answer.ts";

/** Lists the drafts of this round that the round before didn't have, and an answer doesn't hold. */
export function listNewDrafts(
  steps: readonly Step[],
  project: Project,
  question: Question,
  lines: readonly AnswerLine[],
): AnswerLine[] {
  if (project.rounds.length === 0) return [];
  return listNewInRound(project, lines, (then) => draftAnswers(steps, then, question));
}

/**
 * Returns `opened`, whose report was sealed in `before`, with what the report adds to the lists
 * that were kept from the round before meanwhile. It stays the agent's until a person confirms it.
 */
export function addReportedLines(
  steps: readonly Step[],
  step: Step,
  [before, opened]: readonly [Project, Project],
  change: Change,
): Project {
  if (!hasSealedReport(before) || hasSealedReport(opened)) return opened;
  return step.questions.reduce((project, question) => {
    const isKept =
      isReportQuestion(question) &&
      findAnswer(project, `${step.id}.${question.id}`) !== undefined &&
      findSameLines(project, step, { question }) !== undefined;
    if (!isKept) return project;
    const lines = readAnswerLines(project, step, { question });
    const room = (question.max ?? Number.POSITIVE_INFINITY) - lines.length;
    const added = listNewDrafts(steps, project, question, lines).slice(0, Math.max(room, 0));
    if (added.length === 0) return project;
    const filled = lines.filter(({ text }) => text !== "");
    return saveAnswer(project, step, { question }, [...filled, ...added], change);
  }, opened);
}
