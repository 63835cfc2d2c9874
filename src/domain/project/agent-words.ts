import { findClaimedQuestion } from "../library/claimed-question.ts";
import type { Step } from "../library/step.ts";
import type { Project } from "./project.ts";

/** Words that may be a coding agent's: a note on a pass, or a parked idea. */
interface NotedWords {
  at: string;
  via?: "agent" | undefined;
}

/** Says who wrote words that stand among the person's. */
export const AGENT_WORDS = "your agent's words";

/**
 * Returns what an agent noted in its shell with a mark, and the person's words as they are. From
 * the brief until the review is finished, an agent's words could say how a check came out, so they
 * wait like a report.
 */
export function markAgentWords(
  steps: readonly Step[],
  project: Project,
  words: string,
  noted: NotedWords,
): string {
  if (noted.via === undefined) return words;
  return waitsForReview(steps, project, noted)
    ? "(your agent's words, shown once your review is finished)"
    : `${words} (${AGENT_WORDS})`;
}

function waitsForReview(steps: readonly Step[], project: Project, { at }: NotedWords): boolean {
  const judging = findClaimedQuestion(steps)?.step;
  if (!judging || project.closed || project.finished[judging.id]) return false;
  const predicting = steps.find(({ predicts }) => predicts?.step === judging.id);
  const briefed = project.finished[predicting?.id ?? ""];
  return briefed !== undefined && at >= briefed;
}
