import type { TypedAmount } from "./amount-unit.ts";
import { findUnit } from "./units.ts";

/** Longer words aren't units. */
const HALF = /^\s{1,3}and\s{1,3}a\s{1,3}half\b(?:[\s-]{1,3}([a-z]{1,12})\b)?/i;

/** Adds the half of "two and a half hours", "2 and a half hours" and "an hour and a half". */
export function addHalf(text: string, amount: TypedAmount): TypedAmount {
  const [whole = "", word = ""] = HALF.exec(text.slice(amount.end, amount.end + 40)) ?? [];
  if (whole === "" || amount.isSum) return amount;
  const unit = amount.unit ?? findUnit(word.toLowerCase());
  const isNamed = !amount.unit && unit !== undefined;
  const length = isNamed ? whole.length : whole.length - (word === "" ? 0 : word.length + 1);
  const end = amount.end + length;
  const half = amount.scale / 2;
  const [low, high] = [amount.low + half, amount.high + half];
  return { ...amount, low, high, unit, end, typed: text.slice(amount.start, end) };
}
