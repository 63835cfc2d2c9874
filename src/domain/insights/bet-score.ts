import { deriveForBoth, deriveOnce } from "../library/derived.ts";
import { findQuestion, type Question, type Step } from "../library/step.ts";
import { findAnswer, type Project, textsOf } from "../project/project.ts";
import { listRounds } from "../project/rounds.ts";
import { readAmounts } from "../text/amount.ts";
import type { TypedAmount } from "../text/amount-unit.ts";
import { isSamePeriod, nameFor } from "../text/periods.ts";
import { describeBet, describeGoal, readBet } from "./bet.ts";
import type { BetOutcome, BetResult } from "./bet-compare.ts";
import type { Bet } from "./bet-pair.ts";
import { fitToBet } from "./bet-parts.ts";
import { readBetResult } from "./bet-result.ts";
import { isNotKnown } from "./not-known.ts";

/** What a person bet, and what they say the number is now. */
export interface BetScore {
  bet: string;
  text: string;
  /** The question that asks for the number now. */
  question: Question;
  /** The two compared; undefined if one of them can't be read. */
  result: BetResult | undefined;
}

/** Finds the question that asks what became of a bet, with its step. */
const findScoring = deriveOnce((steps: readonly Step[]) => {
  for (const step of steps) {
    const question = step.questions.find(({ scores }) => scores);
    if (question?.scores) return { reference: `${step.id}.${question.id}`, question };
  }
  return undefined;
});

/** Reads what became of the bet of a project. Returns undefined if nobody said, or knows it yet. */
export const readBetScore = deriveForBoth(
  (steps: readonly Step[], project: Project): BetScore | undefined => {
    const scoring = findScoring(steps);
    const [text = ""] = scoring ? textsOf(findAnswer(project, scoring.reference)) : [];
    if (!scoring || text === "" || isNotKnown(text)) return undefined;
    const bet = readBetText(project, scoring.question);
    return { bet, text, question: scoring.question, result: readBetResult(bet, text) };
  },
);

/** Lists what became of the bet in each round of a project, counted from 1. */
export function listBetScores(
  steps: readonly Step[],
  project: Project,
): (BetScore & { round: number })[] {
  return listRounds(project).flatMap((then, index) => {
    const score = readBetScore(steps, then);
    return score ? [{ ...score, round: index + 1 }] : [];
  });
}

/** Finds what became of the bet of a project, the last time that someone said, with the round. */
export function findLastBetScore(
  steps: readonly Step[],
  project: Project,
): (BetScore & { round: number }) | undefined {
  const rounds = listRounds(project);
  for (let round = rounds.length; round > 0; round--) {
    const then = rounds[round - 1];
    const score = then && readBetScore(steps, then);
    if (score) return { ...score, round };
  }
  return undefined;
}

function readBetText(project: Project, { scores = "" }: Question): string {
  return textsOf(findAnswer(project, scores))[0] ?? "";
}

/**
 * Puts the numbers of the bet into the question that asks what became of it. If they can't be read,
 * `above` has the words of the bet.
 */
export function wordScoring(
  steps: readonly Step[],
  project: Project,
  question: Question,
): { question: Question; above: string[] } {
  const text = question.scores ? readBetText(project, question) : "";
  if (text === "") return { question, above: [] };
  const bet = readBet(text);
  if (bet) {
    const ask = `You bet ${describeBet(bet)}. ${question.ask}`;
    return { question: { ...question, ask }, above: [] };
  }
  const label = findQuestion(steps, question.scores ?? "")?.label ?? "Bet";
  return { question, above: [`${label}: ${text}`] };
}

/** How a bet is written so that it can be scored. */
const READABLE_BET = '"from 42 minutes to 10"';

/**
 * Says why a number isn't compared with the bet, and how to say it so that it is; undefined if it
 * is compared, or if there is no bet.
 */
export function describeUncompared(score: BetScore): string | undefined {
  const why = explainUncompared(score);
  if (!why) return undefined;
  const bet = readBet(score.bet);
  const so = `${why.said}, so it isn't compared with your bet.`;
  if (bet && why.isOfOther) return `${so} To compare it, say how many ${bet.unit?.name}.`;
  if (!bet) return `${so} Next time, write the bet as ${READABLE_BET}.`;
  const one = bet.unit?.kind === "clock" ? "time" : "number";
  return `${so} Give one ${one}, such as "${nameExample(bet)}".`;
}

/** Says the same in short, with the words of the answer: "Bet not scored: two numbers in ...". */
export function describeUnscored(score: BetScore, quoted: string): string {
  const brief = explainUncompared(score)?.brief;
  return brief === undefined ? `Now: ${quoted}` : `Bet not scored: ${brief} ${quoted}`;
}

/** Says how to write a bet that can't be scored; undefined if it can, or if there is none. */
export function describeUnreadableBet(
  steps: readonly Step[],
  project: Project,
): { reference: string; words: string } | undefined {
  const { scores } = findScoring(steps)?.question ?? {};
  const bet = textsOf(findAnswer(project, scores ?? ""))[0] ?? "";
  if (!scores || bet === "" || readBet(bet)) return undefined;
  const words =
    "Your bet can't be scored later: it doesn't say from which number to which. " +
    `Write it as ${READABLE_BET} if you can`;
  return { reference: scores, words };
}

function nameExample(bet: Bet): string {
  const isNothing = bet.bet.high === 0 && (bet.bet.isLoose || bet.before.isFraction);
  return isNothing ? bet.before.typed.toLowerCase() : describeGoal(bet);
}

/** Why a number isn't compared with the bet: in a sentence, and in short. */
interface Uncompared {
  said: string;
  brief: string;
  /** True if it is a share of another total than the bet's. */
  isOfOther?: boolean;
}

function explainUncompared({ bet, text, result }: BetScore): Uncompared | undefined {
  if (result || bet === "") return undefined;
  const read = readBet(bet);
  if (!read) {
    const words = "doesn't say from which number to which";
    return { said: `Your bet ${words}`, brief: `it ${words}, as in ${READABLE_BET}. Now:` };
  }
  const amounts = fitToBet(readAmounts(text), read).flatMap(({ amount }) => amount ?? []);
  const unclear = explainUnclear(read, amounts);
  if (unclear) return unclear;
  const other = findOtherTotal(read, amounts);
  if (other !== undefined) {
    const said = `Your bet is out ${read.unit?.name}, and this is out ${other}`;
    return { said, brief: `the bet is out ${read.unit?.name}. Now:`, isOfOther: true };
  }
  const count = amounts.length;
  if (count === 0 && !/\d/.test(text))
    return { said: "There's no number in it", brief: "no number in" };
  if (count < 2)
    return { said: "That number can't be read for certain", brief: "no certain number in" };
  const numbers = `${count === 2 ? "two" : "several"} numbers`;
  return { said: `There are ${numbers} in it`, brief: `${numbers} in` };
}

/** Says what a time of day, or how often, lacks. */
function explainUnclear(
  { unit, before, bet }: Bet,
  amounts: readonly TypedAmount[],
): Uncompared | undefined {
  if (unit?.kind === "clock" && !amounts.some(({ clock }) => clock))
    return { said: "There's no time of day in it", brief: "no time of day in" };
  const [only, another] = amounts;
  const isBare = only && !another && !only.per;
  if (!isBare || !before.per || !bet.per || isSamePeriod(before.per, bet.per)) return undefined;
  const periods = `${nameFor(before.per)} or ${nameFor(bet.per)}`;
  return {
    said: `It doesn't say if that's ${periods}`,
    brief: `it doesn't say if that's ${periods}. Now:`,
  };
}

/** Names the total of the only share that an answer has, if the bet has another total. */
function findOtherTotal({ unit }: Bet, amounts: readonly TypedAmount[]): string | undefined {
  const [only, another] = amounts;
  const isShare = unit?.kind === "share" && only?.unit?.kind === "share";
  return isShare && !another && only.unit?.name !== unit.name ? only.unit?.name : undefined;
}

const OUTCOMES: Readonly<Record<BetOutcome, string>> = {
  reached: "bet reached",
  "part-way": "moved part of the way",
  unchanged: "unchanged",
  "other-way": "moved the other way",
};

/** Says what became of a bet: "You bet 42 to 10 minutes. Now it's 9 minutes: bet reached." */
export function describeBetResult({ words, outcome }: BetResult, start = "You bet"): string {
  return `${start} ${words.bet}. Now it's ${words.now}: ${OUTCOMES[outcome]}.`;
}

/** Says it in short: "bet 42 to 10 minutes, now 9 minutes: reached." */
export function describeBetBriefly({ words, outcome }: BetResult): string {
  return `bet ${words.bet}, now ${words.now}: ${OUTCOMES[outcome].replace(/^bet /, "")}.`;
}

/** Says only how it ended: "bet reached". */
export function describeBetOutcome({ outcome }: BetResult): string {
  return OUTCOMES[outcome];
}
