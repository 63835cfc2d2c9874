import type { TypedAmount } from "./amount-unit.ts";
import { nameUnit, type Unit, writeAmount } from "./units.ts";

/** Words before a number that belong to it: "about 11 min", "no more than 10". */
const BEFORE =
  /(?:(?:\b(?:about|around|roughly|approximately|exactly|under|below|over|above|beyond|past|less than|fewer than|more than|no more than|no less than|at most|at least|up to|within|max)\s+)|[~≈<>≤≥]=?\s*)+$/i;

/** Words after a number that belong to it: "10 minutes or less", "19 tickets a week". */
const AFTER =
  /^(?:\s*\+|\s*\/\s?[a-z]+|\s+(?:per|a|an|each|every)\s+(?:second|minute|hour|day|week|month|quarter|year|person|user|customer|team|run|report)\b)?(?:\s+or\s+(?:less|fewer|under|below|faster|more|over|above|longer))?/i;

/**
 * Returns an amount as a person typed it, with what belongs to it. A bare number gets the unit
 * that is known for it.
 */
export function quoteAmount(text: string, amount: TypedAmount, unit: Unit | undefined): string {
  const before = BEFORE.exec(text.slice(0, amount.start))?.[0] ?? "";
  const after = AFTER.exec(text.slice(amount.end))?.[0] ?? "";
  const number = isBare(amount, after) ? writeBare(amount, unit) : amount.typed;
  return `${before}${number}${after}`.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** A number alone says what it counts only beside its bet. */
function isBare({ unit }: TypedAmount, after: string): boolean {
  return unit === undefined && !/^\s*(?:\/|\+|per |an? |each |every )/i.test(after);
}

function writeBare({ typed, low, high }: TypedAmount, unit: Unit | undefined): string {
  // "None phone calls" and "1 phone calls" don't read well.
  const isNone = low === 0 && !/\d/.test(typed);
  if (!unit || isNone || (low === 1 && unit.kind === "noun")) return typed;
  if (unit.kind === "money" && low === high) return writeAmount(low, unit);
  return typed + nameUnit(low === high ? low : 0, unit);
}
