import { type Piece, textOf } from "./amount-pieces.ts";
import type { Period } from "./periods.ts";
import { readSpelled } from "./spelled-number.ts";
import { findUnit, type Unit } from "./units.ts";

/** A number with what it counts. A range has two ends; every other amount has the same twice. */
export interface Amount {
  low: number;
  high: number;
  unit: Unit | undefined;
  /** 1000 for "2k". */
  scale: number;
  /** True for "2026", which may be a year. */
  mayBeYear: boolean;
  /** True for "2 minutes 50", whose unit is that of its last number. */
  isSum?: boolean;
  /** True for "a third" and "all of them", which are read as percentages. */
  isFraction?: boolean;
  /** In which time: a week for "twice a week". */
  per?: Period;
  /** True for words that are only an amount beside another one: "never", "daily", "half". */
  isLoose?: boolean;
  /** How a time of day is written: with am or pm, as in 17:40, or as in 4:30, which can be both. */
  clock?: "half-day" | "day" | "open";
}

/** An amount with the words that a person typed for it. */
export interface TypedAmount extends Amount {
  /** As typed: "1 h 20", "3.5 %". */
  typed: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

/** An amount, and how many pieces of the text it takes. */
export interface Read {
  amount: Amount;
  length: number;
  /** How many pieces before the number belong to it, such as the EUR of "EUR 40k". */
  lead?: number;
}

/** The months, in full and short. */
export const MONTHS = new Set(
  `january february march april may june july august september october november december jan feb
  mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
);

/** Reads the total after a number: "of 40", "/40", "out of 40", "in 40". */
export function readTotal(pieces: readonly Piece[], index: number) {
  const words = [0, 1].map((at) => textOf(pieces, index + at)).join(" ");
  const skip = words === "out of" ? 2 : /^(?:of|\/|in)(?: |$)/.test(words) ? 1 : 0;
  const total = skip > 0 ? readWholeNumber(pieces, index + skip) : undefined;
  if (!total) return undefined;
  // "6 in 20" is a share; "6 in 3 weeks", "6 in one go" and "6 in 2026" aren't.
  const after = index + skip + total.length;
  const isOdd = total.value < 2 || total.value >= 1900;
  const isTime = /^in /.test(words) && (isOdd || readUnit(pieces, after));
  return isTime ? undefined : { total: total.value, length: skip + total.length };
}

/** Reads a whole number in digits or words. */
export function readWholeNumber(pieces: readonly Piece[], index: number) {
  const number = pieces[index]?.number;
  if (!number) return readSpelled(pieces, index);
  return number.isBare && number.suffix === "" ? { value: number.value, length: 1 } : undefined;
}

/** Reads the unit after a number: "minutes", "-min", "%", "percentage points". */
export function readUnit(pieces: readonly Piece[], index: number) {
  const skip = textOf(pieces, index) === "-" && pieces[index]?.isJoined ? 1 : 0;
  const word = textOf(pieces, index + skip);
  if (word === "percentage" && textOf(pieces, index + 1) === "points")
    return { unit: { kind: "points", name: "points" } as const, length: 2 };
  if (word === "per" && textOf(pieces, index + 1) === "cent")
    return { unit: { kind: "percent", name: "%" } as const, length: 2 };
  const unit = findUnit(word);
  return unit && { unit, length: skip + 1 };
}

const NO_NOUNS = new Set(
  `to and or by in on at per a an the each every within after before when if because which that we
  i it they you this next last once until till for of from with is are was were be as than instead
  rather down up now today currently then so but not only less more fewer over under max min at most
  out off or while where who whose whom who'd get gets per vs versus compared compares against since
  during between about around still again already just ago faster slower lower higher better worse
  shorter longer saved late early through into onto via without would will should can could may
  might must do does did has have had go goes went come comes take takes took make makes made here
  there yet soon maybe wrong right left`.split(/\s+/),
);

/** Reads up to three words after a number as what it counts: "support tickets", "sign-ups". */
export function readNoun(pieces: readonly Piece[], index: number) {
  let name = "";
  let length = 0;
  for (let words = 0; words < 3; words++) {
    if (!canBeNoun(pieces[index + length])) break;
    const isHyphenated = isJoinedBy(pieces, index + length, "-");
    name += `${words > 0 ? " " : ""}${textOf(pieces, index + length)}`;
    if (isHyphenated) name += `-${textOf(pieces, index + length + 2)}`;
    length += isHyphenated ? 3 : 1;
  }
  return length > 0 && { unit: { kind: "noun", name } as const, length };
}

function canBeNoun(piece: Piece | undefined): boolean {
  if (piece?.kind !== "word" || NO_NOUNS.has(piece.text)) return false;
  return !/ly$|day$/.test(piece.text) && !MONTHS.has(piece.text);
}

/** "sign-ups": a word, a mark and a word without spaces. */
function isJoinedBy(pieces: readonly Piece[], index: number, mark: string): boolean {
  const [joint, next] = [pieces[index + 1], pieces[index + 2]];
  return joint?.text === mark && joint.isJoined && next?.kind === "word" && next.isJoined;
}
