import { deriveForBoth, deriveOnce } from "../library/derived.ts";
import { findQuestion, type Question, type Step } from "../library/step.ts";
import { findAnswer, type Project, textsOf } from "../project/project.ts";
import { listRounds } from "../project/rounds.ts";
import { readAmounts } from "../text/amount.ts";
import { describeBet, readBet } from "./bet.ts";
import { type BetOutcome, type BetResult, readBetResult } from "./bet-result.ts";

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

/** Reads what became of the bet of a project. Returns undefined if nobody said. */
export const readBetScore = deriveForBoth(
  (steps: readonly Step[], project: Project): BetScore | undefined => {
    const scoring = findScoring(steps);
    const [text = ""] = scoring ? textsOf(findAnswer(project, scoring.reference)) : [];
    if (!scoring || text === "") return undefined;
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

/** Says why a number isn't compared with the bet; undefined if it is, or if there is no bet. */
export function describeUncompared({ bet, text, result }: BetScore): string | undefined {
  if (result || bet === "") return undefined;
  const so = "so it isn't compared with your bet.";
  if (!readBet(bet)) return `Your bet doesn't say from which number to which, ${so}`;
  const count = readAmounts(text).filter(({ amount }) => amount).length;
  if (count === 0 && !/\d/.test(text)) return `There's no number in it, ${so}`;
  if (count < 2) return `That number can't be read for certain, ${so}`;
  return `There are ${count === 2 ? "two" : "several"} numbers in it, ${so}`;
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
