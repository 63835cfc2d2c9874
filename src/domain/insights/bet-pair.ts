import { placeTimes, readBareHour } from "../text/amount-clock.ts";
import type { TypedAmount } from "../text/amount-unit.ts";
import { isSamePeriod, toPeriod } from "../text/periods.ts";
import { findCommonUnit, isBareBesideSum, isScaleClear, toUnit } from "../text/shared-unit.ts";
import type { Unit } from "../text/units.ts";

/** A bet as numbers: `before` should become `bet`. */
export interface Bet {
  before: TypedAmount;
  bet: TypedAmount;
  /** The unit of both, once converted: minutes for "2h to 45 min". */
  unit: Unit | undefined;
  /** True if the number should go down. */
  goesDown: boolean;
  /** The unit that the first number was given in. */
  firstUnit: Unit | undefined;
}

/** Gives two amounts the same unit. Returns undefined if they can't be compared, or are equal. */
export function pairAmounts(one: TypedAmount, other: TypedAmount): Bet | undefined {
  if (one.clock || other.clock) return pairTimes(one, other);
  const [before, bet] = areOneInMany(one, other)
    ? [toPercent(one), toPercent(other)]
    : [fitBeside(one, other.unit), fitBeside(other, one.unit)];
  const unit = findCommonUnit(before.unit, bet.unit);
  if (unit === null || isUnclearPair(before, bet, unit)) return undefined;
  const from = toUnit(before, before.unit ?? unit, unit);
  const to = toUnit(bet, bet.unit ?? unit, unit);
  const direction = compare(from, to, false);
  if (direction === 0 || direction !== compare(from, to, true)) return undefined;
  return { before: from, bet: to, unit, goesDown: direction < 0, firstUnit: before.unit };
}

/** "1 in 4 to 1 in 10": other shares of different totals aren't of the same things. */
function areOneInMany(one: TypedAmount, other: TypedAmount): boolean {
  const isOne = ({ unit, low, high }: TypedAmount) =>
    unit?.kind === "share" && low === 1 && high === 1;
  return isOne(one) && isOne(other) && one.unit?.name !== other.unit?.name;
}

/** Says a share as a percentage: "1 in 4" as 25 %. */
export function toPercent(amount: TypedAmount): TypedAmount {
  const share = amount.unit?.kind === "share" ? amount.unit : undefined;
  if (!share) return amount;
  const total = totalOf(share);
  const [low = 0, high = 0] = [amount.low, amount.high].map((end) => (end / total) * 100);
  return { ...amount, low, high, unit: { kind: "percent", name: "%" }, isFraction: true };
}

function isUnclearPair(before: TypedAmount, bet: TypedAmount, unit: Unit | undefined): boolean {
  if (before.mayBeYear && bet.mayBeYear && !unit) return true;
  if (isUnclearBeside(before, bet) || isUnclearBeside(bet, before)) return true;
  return !isScaleClear(before, bet);
}

/** "From 5 to 3 pm", "17:40 to 16:30". */
function pairTimes(one: TypedAmount, other: TypedAmount): Bet | undefined {
  const before = one.clock ? one : readBareHour(one);
  const bet = other.clock ? other : readBareHour(other);
  const [first, second] = (before && bet && placeTimes(before, bet)) ?? [];
  if (!before || !bet || first === undefined || second === undefined || first === second)
    return undefined;
  return {
    before: { ...before, low: first, high: first },
    bet: { ...bet, low: second, high: second },
    unit: before.unit,
    goesDown: second < first,
    firstUnit: before.unit,
  };
}

/** Returns -1 if the second amount is below the first one, 1 above it, and 0 if they overlap. */
function compare(from: TypedAmount, to: TypedAmount, isAtWork: boolean): number {
  const [low, high] = [to.low, to.high].map((end) => toPeriod(end, to.per, from.per, isAtWork));
  if (low === undefined || high === undefined) return 0;
  return high < from.low ? -1 : low > from.high ? 1 : 0;
}

/**
 * Says a part as a share, and how often as a plain count, if what stands beside it is counted so:
 * "3 of 4 to all", "4 visits a week to once a week".
 */
export function fitBeside(amount: TypedAmount, unit: Unit | undefined): TypedAmount {
  if (unit?.kind === "share" && amount.isFraction) {
    const total = totalOf(unit);
    const [low, high] = [amount.low, amount.high].map((part) => (part * total) / 100);
    return { ...amount, low: low ?? 0, high: high ?? 0, unit };
  }
  const isOften = amount.isLoose === true && amount.unit?.kind === "noun";
  const isOther = unit === undefined || (unit.kind === "noun" && unit.name !== amount.unit?.name);
  return isOften && isOther ? { ...amount, unit: undefined } : amount;
}

/** Returns the total of a share: 40 for "of 40". */
function totalOf({ name }: Unit): number {
  return Number(name.replace(/^of /, ""));
}

/** "From 42 to 2 minutes 50", "from 42 to a third": what the 42 are, nothing says. */
function isUnclearBeside(bare: TypedAmount, other: TypedAmount): boolean {
  if (bare.unit !== undefined || bare.high === 0) return false;
  return isBareBesideSum(bare, other) || other.isFraction === true;
}

/** Returns true if the two numbers of a bet are counted in different times: "daily to weekly". */
export function hasTwoPeriods({ before, bet }: Bet): boolean {
  return !isSamePeriod(before.per, bet.per);
}
