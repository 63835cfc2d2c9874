import {
  type FullScore,
  type PracticeSummary,
  scoreAttempt,
} from "../../domain/insights/practice.ts";
import type { Drill } from "../../domain/library/drill.ts";
import { type Attempt, readDrillVerdict } from "../../domain/practice/attempt.ts";

/** Returns the totals of all drills, for JSON. */
function toPracticeTotalsJson(summary: PracticeSummary) {
  const { drills, planted, caught, sound, doubted, falseClaims, trusted } = summary;
  return { drills, planted, caught, sound, doubted, falseClaims, trusted };
}

/** Returns the numbers of all drills, for `status --json`; null before the first one. */
export function toPracticeJson(summary: PracticeSummary) {
  const { cannotTell, sure, extras } = summary;
  if (summary.drills === 0) return null;
  return { ...toPracticeTotalsJson(summary), cannotTell, sure, extras };
}

/** One drill in a list: the first finished try, if there is one. */
export interface ListedDrill {
  drill: Drill;
  first: FullScore | undefined;
  /** True if a try was started and isn't finished. */
  isOpen: boolean;
}

/** Returns the list of drills and the totals, for `practice --json`. */
export function toDrillsJson(listed: readonly ListedDrill[], summary: PracticeSummary) {
  return {
    drills: listed.map(({ drill: { id, title, minutes }, first }) => ({
      ...{ id, title, minutes },
      tried: first !== undefined,
      caught: first?.caught ?? null,
      planted: first?.planted ?? null,
    })),
    totals: toPracticeTotalsJson(summary),
  };
}

/** Returns a try at a drill, for `practice ID --json`. The truth only once it is finished. */
export function toAttemptJson({ id, title, open }: Drill, attempt: Attempt) {
  return {
    drill: { id, title, folder: attempt.folder, open },
    checks: attempt.checks.map((text, at) => ({
      id: String(at + 1),
      text,
      answered: readDrillVerdict(attempt, at + 1) !== undefined,
    })),
    result: toResultJson(attempt),
  };
}

function toResultJson(attempt: Attempt) {
  const score = scoreAttempt(attempt);
  if (!score) return null;
  const { planted, caught, sound, doubted, falseClaims, trusted } = score;
  const extras = (attempt.planted ?? []).map((what, at) => {
    const answer = attempt.answers[`named.${at + 1}`]?.text;
    return { id: String(at + 1), what, named: answer === undefined ? null : answer === "yes" };
  });
  return { planted, caught, sound, doubted, falseClaims, trusted, extras };
}
