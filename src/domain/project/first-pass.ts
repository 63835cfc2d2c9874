import type { Step } from "../library/step.ts";
import { findEarliest } from "../time.ts";
import { eachOf, type Project, type SavedValue } from "./project.ts";

/**
 * Returns when the first pass was logged, else when the first verdict was given. Returns undefined
 * if neither has happened.
 */
export function findFirstPass(steps: readonly Step[], project: Project): Date | undefined {
  const noted = project.passes.map(({ at }) => at);
  return findEarliest(noted.length > 0 ? noted : listVerdictTimes(steps, project));
}

/** Returns when a locking step was first finished, in any round. */
export function findLockTime(steps: readonly Step[], project: Project): Date | undefined {
  const locking = steps.filter(({ locks = [] }) => locks.length > 0);
  const rounds = [project, ...project.rounds];
  return findEarliest(
    rounds.flatMap(({ finished }) => locking.flatMap(({ id }) => finished?.[id] ?? [])),
  );
}

/** Returns true if a check was judged, in any round. */
function hasVerdict(steps: readonly Step[], project: Project): boolean {
  return listVerdictTimes(steps, project).length > 0;
}

/**
 * Says that nothing was judged in this round, if it is a later one. What the rounds before found
 * stays true, so the decision isn't made without a review.
 */
export function describeUnjudgedRound(
  steps: readonly Step[],
  project: Project,
): string | undefined {
  const { length } = project.rounds;
  if (length === 0 || hasVerdict(steps, { ...project, rounds: [] })) return undefined;
  return `Nothing was reviewed in round ${length + 1} yet.`;
}

/**
 * Says what a decision would skip: the step that locks the others, or judging at all. Returns
 * undefined if neither, or if the content has no such steps.
 */
export function describeSkipped(steps: readonly Step[], project: Project): string | undefined {
  const locking = steps.find(({ locks = [] }) => locks.length > 0);
  if (locking && !findLockTime(steps, project)) {
    const open = steps.find(({ id }) => id === locking.id || !project.finished[id]) ?? locking;
    return `The ${open.title.toLowerCase()} isn't finished.`;
  }
  const isJudged = steps.some(({ questions }) => questions.some(({ verdicts }) => verdicts));
  return isJudged && !hasVerdict(steps, project) ? "You haven't judged any check yet." : undefined;
}

function listVerdictTimes(steps: readonly Step[], project: Project): string[] {
  const judging = steps.flatMap((step) =>
    step.questions
      .filter(({ verdicts }) => verdicts)
      .map((question) => [step.id, question.id] as const),
  );
  return [project, ...project.rounds].flatMap(({ answers }) =>
    judging.flatMap(([step, question]) => timesOf(answers[step]?.[question])),
  );
}

function timesOf(value: SavedValue | undefined): string[] {
  return Object.values(eachOf(value)).map(({ at }) => at);
}
