import {
  type Attempt,
  listAttempts,
  type NamedAttempt,
  type Practice,
  readDrillVerdict,
} from "../practice/attempt.ts";

/**
 * How the verdicts of a drill compare with the truth. Planted are the checks that aren't met, and
 * caught those of them that were judged not met. Sound are the checks that are met, and doubted
 * those of them that were judged not met. False claims are planted checks that the agent said are
 * met, and trusted those of them that were judged met.
 */
export interface DrillScore {
  planted: number;
  caught: number;
  sound: number;
  doubted: number;
  falseClaims: number;
  trusted: number;
}

/** A score with what is told apart from it. */
export interface FullScore extends DrillScore {
  cannotTell: number;
  /** Of the verdicts that the person was sure of, how many there are and how many are right. */
  sure: { judged: number; right: number };
  /** The defects beyond the checks, and those of them that the person says they named. */
  extras: { planted: number; named: number };
}

/** What all drills add up to. Only the first try at each counts. */
export interface PracticeSummary extends FullScore {
  drills: number;
}

const nothing: FullScore = {
  ...{ planted: 0, caught: 0, sound: 0, doubted: 0, falseClaims: 0, trusted: 0, cannotTell: 0 },
  sure: { judged: 0, right: 0 },
  extras: { planted: 0, named: 0 },
};

const SURE = "3";

/** Scores a try; undefined if it isn't finished. */
export function scoreAttempt(attempt: Attempt): FullScore | undefined {
  const { finishedAt, truth, planted = [] } = attempt;
  if (!finishedAt || !truth) return undefined;
  const named = planted.filter((_, at) => isExtraNamed(attempt, at + 1)).length;
  const start = { ...nothing, extras: { planted: planted.length, named } };
  return truth.map((_, at) => scoreCheck(attempt, at)).reduce(addScores, start);
}

/** Returns true if a person named a defect beyond the checks. Nobody names one without a word. */
export function isExtraNamed({ answers }: Attempt, number: number): boolean {
  return answers[`named.${number}`]?.text === "yes" && answers.else?.text !== "";
}

function scoreCheck(attempt: Attempt, at: number): FullScore {
  const { verdict: is, claim } = attempt.truth?.[at] ?? {};
  const verdict = readDrillVerdict(attempt, at + 1);
  const isPlanted = is === "not-met";
  const isFalse = isPlanted && claim === "met";
  const isSure = verdict !== "cannot-tell" && attempt.answers[`sure.${at + 1}`]?.text === SURE;
  return {
    planted: Number(isPlanted),
    caught: Number(isPlanted && verdict === "not-met"),
    sound: Number(!isPlanted),
    doubted: Number(!isPlanted && verdict === "not-met"),
    falseClaims: Number(isFalse),
    trusted: Number(isFalse && verdict === "met"),
    cannotTell: Number(verdict === "cannot-tell"),
    sure: { judged: Number(isSure), right: Number(isSure && verdict === is) },
    extras: { planted: 0, named: 0 },
  };
}

function addScores(one: FullScore, other: FullScore): FullScore {
  return {
    planted: one.planted + other.planted,
    caught: one.caught + other.caught,
    sound: one.sound + other.sound,
    doubted: one.doubted + other.doubted,
    falseClaims: one.falseClaims + other.falseClaims,
    trusted: one.trusted + other.trusted,
    cannotTell: one.cannotTell + other.cannotTell,
    sure: {
      judged: one.sure.judged + other.sure.judged,
      right: one.sure.right + other.sure.right,
    },
    extras: {
      planted: one.extras.planted + other.extras.planted,
      named: one.extras.named + other.extras.named,
    },
  };
}

/** Returns the first finished try at each drill: whoever has seen the truth knows it. */
export function listFirstTries(practice: Practice | undefined): NamedAttempt[] {
  const finished = listAttempts(practice)
    .filter(({ attempt }) => scoreAttempt(attempt) !== undefined)
    .toSorted((a, b) => endOfTry(a) - endOfTry(b));
  return finished.filter(
    ({ attempt }, at) =>
      finished.findIndex((other) => other.attempt.drill === attempt.drill) === at,
  );
}

function endOfTry({ attempt: { finishedAt = "" } }: NamedAttempt): number {
  return Date.parse(finishedAt);
}

/** Adds up the first tries at all drills. */
export function summarizePractice(practice: Practice | undefined): PracticeSummary {
  const scores = listFirstTries(practice).flatMap(({ attempt }) => scoreAttempt(attempt) ?? []);
  return { drills: scores.length, ...scores.reduce(addScores, nothing) };
}
