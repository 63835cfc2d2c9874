import type { Step } from "../library/step.ts";
import { findFirstPass } from "../project/first-pass.ts";
import type { Project } from "../project/project.ts";

/**
 * Whole minutes from the start of a project to its first pass and to its decision.
 */
export interface Pace {
  toFirstPass: number | undefined;
  toDecision: number | undefined;
}

/**
 * Measures how long a project took. A time before its start, from a clock that was set back, is
 * left out.
 */
export function measurePace(steps: readonly Step[], project: Project): Pace {
  const { startedAt, closed } = project;
  return {
    toFirstPass: countMinutes(startedAt, findFirstPass(steps, project)?.getTime()),
    toDecision: countMinutes(startedAt, closed && Date.parse(closed.at)),
  };
}

/** Returns the median time to the first pass and to the decision, leaving out unknown ones. */
export function findMedianPace(paces: readonly Pace[]): Pace {
  return {
    toFirstPass: findMedian(paces.flatMap(({ toFirstPass }) => toFirstPass ?? [])),
    toDecision: findMedian(paces.flatMap(({ toDecision }) => toDecision ?? [])),
  };
}

function countMinutes(from: string, to: number | undefined): number | undefined {
  if (to === undefined) return undefined;
  const minutes = Math.floor((to - Date.parse(from)) / 60_000);
  return minutes >= 0 ? minutes : undefined;
}

function findMedian(minutes: readonly number[]): number | undefined {
  const sorted = minutes.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}
