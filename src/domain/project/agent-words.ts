import { findClaimedQuestion } from "../library/claimed-question.ts";
import type { Step } from "../library/step.ts";
import { isSealed, seal } from "../text/seal.ts";
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

/**
 * Returns a project with the words of an agent that wait encoded, for a file that a person may look
 * into. Reading it back decodes them.
 */
export function sealAgentWords(steps: readonly Step[], project: Project): Project {
  const write = (words: string, noted: NotedWords) =>
    isSealed(words) || (noted.via !== undefined && waitsForReview(steps, project, noted))
      ? seal(words)
      : words;
  return {
    ...project,
    passes: project.passes.map((pass) => ({ ...pass, what: write(pass.what, pass) })),
    parked: project.parked.map((one) => ({ ...one, idea: write(one.idea, one) })),
  };
}

function waitsForReview(steps: readonly Step[], project: Project, { at }: NotedWords): boolean {
  const judging = findClaimedQuestion(steps)?.step;
  if (!judging || project.closed || project.finished[judging.id]) return false;
  const predicting = steps.find(({ predicts }) => predicts?.step === judging.id);
  const briefed = project.finished[predicting?.id ?? ""];
  return briefed !== undefined && at >= briefed;
}
