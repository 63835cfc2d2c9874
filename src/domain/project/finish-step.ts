import type { Choice, Step } from "../library/step.ts";
import { describeSkipped } from "./first-pass.ts";
import { keepKnownPicks } from "./picks.ts";
import { findAnswer, type Project, textsOf } from "./project.ts";
import { type Proposal, proposeAnswer } from "./proposals.ts";
import {
  isAnswered,
  listMissing,
  listQuestionInstances,
  nameInstance,
} from "./question-instance.ts";
import { openReports } from "./report-state.ts";
import { type Change, saveAnswer } from "./save-answer.ts";

/**
 * Returns the project with a step finished, or unchanged if an answer is missing. Locks what the
 * step locks, and closes or reopens the project if a choice says so.
 */
export function finishStep(
  steps: readonly Step[],
  project: Project,
  step: Step,
  now: Date,
): Project {
  if (listMissing(project, step).length > 0) return project;
  const at = now.toISOString();
  const locks = (step.locks ?? []).filter((id) => !project.locked.includes(id));
  const finished = {
    ...project,
    finished: { ...project.finished, [step.id]: at },
    locked: [...project.locked, ...locks],
  };
  const chosen = findChosen(project, step);
  const ending = chosen.find(({ closes }) => closes)?.closes;
  if (ending) {
    const early = describeSkipped(steps, finished) ? { early: true } : {};
    return { ...finished, closed: { as: ending, at, ...early } };
  }
  return chosen.some(({ reopens }) => reopens) ? startRound(finished, steps, at) : finished;
}

/** Which offered answers are kept. */
interface KeepOptions {
  /** True for someone who is asked, who gets more drafts. */
  isAsking?: boolean;
  mayKeep?: (proposal: Proposal) => boolean;
}

/**
 * Returns the project with every answer saved that was only offered: the same as in the round
 * before, a draft, or a default; only those that `mayKeep` allows.
 */
export function keepProposals(
  { steps, project, step }: { steps: readonly Step[]; project: Project; step: Step },
  change: Change,
  { isAsking = true, mayKeep = () => true }: KeepOptions = {},
): Project {
  let kept = project;
  const seen = new Set<string>();
  const findNext = () =>
    listQuestionInstances(kept, step).find(
      (instance) => !seen.has(nameInstance(instance)) && !isAnswered(kept, step, instance),
    );
  for (let next = findNext(); next; next = findNext()) {
    seen.add(nameInstance(next));
    const proposal = proposeAnswer(steps, kept, step, next, isAsking);
    const isWorthSaving = proposal && (proposal.source === "before" || proposal.lines.length > 0);
    if (isWorthSaving && mayKeep(proposal))
      kept = openReports(steps, saveAnswer(kept, step, next, proposal.lines, change));
  }
  return keepKnownPicks(kept, step);
}

/** Returns the choices that a person made in a step. */
export function findChosen(project: Project, step: Step): Choice[] {
  return step.questions.flatMap((question) => {
    const given = textsOf(findAnswer(project, `${step.id}.${question.id}`));
    return (question.choices ?? []).filter(({ value }) => given.includes(value));
  });
}

/**
 * Starts another round: locked steps stay, and the answers of the others move to the past rounds.
 */
function startRound(project: Project, steps: readonly Step[], at: string): Project {
  const past = Object.keys(project.answers).filter((id) => !project.locked.includes(id));
  const reasked = new Set([
    ...past,
    ...steps.map(({ id }) => id).filter((id) => !project.locked.includes(id)),
  ]);
  const keep = <T>(values: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => !reasked.has(id)));
  const round = {
    answers: Object.fromEntries(past.map((id) => [id, project.answers[id] ?? {}])),
    finished: Object.fromEntries(
      Object.entries(project.finished).filter(([id]) => reasked.has(id)),
    ),
    endedAt: at,
  };
  return {
    ...project,
    answers: keep(project.answers),
    finished: keep(project.finished),
    rounds: [...project.rounds, round],
  };
}
