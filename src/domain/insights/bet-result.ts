import { readAmounts, type TextPart } from "../text/amount.ts";
import type { Amount, TypedAmount } from "../text/amount-unit.ts";
import { quoteAmount } from "../text/quote-amount.ts";
import { findCommonUnit, isBareBesideSum, sharesWord, toUnit } from "../text/shared-unit.ts";
import { convertTime, smallerTime, type Unit } from "../text/units.ts";
import { type Bet, describeBet, findChange, numbersOf, readBet } from "./bet.ts";
import { readSharePercent } from "./bet-share.ts";

/** What became of a bet. */
export type BetOutcome = "reached" | "part-way" | "unchanged" | "other-way";

/** A bet with the number now. */
export interface BetResult {
  before: number;
  bet: number;
  after: number;
  /** What the numbers count: "minutes", "%", "$", "of 40"; undefined if the bet doesn't say. */
  unit: string | undefined;
  outcome: BetOutcome;
  /** The bet in numbers, and the number now as typed: "42 to 10 minutes", "under 12 min". */
  words: { bet: string; now: string };
}

type Bound = "under" | "over";

/** The number now, as it was said. */
interface Now {
  amount: TypedAmount;
  bound: Bound | undefined;
}

/**
 * Reads what became of a bet from the words of the bet and of the result. Returns undefined if
 * either can't be read for certain: then the words are shown, and nothing is scored.
 */
export function readBetResult(betText: string, resultText: string): BetResult | undefined {
  const share = readSharePercent(betText, resultText);
  const result = readNumberNow(betText, share?.text ?? resultText);
  return result && share ? { ...result, words: { ...result.words, now: share.typed } } : result;
}

function readNumberNow(betText: string, resultText: string): BetResult | undefined {
  const isNegative = NEGATIVE.test(resultText) && !NEGATIVE.test(betText);
  if (isNegative || UNCLEAR.test(resultText)) return undefined;
  const bet = readBet(betText);
  const now = bet && readNow(bet, betText, resultText);
  return now && scoreBet(bet, now, resultText);
}

/**
 * Numbers that say too little for certain: "1e3", "10M", several times, and a half, "2:50 min",
 * 2'50", "1 200", "2\u00bd", "a third".
 */
const UNCLEAR = new RegExp(
  [
    String.raw`\d\s*e\s*\d|\d\s?M\b|\btimes\b|\bhalf\b`,
    String.raw`\d:\d\d\s?(?:m|min|minutes?|s|sec|seconds?|h|hrs?|hours?)\b`,
    String.raw`\d\s?['\u2019\u2032]\s?\d{1,2}(?!\d)|\d\s?[\u2032\u2033]`,
    String.raw`\b(?:an?|one|two|three) (?:third|quarter|fifth|tenth)s?\b`,
    String.raw`[\u00bc-\u00be\u2153\u2154]|\d \d\/\d|(?<![\d.,])\d{1,3} \d{3}(?![\d])`,
  ].join("|"),
);

/** A number below zero, which is a slip unless the bet has one. */
const NEGATIVE = /(?<![\w-])-\s*\d/;

/** Words that keep a number from saying how things are now. */
const DOUBTS = new Set(
  `not no never nobody unknown unclear maybe perhaps might would could should expect expected hope
  will yet until goal target guess think if unmeasured untested cannot without didn't hasn't isn't
  failed fails fail wasn't can't couldn't won't haven't aren't don't doesn't rarely sometimes only
  except projected forecast estimate estimated planned almost nearly best worst`.split(/\s+/),
);
/** Words beside a number that make it a difference: "down 3", "10 minutes faster". */
const DIFFERENCES = new Set(
  `down up by dropped fell cut reduced increased rose grew gained lost saved saves plus minus faster
  slower lower higher better worse shorter longer off fewer improvement reduction drop increase
  decrease change difference more less saving savings + ±`.split(/\s+/),
);

function readNow(bet: Bet, betText: string, text: string): Now | undefined {
  const parts = readAmounts(text);
  const amounts = parts.filter(({ amount }) => amount);
  if (amounts.length === 0) return undefined;
  if (parts.some(({ amount, text: word }) => !amount && DOUBTS.has(word))) return undefined;
  const change = findChange(parts);
  if (change) return readChangedTo(bet, change) ?? readRangeOf(text, change, parts);
  if (hasUnreadSum(parts)) return undefined;
  const index = findNow(bet, betText, parts);
  const amount = parts[index]?.amount;
  if (!amount || isDifference(parts, index)) return undefined;
  return { amount, bound: readBound(parts, index) };
}

/** "3 days 4 hours": how many hours a day has isn't said, so the sum isn't read. */
function hasUnreadSum(parts: readonly TextPart[]): boolean {
  return parts.some(({ amount }, index) => {
    const skip = /^(?:and|,)$/.test(parts[index + 1]?.text ?? "") ? 2 : 1;
    const next = parts[index + skip]?.amount;
    if (amount?.unit?.kind !== "time" || next?.unit?.kind !== "time") return false;
    return amount.unit.name !== next.unit.name && smallerTime(amount.unit, next.unit) === next.unit;
  });
}

/** "42 to 11": the change starts where the bet did, so its end is the number now. */
function readChangedTo(bet: Bet, change: Bet): Now | undefined {
  const unit = findCommonUnit(change.unit, bet.unit);
  if (unit === null) return undefined;
  const start = toUnit(change.before, change.unit ?? bet.unit, unit);
  const expected = toUnit(bet.before, bet.unit, unit);
  const isSame = start.low <= expected.high && expected.low <= start.high;
  return isSame ? { amount: { ...change.bet, unit: change.unit }, bound: undefined } : undefined;
}

/** "10 to 12 minutes" says a range, if no word says that it changed. */
function readRangeOf(text: string, change: Bet, parts: readonly TextPart[]): Now | undefined {
  const isChange = parts.some(({ amount, text }) => !amount && /^(?:from|->|instead)$/.test(text));
  if (isChange || change.goesDown) return undefined;
  const { before, bet, unit } = change;
  return {
    amount: {
      ...bet,
      low: before.low,
      start: before.start,
      typed: text.slice(before.start, bet.end),
      unit,
    },
    bound: undefined,
  };
}

/**
 * Finds the one amount that can be the number now, or returns -1: one with the unit of the bet,
 * else one that can be converted to it, else one without a unit.
 */
function findNow(bet: Bet, betText: string, parts: readonly TextPart[]): number {
  const all = parts.flatMap(({ amount }, index) => (amount ? [{ amount, index }] : []));
  if (all.some(({ amount }) => isOtherShare(amount, bet))) return -1;
  const tiers: ((amount: Amount) => boolean)[] = [
    ({ unit }) => unit !== undefined && unit.name === bet.unit?.name,
    ({ unit }) => unit !== undefined && isComparable(unit, bet.unit, betText),
    ({ unit, mayBeYear }) => unit === undefined && isBareFine(bet, mayBeYear, all.length),
  ];
  const found = tiers
    .map((fits) => all.filter(({ amount }) => fits(amount)))
    .find((tier) => tier.some(({ amount }) => tier.length === 1 || !isOfBet(bet, amount)));
  const rest = found?.length === 1 ? found : found?.filter(({ amount }) => !isOfBet(bet, amount));
  const [only, another] = rest ?? [];
  if (!only || another) return -1;
  // "42 minutes before and 10 now": a number of the bet must be the only one.
  const others = all.filter(({ amount }) => amount !== only.amount && !amount.unit);
  return isOfBet(bet, only.amount) && others.length > 0 ? -1 : only.index;
}

/** "3 of 4 runs took 10 minutes": a share beside the number makes it true of some only. */
function isOtherShare({ unit }: Amount, bet: Bet): boolean {
  const isShare = unit?.kind === "share" || unit?.kind === "percent";
  return isShare && unit.kind !== bet.unit?.kind;
}

function isComparable(unit: Unit, wanted: Unit | undefined, betText: string): boolean {
  if (unit.kind === "noun")
    return wanted
      ? wanted.kind === "noun" && sharesWord(unit.name, wanted.name)
      : sharesWord(unit.name, betText.replace(/[^A-Za-z\u00c0-\u024f]+/g, " "));
  return wanted !== undefined && typeof findCommonUnit(unit, wanted) === "object";
}

/** "2026" is a number of a bet about thousands, if nothing else is said. */
function isBareFine({ before, bet }: Bet, mayBeYear: boolean, count: number): boolean {
  return !mayBeYear || (count === 1 && Math.max(before.high, bet.high) >= 500);
}

/** "It was 42 and is 12 now": the old number and the goal may be said again. */
function isOfBet(bet: Bet, amount: Amount): boolean {
  return [bet.before, bet.bet].some(({ low }) => low === amount.low);
}

function isDifference(parts: readonly TextPart[], index: number): boolean {
  const [one = "", two = ""] = [parts[index - 1]?.text, parts[index + 1]?.text];
  // "6 minutes by stopwatch" says how it was measured.
  return (
    (DIFFERENCES.has(one) && !/^(?:more|less|fewer)$/.test(one)) ||
    (DIFFERENCES.has(two) && two !== "by")
  );
}

const BOUNDS: readonly [Bound, RegExp][] = [
  ["under", /(?:under|below|less than|fewer than|at most|up to|<|<=|≤|no more than|within|max)$/],
  ["over", /(?:over|above|more than|at least|>|>=|≥|min|beyond|past)$/],
];

/** "under 10", "10 or less": which side of the amount the number is on. */
function readBound(parts: readonly TextPart[], index: number): Bound | undefined {
  const textOf = (from: number, to: number) =>
    parts
      .slice(Math.max(0, from), to)
      .map(({ text }) => text)
      .join(" ");
  const before = textOf(index - 3, index);
  const after = textOf(index + 1, index + 3);
  if (/^or (?:less|fewer|under|below|faster)/.test(after)) return "under";
  if (/^(?:or (?:more|over|above|longer)|\+)/.test(after)) return "over";
  return BOUNDS.find(([, words]) => words.test(before))?.[0];
}

/** Scores a bet, unless the number now is too loose for it. */
function scoreBet(bet: Bet, { amount, bound }: Now, text: string): BetResult | undefined {
  const unit = findCommonUnit(amount.unit ?? bet.unit, bet.unit);
  if (unit === null || [bet.before, bet.bet].some((end) => isBareBesideSum(amount, end)))
    return undefined;
  const own = amount.unit ?? bet.unit;
  // A day of work has fewer hours than a day: such a bet is scored if both say the same.
  const scores = [false, true].map((isAtWork) => {
    const convert = (value: number, from: Unit | undefined) =>
      from?.kind === "time" && unit?.kind === "time"
        ? convertTime(value, from, unit, isAtWork)
        : value;
    const { before, bet: goal } = numbersOf(bet);
    const end = bet.goesDown ? amount.high : amount.low;
    const numbers = {
      before: convert(before, bet.unit),
      bet: convert(goal, bet.unit),
      after: convert(end, own),
    };
    return { ...numbers, outcome: judge(numbers) };
  });
  const [score, other] = scores;
  if (!score || score.outcome !== other?.outcome) return undefined;
  if (bound && !isCertain(score.outcome, bound, bet.goesDown)) return undefined;
  const now = quoteAmount(text, amount, bet.unit);
  return { ...score, unit: (unit ?? bet.unit)?.name, words: { bet: describeBet(bet), now } };
}

function judge({ before, bet, after }: { before: number; bet: number; after: number }): BetOutcome {
  const direction = Math.sign(bet - before);
  if ((after - bet) * direction >= 0) return "reached";
  if (after === before) return "unchanged";
  return (after - before) * direction > 0 ? "part-way" : "other-way";
}

/** "Under 10" is enough to say that a bet on 10 is reached, but not how far another one moved. */
function isCertain(outcome: BetOutcome, bound: Bound, goesDown: boolean): boolean {
  const isFarther = (bound === "under") === goesDown;
  return isFarther ? outcome === "reached" : outcome === "other-way";
}
