import type { AnswerLine } from "./answer-line.ts";
import type { Project } from "./project.ts";
import { listRounds } from "./rounds.ts";

/**
 * Lists the drafts that the round before didn't have, and that an answer doesn't hold.
 * `listDrafts` lists those of a project as it was in one of its rounds.
 */
export function listNewInRound(
  project: Project,
  answer: readonly AnswerLine[],
  listDrafts: (then: Project) => readonly AnswerLine[],
): AnswerLine[] {
  const last = listRounds(project).at(-2);
  const known = new Set([...answer, ...(last ? listDrafts(last) : [])].map(({ text }) => text));
  return listDrafts(project).filter(({ text }) => !known.has(text));
}
