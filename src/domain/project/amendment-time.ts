import type { Step } from "../library/step.ts";
import type { Amendment, Project } from "./project.ts";

/** When a locked step was changed: after the brief of a round, or between it and the one before. */
export interface AmendmentTime {
  /** The round, from 1, in which the change first counts. */
  round: number;
  isBetween: boolean;
}

/** Finds out when a locked step was changed. */
export function findAmendmentTime(
  steps: readonly Step[],
  { rounds, finished }: Project,
  { step, at }: Amendment,
): AmendmentTime {
  const ended = rounds.filter(({ endedAt }) => Date.parse(endedAt) < Date.parse(at)).length;
  const locking = steps.find(({ locks }) => locks?.includes(step))?.id ?? "";
  // The rounds of some older files don't say when their steps were finished.
  const isKnown = ended === rounds.length || rounds[ended]?.finished !== undefined;
  const lockedAt = (rounds[ended]?.finished ?? finished)[locking];
  const isBetween = lockedAt === undefined || Date.parse(at) < Date.parse(lockedAt);
  return { round: ended + 1, isBetween: ended > 0 && isKnown && isBetween };
}
