import { type Piece, splitPieces } from "./amount-pieces.ts";
import {
  type Amount,
  MONTHS,
  type Read,
  readNoun,
  readTotal,
  readUnit,
  textOf,
} from "./amount-unit.ts";
import { readWordAmount } from "./amount-words.ts";
import { findUnit, type Unit } from "./units.ts";

/** A part of a text that was read: an amount, or a word, mark or something else. */
export type TextPart =
  | { amount: Amount; text: string }
  | { amount?: undefined; text: string; isName: boolean };

/** Reads the amounts of a text, with the words and marks between them. */
export function readAmounts(text: string): TextPart[] {
  const pieces = splitPieces(text);
  const parts: TextPart[] = [];
  for (let index = 0; index < pieces.length; ) {
    const read = readAmountAt(pieces, index);
    const piece = pieces[index];
    if (read) parts.push({ amount: read.amount, text: "" });
    else if (piece) parts.push({ text: piece.text, isName: piece.kind === "other" });
    index += read?.length ?? 1;
  }
  return joinRanges(parts);
}

/** "week 23", "hour 4": which one, not how many. */
const LABELS = new Set(
  `week hour day month sprint round version page phase step no question check item number room
  section line level option ticket issue q h slide iteration release row`.split(/\s+/),
);
function readAmountAt(pieces: readonly Piece[], index: number): Read | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  if (piece.kind === "word") return readWordAmount(pieces, index);
  if (!piece.number || isLabelOrDate(pieces, index)) return undefined;
  return readNumber(pieces, index, piece.number);
}

/** "hour 4", "June 12", "in 2026": the number says which one, or when. */
function isLabelOrDate(pieces: readonly Piece[], index: number): boolean {
  const before = textOf(pieces, index - 1);
  if (isYear(pieces[index]) && /^(?:in|since|of|during|until|by)$/.test(before)) return true;
  return isInDate(pieces, index) || (LABELS.has(before) && !readUnit(pieces, index + 1));
}

/** "June 12", "Jun. 12", "12 June", "12 of June", "June 12, 2026". */
function isInDate(pieces: readonly Piece[], index: number): boolean {
  const before = textOf(pieces, index - 1);
  const skip = textOf(pieces, index + 1) === "of" ? 2 : 1;
  const after = textOf(pieces, index + skip);
  return (
    MONTHS.has(before) ||
    (MONTHS.has(after) && after !== "may") ||
    (before === "." && MONTHS.has(textOf(pieces, index - 2))) ||
    (before === "," && isDayBefore(pieces, index - 1))
  );
}

function isYear(piece: Piece | undefined): boolean {
  return piece?.number?.isBare === true && /^(?:19|20)\d\d$/.test(piece.text);
}

/** "June 12, 2026": the number before the comma is a day. */
function isDayBefore(pieces: readonly Piece[], comma: number): boolean {
  return pieces[comma - 1]?.number !== undefined && MONTHS.has(textOf(pieces, comma - 2));
}

function readNumber(
  pieces: readonly Piece[],
  index: number,
  { value, currency, suffix }: NonNullable<Piece["number"]>,
): Read | undefined {
  const scaled = readScale(pieces, index, suffix);
  const rest = scaled.suffix;
  const attached = rest === "" ? undefined : findUnit(rest);
  if (rest !== "" && !attached && rest !== "x") return undefined;
  const money = findUnit(currency || textOf(pieces, index - 1));
  const number = value * scaled.scale;
  const amount: Amount = {
    low: number,
    high: number,
    scale: scaled.scale,
    unit: rest === "x" ? { kind: "noun", name: "times" } : attached,
    mayBeYear: isYear(pieces[index]),
  };
  if (money?.kind === "money") return { amount: { ...amount, unit: money }, length: scaled.length };
  if (amount.unit) return joinClock(pieces, index, { amount, length: scaled.length });
  return readWithUnit(pieces, index, { amount, length: scaled.length });
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1000,
  thousand: 1000,
  M: 1_000_000,
  mn: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  billion: 1_000_000_000,
};

function readScale(pieces: readonly Piece[], index: number, suffix: string) {
  const attached = SCALES[suffix];
  if (attached) return { scale: attached, suffix: "", length: 1 };
  const after = suffix === "" ? SCALES[textOf(pieces, index + 1)] : undefined;
  return after ? { scale: after, suffix: "", length: 2 } : { scale: 1, suffix, length: 1 };
}

/** Reads what stands after a number: a total, or a unit. */
function readWithUnit(pieces: readonly Piece[], index: number, { amount, length }: Read): Read {
  const after = index + length;
  const share = readTotal(pieces, after);
  if (share) {
    const unit: Unit = { kind: "share", name: `of ${share.total}` };
    return { amount: { ...amount, unit, mayBeYear: false }, length: length + share.length };
  }
  const unit = readUnit(pieces, after) ?? readNoun(pieces, after);
  if (!unit) return { amount, length };
  const whole = { amount: { ...amount, unit: unit.unit }, length: length + unit.length };
  return unit.unit.kind === "time" ? joinClock(pieces, index, whole) : whole;
}

/** Joins "1 hour 10 minutes", "2h30" and "1h and 5m" into minutes. */
function joinClock(pieces: readonly Piece[], index: number, hours: Read): Read {
  if (hours.amount.unit?.name !== "hours") return hours;
  const and = textOf(pieces, index + hours.length) === "and" ? 1 : 0;
  const at = index + hours.length + and;
  const isCompact = pieces[at]?.isJoined || pieces[index]?.number?.suffix === "h";
  const minutes = readMinutesAt(pieces, at, and === 0 && isCompact === true);
  if (!minutes) return hours;
  const value = hours.amount.low * 60 + minutes.value;
  const unit: Unit = { kind: "time", name: "minutes" };
  const length = hours.length + and + minutes.length;
  return { amount: { ...hours.amount, low: value, high: value, unit }, length };
}

/** Reads the minutes after hours; a bare number only where it is written close to them. */
function readMinutesAt(pieces: readonly Piece[], at: number, mayBeBare: boolean) {
  const number = pieces[at]?.number;
  if (!number || number.value < 0 || number.value >= 60 || number.currency) return undefined;
  if (number.suffix !== "")
    return findUnit(number.suffix)?.name === "minutes" && { value: number.value, length: 1 };
  const unit = readUnit(pieces, at + 1);
  if (unit?.unit.name === "minutes") return { value: number.value, length: 1 + unit.length };
  return !unit && mayBeBare && { value: number.value, length: 1 };
}

/** Joins "10-12 minutes" and "between 10 and 12". A range that goes down isn't one. */
function joinRanges(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const range = part?.amount && readRange(parts, index, part.amount);
    if (range) joined.push({ amount: range, text: "" });
    else if (part) joined.push(part);
    if (range) index += 2;
  }
  return joined;
}

function readRange(parts: readonly TextPart[], index: number, low: Amount): Amount | undefined {
  const mark = parts[index + 1]?.text ?? "";
  const high = parts[index + 2]?.amount;
  const isBetween = mark === "and" && parts[index - 1]?.text === "between";
  if (!high || !(isBetween || /^[-\u2013\u2014]$/.test(mark))) return undefined;
  if (low.unit && low.unit.name !== high.unit?.name) return undefined;
  const scale = low.scale === 1 && low.low < high.low / high.scale ? high.scale : 1;
  if (low.low * scale > high.high) return undefined;
  return { ...high, low: low.low * scale };
}
