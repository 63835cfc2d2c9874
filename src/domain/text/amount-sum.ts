import { type Piece, textOf } from "./amount-pieces.ts";
import { type Read, readNoun, readTotal, readUnit } from "./amount-unit.ts";
import { findUnit, type Unit } from "./units.ts";

/** Units that are said together, the larger first, with how many of the smaller one it has. */
const SUMS: Readonly<Record<string, { smaller: string; count: number }>> = {
  hours: { smaller: "minutes", count: 60 },
  minutes: { smaller: "seconds", count: 60 },
};

/** Joins "1 hour 10 minutes", "2h30", "1h and 5m" and "2 minutes 50" into the smaller unit. */
export function joinSum(pieces: readonly Piece[], index: number, first: Read): Read {
  const sum = SUMS[first.amount.unit?.name ?? ""];
  if (!sum) return first;
  const and = textOf(pieces, index + first.length) === "and" ? 1 : 0;
  const at = index + first.length + and;
  const rest = readSmallerPart(pieces, at, sum, and === 0);
  if (!rest) return first;
  const value = first.amount.low * sum.count + rest.value;
  const unit: Unit = { kind: "time", name: sum.smaller };
  const length = first.length + and + rest.length;
  const joined = { ...first.amount, low: value, high: value, unit, isSum: true };
  const whole = { amount: joined, length };
  return rest.isNamed ? joinSum(pieces, index, whole) : whole;
}

type Sum = (typeof SUMS)[string];

/** Reads the smaller part; without its unit only where nothing else is counted by it. */
function readSmallerPart(pieces: readonly Piece[], at: number, sum: Sum, mayBeBare: boolean) {
  const number = pieces[at]?.number;
  if (!number || number.value < 0 || number.value >= sum.count || number.currency) return undefined;
  if (number.suffix !== "")
    return findUnit(number.suffix)?.name === sum.smaller
      ? { value: number.value, length: 1, isNamed: true }
      : undefined;
  const unit = readUnit(pieces, at + 1);
  if (unit?.unit.name === sum.smaller)
    return { value: number.value, length: 1 + unit.length, isNamed: true };
  const isOther = unit ?? (readTotal(pieces, at + 1) || readNoun(pieces, at + 1));
  return mayBeBare && !isOther && { value: number.value, length: 1, isNamed: false };
}
