import type { Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { listRounds } from "../project/rounds.ts";
import { readForecast } from "./forecast.ts";

/**
 * A prediction with its result: how many checks were expected to be met, and how many were.
 */
export interface Outcome {
  /** The round of the project it was made in, counted from 1. */
  round: number;
  expected: number;
  total: number;
  met: number;
}

/**
 * How predictions tend to miss: too many checks, too few, barely (close), or both ways (mixed).
 */
export type Tendency = "too-many" | "too-few" | "close" | "mixed";

/** The predictions of all projects added up. The tendency needs at least three projects. */
export interface Calibration {
  expected: number;
  total: number;
  met: number;
  /**
   * How many predictions there are, and how many were too high, too low, or exactly right.
   */
  predictions: { count: number; more: number; fewer: number; exact: number };
  tendency: Tendency | undefined;
}

const ENOUGH_PROJECTS = 3;

/**
 * Lists the predictions of a project that have a result, one per round. Skips those whose verdicts
 * need another look.
 */
export function listOutcomes(steps: readonly Step[], project: Project): Outcome[] {
  return listRounds(project).flatMap((then, index) => {
    const forecast = readForecast(steps, then);
    if (forecast?.actual === undefined) return [];
    return [
      {
        round: index + 1,
        expected: forecast.expected,
        total: forecast.total,
        met: forecast.actual,
      },
    ];
  });
}

/** Adds up the outcomes of all projects. Returns undefined if there are none. */
export function calibrate(projects: ReadonlyArray<readonly Outcome[]>): Calibration | undefined {
  const all = projects.flat();
  if (all.length === 0) return undefined;
  const sum = (read: (outcome: Outcome) => number) =>
    all.reduce((total, outcome) => total + read(outcome), 0);
  const countWhere = (is: (outcome: Outcome) => boolean) => all.filter(is).length;
  const predictions = {
    count: all.length,
    more: countWhere(({ expected, met }) => expected > met),
    fewer: countWhere(({ expected, met }) => expected < met),
    exact: countWhere(({ expected, met }) => expected === met),
  };
  const known = projects.filter((outcomes) => outcomes.length > 0).length;
  const missedBy = sum(({ expected, met }) => Math.abs(expected - met));
  return {
    expected: sum(({ expected }) => expected),
    total: sum(({ total }) => total),
    met: sum(({ met }) => met),
    predictions,
    tendency: known >= ENOUGH_PROJECTS ? findTendency(predictions, missedBy) : undefined,
  };
}

/**
 * "close" means off by half a check or less on average. "too-many" and "too-few" need more than
 * half of the predictions.
 */
function findTendency(
  { count, more, fewer }: Calibration["predictions"],
  missedBy: number,
): Tendency {
  if (missedBy * 2 <= count) return "close";
  if (more * 2 > count) return "too-many";
  return fewer * 2 > count ? "too-few" : "mixed";
}
