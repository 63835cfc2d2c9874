import { readAmounts, type TextPart } from "../text/amount.ts";
import type { Amount } from "../text/amount-unit.ts";
import { isSamePeriod } from "../text/periods.ts";
import { findCommonUnit, sharesWord, toUnit } from "../text/shared-unit.ts";
import { smallerTime, type Unit } from "../text/units.ts";
import { findChange, readBet } from "./bet.ts";
import { type BetResult, type Bound, type Now, scoreBet } from "./bet-compare.ts";
import type { Bet } from "./bet-pair.ts";
import { fitToBet, readNothing } from "./bet-parts.ts";
import { readSharePercent } from "./bet-share.ts";

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
  const bet = isNegative ? undefined : readBet(betText);
  const now = bet && readNow(bet, betText, resultText);
  return now && scoreBet(bet, now, resultText);
}

/**
 * Numbers that say too little for certain: "1e3", "10M", several times, and a half, "2:50 min",
 * 2'50", "1 200", "2\u00bd", and "a third" that isn't read as a part.
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
  const parts = fitToBet(readNothing(readAmounts(text), bet), bet);
  const amounts = parts.filter(({ amount }) => amount);
  if (amounts.length === 0 || UNCLEAR.test(blankWords(text, parts))) return undefined;
  if (parts.some(({ amount, text: word }) => !amount && DOUBTS.has(word))) return undefined;
  const change = findChange(parts);
  if (change) return readChangedTo(bet, change) ?? readRangeOf(text, change, parts);
  if (hasUnreadSum(parts)) return undefined;
  const index = findNow(bet, betText, parts);
  const amount = parts[index]?.amount;
  if (!amount || isDifference(parts, index)) return undefined;
  return { amount, bound: readBound(parts, index) };
}

/** Leaves out the amounts in words that were read: "half of them", "3 times a week". */
function blankWords(text: string, parts: readonly TextPart[]): string {
  const read = parts.flatMap(({ amount }) =>
    amount && (amount.isLoose || !/\d/.test(amount.typed)) ? [amount] : [],
  );
  return read.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );
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
  if (unit === null || !isSamePeriod(change.before.per, bet.before.per)) return undefined;
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
  if (isOfBet(bet, only.amount) && others.length > 0) return -1;
  return isInList(parts, only.index) ? -1 : only.index;
}

/** "12, 11 and 9 minutes": several numbers, of which only the last has its unit. */
function isInList(parts: readonly TextPart[], index: number): boolean {
  const before = parts[index - 2]?.amount;
  const joint = parts[index - 1]?.text ?? "";
  return before !== undefined && !before.unit && /^(?:,|and|or|\/)$/.test(joint);
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
function isBareFine({ before, bet, unit }: Bet, mayBeYear: boolean, count: number): boolean {
  if (unit?.kind === "clock") return false;
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

const CLOCK_BOUNDS: typeof BOUNDS = [
  ["under", /(?:before|no later than|at the latest)$/],
  ["over", /(?:after|past|no earlier than|from)$/],
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
  if (/^or (?:less|fewer|under|below|faster|earlier|before)/.test(after)) return "under";
  if (/^(?:or (?:more|over|above|longer|later|after)|\+)/.test(after)) return "over";
  const bounds = parts[index]?.amount?.clock ? CLOCK_BOUNDS : BOUNDS;
  return bounds.find(([, words]) => words.test(before))?.[0];
}
