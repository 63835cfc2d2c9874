import * as v from "valibot";
import type { Drill } from "../library/drill.ts";
import { waysGiven } from "../project/judgment.ts";
import { claims } from "../report/claim.ts";
import { Time } from "../time.ts";

/** One answer, and how and when it was given. */
const Reply = v.looseObject({
  text: v.string(),
  at: Time,
  via: v.picklist(waysGiven),
  inAgentShell: v.optional(v.boolean()),
});

/** What is true about a check, and what the agent claimed. */
const Revealed = v.looseObject({
  verdict: v.picklist(["met", "not-met"]),
  claim: v.optional(v.picklist(claims)),
});

/**
 * One try at a drill. It is finished when the truth was shown, which it keeps from then on: it can
 * be read even after the drill was changed or removed.
 */
export const Attempt = v.looseObject({
  drill: v.string(),
  title: v.string(),
  /** The hash of the drill with its files. */
  sha256: v.string(),
  /** The folder that it was written to. */
  folder: v.string(),
  startedAt: Time,
  finishedAt: v.optional(Time),
  importedAt: v.optional(Time),
  checks: v.array(v.string()),
  /** By name: `verdict.1`, `sure.1`, `saw.1`, `else`, `named.1`. */
  answers: v.record(v.string(), Reply),
  /** The names of answers that the person went back to, and hadn't given again when they stopped. */
  reopened: v.optional(v.array(v.string())),
  truth: v.optional(v.array(Revealed)),
  /** The defects that no check covers. */
  planted: v.optional(v.array(v.string())),
});

/** All tries, by their uid. Not a list, so that an undo of an import takes only its own. */
export const Practice = v.record(v.string(), Attempt);

export type Attempt = v.InferOutput<typeof Attempt>;
export type Practice = v.InferOutput<typeof Practice>;
export type Reply = v.InferOutput<typeof Reply>;

/** A try with its uid. */
export interface NamedAttempt {
  uid: string;
  attempt: Attempt;
}

/** What a verdict on a check can be. */
export const verdicts = ["met", "not-met", "cannot-tell"] as const;

/** What a person found about one check. */
export type DrillVerdict = (typeof verdicts)[number];

/** Lists the tries, the one started first at the beginning. */
export function listAttempts(practice: Practice = {}): NamedAttempt[] {
  return Object.entries(practice)
    .map(([uid, attempt]) => ({ uid, attempt }))
    .toSorted((a, b) => Date.parse(a.attempt.startedAt) - Date.parse(b.attempt.startedAt));
}

/**
 * Returns true for a try that someone stopped: without an end, or before they had said what they
 * named. They haven't read the truth then.
 */
export function isStopped({ finishedAt, planted = [], answers }: Attempt): boolean {
  if (!finishedAt) return true;
  const isNamed = planted.every((_, at) => answers[`named.${at + 1}`] !== undefined);
  return !isNamed && answers.else?.via === "asked";
}

/** Finds the title of a drill that was started and stopped. */
export function findOpenDrill(practice: Practice | undefined): string | undefined {
  return listAttempts(practice).find(({ attempt }) => isStopped(attempt))?.attempt.title;
}

/** Finds the try at a drill that was started last. */
export function findLastAttempt(
  practice: Practice | undefined,
  drill: string,
): NamedAttempt | undefined {
  return listAttempts(practice).findLast(({ attempt }) => attempt.drill === drill);
}

/** Returns the verdict on a check; undefined if there is none. */
export function readDrillVerdict({ answers }: Attempt, number: number): DrillVerdict | undefined {
  return verdicts.find((verdict) => verdict === answers[`verdict.${number}`]?.text);
}

/** Returns a try at a drill, without any answer. */
export function createAttempt(
  drill: Drill,
  { sha256, folder, now }: { sha256: string; folder: string; now: Date },
): Attempt {
  const { id, title, checks } = drill;
  return {
    ...{ drill: id, title, sha256, folder },
    startedAt: now.toISOString(),
    checks: [...checks],
    answers: {},
  };
}

/** Returns true once every check has a verdict, and the question about anything else an answer. */
export function isJudged(attempt: Attempt): boolean {
  const hasAll = attempt.checks.every((_, at) => readDrillVerdict(attempt, at + 1) !== undefined);
  return hasAll && attempt.answers.else !== undefined;
}
