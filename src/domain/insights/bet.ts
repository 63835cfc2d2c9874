import { readAmounts, type TextPart } from "../text/amount.ts";
import type { TypedAmount } from "../text/amount-unit.ts";
import { namePeriod } from "../text/periods.ts";
import { convertTime, writeAmount, writeNumber } from "../text/units.ts";
import {
  findInClauses,
  findInsteadFirst,
  isCalendarOnly,
  isNoGoal,
  type Pair,
} from "./bet-clauses.ts";
import { type Bet, hasTwoPeriods, pairAmounts } from "./bet-pair.ts";
import { withoutAmounts, withoutAsides, withoutDayTimes } from "./bet-parts.ts";

/** Returns the two numbers of a bet. Of a range, the end that claims less counts. */
export function numbersOf({ before, bet, goesDown }: Bet): { before: number; bet: number } {
  return goesDown ? { before: before.low, bet: bet.high } : { before: before.high, bet: bet.low };
}

/** Says a bet in numbers: "42 to 10 minutes", "8% to 5%", "from 3 of 4 to 0". */
export function describeBet(bet: Bet): string {
  const { unit, firstUnit } = bet;
  const numbers = numbersOf(bet);
  if (hasTwoPeriods(bet)) return `${sayFrom(describeRate(bet.before))} to ${describeRate(bet.bet)}`;
  const isSame = firstUnit?.kind !== "time" || firstUnit.name === unit?.name;
  const goal = describeGoal(bet);
  if (isTyped(bet.before)) return `${sayFrom(bet.before.typed.toLowerCase())} to ${goal}`;
  if (!isSame && unit && convertTime(numbers.before, unit, firstUnit) >= 1)
    return `${writeAmount(convertTime(numbers.before, unit, firstUnit), firstUnit)} to ${goal}`;
  // "3 to 0 of 4" reads as if the 4 were part of the goal.
  if (unit?.kind === "share")
    return `from ${writeAmount(numbers.before, unit)} to ${writeNumber(numbers.bet)}`;
  // "None to all" and not "0% to all".
  if (bet.before.high === 0 && isTyped(bet.bet))
    return `${sayFrom(bet.before.typed.toLowerCase())} to ${goal}`;
  const hasUnit = unit?.kind === "percent" || unit?.kind === "money" || isTyped(bet.bet);
  return `${hasUnit ? writeAmount(numbers.before, unit) : writeNumber(numbers.before)} to ${goal}`;
}

/** Says what a bet should reach: "10 minutes", "never". */
export function describeGoal(bet: Bet): string {
  const isWord = isTyped(bet.bet) || (bet.before.isFraction && bet.bet.high === 0);
  return isWord ? bet.bet.typed.toLowerCase() : writeAmount(numbersOf(bet).bet, bet.unit);
}

/** "1 h 20", "a third", "never" and "5 pm" are said as they were typed. */
function isTyped({ isSum, isFraction, isLoose, clock }: TypedAmount): boolean {
  return isSum === true || isFraction === true || isLoose === true || clock !== undefined;
}

/** "You bet from twice a week to never": words need a "from". */
function sayFrom(words: string): string {
  return /^[a-z]/.test(words) ? `from ${words}` : words;
}

/** "10 a day", "twice a week". */
function describeRate({ typed, per, isLoose }: TypedAmount): string {
  return isLoose || !per ? typed.toLowerCase() : `${typed.toLowerCase()} ${namePeriod(per)}`;
}

/** Reads a bet: "from 42 minutes to 10". Returns undefined if it has no number from and to. */
export function readBet(text: string): Bet | undefined {
  const parts = readAmounts(text);
  // A length comes before how often, and that before a time of day, which may only say when.
  const readings = [
    withoutAmounts(parts, ({ clock, isLoose }) => !clock && !isLoose),
    withoutAmounts(parts, ({ clock }) => !clock),
    withoutDayTimes(parts),
  ];
  for (const reading of readings) {
    const bet = findChange(withoutAsides(reading)) ?? findChange(reading);
    if (bet) return bet;
  }
  return undefined;
}

const FINDERS = [
  ...[findFromTo, findArrow, findTo, findInsteadOf, findGoal],
  ...[findInsteadFirst, findInClauses],
];

/** Finds the first change from one amount to another one. */
export function findChange(parts: readonly TextPart[]): Bet | undefined {
  for (const find of FINDERS) {
    for (let index = 0; index < parts.length; index++) {
      const [before, bet] = find(parts, index) ?? [];
      const change = before && bet && pairAmounts(before, bet);
      if (change) return change;
    }
  }
  return undefined;
}

/** How many words may stand before a number that belongs to a change, and before its "to". */
const REACH = 8;

const ESTIMATES = new Set(
  `about around roughly nearly almost under below over above at most least less more than no up
  down only just within by ~ ≈ < > <= >= ≤ ≥ = the a an between maximum max minimum min fewer something like
  maybe exactly`.split(/\s+/),
);

/** "from 42 minutes to 10", "from 42 a week down to 10", "to 10, down from 42". */
function findFromTo(parts: readonly TextPart[], index: number): Pair | undefined {
  if (parts[index]?.text !== "from") return undefined;
  const at = findAmount(parts, index + 1, isClauseEnd);
  if (at < 0) return undefined;
  const to = findWord(parts, at + 1, isTo);
  if (to >= 0) return [parts[at]?.amount, readTarget(parts, to + 1)];
  const before = findAmountBefore(parts, index);
  return [parts[at]?.amount, before];
}

/** "42 -> 10 min". */
function findArrow(parts: readonly TextPart[], index: number): Pair | undefined {
  if (parts[index]?.text !== "->") return undefined;
  return [findLastAmount(parts, index), readTarget(parts, index + 1)];
}

/** "42 to 10 minutes", "8% today to 5%". "About 8 to 10" is a range. */
function findTo(parts: readonly TextPart[], index: number): Pair | undefined {
  const part = parts[index];
  if (!part?.amount || /^(?:about|around|roughly|takes?|between)$/.test(textBefore(parts, index)))
    return undefined;
  const to = [1, 2, 3].find((skip) => isTo(parts[index + skip]));
  if (to === undefined || hasStop(parts, index + 1, index + to)) return undefined;
  return [part.amount, readTarget(parts, index + to + 1)];
}

const CONTRASTS =
  /^(?:instead of|rather than|compared (?:to|with)|versus|vs|down from|up from|was)/;

/** "10 minutes instead of 42", "10 minutes, was 42". */
function findInsteadOf(parts: readonly TextPart[], index: number): Pair | undefined {
  const part = parts[index];
  if (!part?.amount) return undefined;
  for (let at = index + 1; at < index + 5 && at < parts.length; at++) {
    const words = [0, 1].map((skip) => parts[at + skip]?.text ?? "").join(" ");
    if (parts[at]?.amount || /^[.;]/.test(words)) return undefined;
    const contrast = CONTRASTS.exec(words)?.[0];
    if (!contrast) continue;
    const from = at + contrast.split(" ").length;
    const before = findAmount(parts, from, isClauseEnd);
    return [parts[before]?.amount, part.amount];
  }
  return undefined;
}

const BASELINE = /^(?:today|currently|now|baseline|current|before|was|were)$/;
const GOAL = /^(?:target|goal|aim|want|should|after|bet|then|now)$/;

/** "Today 42 minutes, target 10": the only two numbers, each with what it is. */
function findGoal(parts: readonly TextPart[], index: number): Pair | undefined {
  if (!GOAL.test(parts[index]?.text ?? "")) return undefined;
  const numbers = parts.flatMap(({ amount }, at) => (amount ? [{ amount, at }] : []));
  const [first, second] = numbers;
  if (!first || !second || numbers.length > 2 || index < first.at || index > second.at)
    return undefined;
  const isNamed = parts.slice(0, index).some(({ text }) => BASELINE.test(text));
  if (!isNamed || isNoGoal(parts, second.at)) return undefined;
  if (isCalendarOnly(first.amount, second.amount)) return undefined;
  return [first.amount, second.amount];
}

function textBefore(parts: readonly TextPart[], index: number): string {
  return parts[index - 1]?.text ?? "";
}

function isTo(part: TextPart | undefined): boolean {
  return part?.text === "to" || part?.text === "->";
}

function isClauseEnd({ text }: TextPart): boolean {
  return /^(?:[.;]|to|->|from)$/.test(text);
}

function hasStop(parts: readonly TextPart[], from: number, to: number): boolean {
  return parts.slice(from, to).some(({ amount, text }) => amount || /^[.;]$/.test(text));
}

/** Returns the index of the next amount, or -1 if something else ends the search. */
function findAmount(
  parts: readonly TextPart[],
  from: number,
  isEnd: (part: TextPart) => boolean,
): number {
  for (let at = from; at < from + REACH && at < parts.length; at++) {
    const part = parts[at];
    if (part?.amount) return at;
    if (part && isEnd(part)) return -1;
  }
  return -1;
}

function findWord(
  parts: readonly TextPart[],
  from: number,
  is: (part: TextPart | undefined) => boolean,
): number {
  for (let at = from; at < from + REACH && at < parts.length; at++) {
    if (is(parts[at])) return at;
    if (parts[at]?.amount || /^[.;]$/.test(parts[at]?.text ?? "")) return -1;
  }
  return -1;
}

/** Reads the amount after "to", with nothing but "about", "at most" and the like before it. */
function readTarget(parts: readonly TextPart[], from: number): TypedAmount | undefined {
  for (let at = from; at < from + 5; at++) {
    const part = parts[at];
    if (part?.amount) return part.amount;
    if (!part || !ESTIMATES.has(part.text)) return undefined;
  }
  return undefined;
}

/** Finds the amount before an arrow. */
function findLastAmount(parts: readonly TextPart[], end: number): TypedAmount | undefined {
  const near = parts.slice(Math.max(0, end - 4), end);
  return near.findLast(({ amount }) => amount)?.amount;
}

/** Finds what a number became, where the old one comes last: "to 10 minutes, down from 42". */
function findAmountBefore(parts: readonly TextPart[], from: number): TypedAmount | undefined {
  const start = Math.max(0, from - 7);
  const near = parts.slice(start, from);
  const at = near.findLastIndex(({ amount }) => amount);
  const isDirected = /^(?:down|up)$/.test(textBefore(parts, from));
  const isReached = near
    .slice(0, Math.max(0, at))
    .some(({ text }) => /^(?:to|under|below)$/.test(text));
  return isDirected || isReached ? near[at]?.amount : undefined;
}
