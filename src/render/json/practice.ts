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
export function toAttemptJson(
  { id, title, open }: Drill,
  attempt: Attempt,
  revealed: Drill | undefined,
) {
  return {
    drill: { id, title, folder: attempt.folder, open },
    checks: attempt.checks.map((text, at) => ({
      id: String(at + 1),
      text,
      answered: readDrillVerdict(attempt, at + 1) !== undefined,
      ...toGivenJson(attempt, at + 1),
    })),
    result: toResultJson(attempt, revealed),
  };
}

/** What was said about a check; only what there is, so that nothing is added before. */
function toGivenJson({ answers }: Attempt, number: number) {
  const [verdict, sure, saw] = ["verdict", "sure", "saw"].map(
    (name) => answers[`${name}.${number}`]?.text,
  );
  return {
    ...(verdict === undefined ? {} : { verdict }),
    ...(sure === undefined ? {} : { sure: Number(sure) }),
    ...(saw === undefined ? {} : { saw }),
  };
}

/** Where a defect or a sound check shows; null and empty if the drill was changed since. */
function toLessonJson(lesson: Partial<Drill["truth"][number]> = {}) {
  const { where = null, how = [], kind = null, ask = null, guide = null } = lesson;
  return { where, how, kind, ask, guide };
}

function toResultJson(attempt: Attempt, revealed: Drill | undefined) {
  const score = scoreAttempt(attempt);
  if (!score) return null;
  const { planted, caught, sound, doubted, falseClaims, trusted } = score;
  const extras = (attempt.planted ?? []).map((what, at) => {
    const answer = attempt.answers[`named.${at + 1}`]?.text;
    const named = answer === undefined ? null : answer === "yes";
    return { id: String(at + 1), what, named, ...toLessonJson(revealed?.planted[at]) };
  });
  const checks = (attempt.truth ?? []).map(({ verdict, claim = null }, at) => ({
    ...{ id: String(at + 1), truth: verdict, claim },
    ...toLessonJson(revealed?.truth[at]),
  }));
  return { planted, caught, sound, doubted, falseClaims, trusted, extras, checks };
}
