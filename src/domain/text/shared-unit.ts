import type { TypedAmount } from "./amount-unit.ts";
import { convertTime, smallerTime, type Unit } from "./units.ts";

/** "From 42 to 2 minutes 50": the 42 aren't seconds, but nothing says so. */
export function isBareBesideSum(bare: TypedAmount, { isSum, unit }: TypedAmount): boolean {
  return bare.unit === undefined && isSum === true && unit?.name === "seconds";
}

/** Returns the unit of two amounts, of which one may have none. Returns null if they differ. */
export function findCommonUnit(one: Unit | undefined, other: Unit | undefined) {
  if (!one || !other) return one ?? other;
  if (one.kind !== other.kind) return null;
  if (one.kind === "time") return smallerTime(one, other);
  if (one.kind === "noun") return sharesWord(one.name, other.name) ? other : null;
  return one.name === other.name ? one : null;
}

/** "leads" and "qualified leads", "ticket" and "tickets" name the same thing. */
export function sharesWord(one: string, other: string): boolean {
  const stems = new Set(one.toLowerCase().split(" ").map(stem));
  return other
    .toLowerCase()
    .split(" ")
    .some((word) => stems.has(stem(word)));
}

function stem(word: string): string {
  return word.replace(/(?:es|s)$/, "");
}

/** "900 to 1.2k" is clear; in "5 to 10k", the 5 could also mean 5k. */
export function isScaleClear(before: TypedAmount, bet: TypedAmount): boolean {
  const isOneSided = before.scale === 1 && bet.scale !== 1;
  return !isOneSided || before.unit?.kind === "money" || before.low * 10 >= bet.scale;
}

/** Converts an amount to a unit of time; leaves others as they are. */
export function toUnit(
  amount: TypedAmount,
  from: Unit | undefined,
  to: Unit | undefined,
): TypedAmount {
  if (from?.kind !== "time" || to?.kind !== "time") return { ...amount, unit: to };
  const [low, high] = [amount.low, amount.high].map((value) => convertTime(value, from, to));
  return { ...amount, low: low ?? 0, high: high ?? 0, unit: to };
}
