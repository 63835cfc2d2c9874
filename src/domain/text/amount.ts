import { readClock } from "./amount-clock.ts";
import { addHalf } from "./amount-halves.ts";
import { type Piece, splitPieces, textOf } from "./amount-pieces.ts";
import { joinSum } from "./amount-sum.ts";
import {
  type Amount,
  MONTHS,
  type Read,
  readNoun,
  readTotal,
  readUnit,
  type TypedAmount,
} from "./amount-unit.ts";
import { readWordAmount } from "./amount-words.ts";
import { addOften, readLooseWord } from "./loose-words.ts";
import { readPer } from "./periods.ts";
import { findUnit, type Unit } from "./units.ts";

/** A part of a text that was read: an amount, or a word, mark or something else. */
export type TextPart =
  | { amount: TypedAmount; text: string }
  | { amount?: undefined; text: string; isName: boolean };

/** Reads the amounts of a text, with the words and marks between them. */
export function readAmounts(text: string): TextPart[] {
  const pieces = splitPieces(text);
  const parts: TextPart[] = [];
  for (let index = 0; index < pieces.length; ) {
    const read = readCounted(pieces, index);
    const piece = pieces[index];
    const amount = read && addHalf(text, withWords(text, pieces, index, read));
    if (amount) parts.push({ amount, text: "" });
    else if (piece) parts.push({ text: piece.text, isName: piece.kind === "other" });
    index += read?.length ?? 1;
    if (amount) index = skipTo(pieces, index, amount.end);
  }
  return joinRanges(text, parts);
}

/** Returns the index of the first piece that starts at an offset of the text, or after it. */
function skipTo(pieces: readonly Piece[], index: number, offset: number): number {
  let at = index;
  while ((pieces[at]?.start ?? offset) < offset) at++;
  return at;
}

/** Adds the words of an amount as they stand in the text. */
function withWords(
  text: string,
  pieces: readonly Piece[],
  index: number,
  { amount, length, lead = 0 }: Read,
): TypedAmount {
  const start = pieces[index - lead]?.start ?? 0;
  const end = pieces[index + length - 1]?.end ?? start;
  return { ...amount, start, end, typed: text.slice(start, end) };
}

/** Reads an amount with the time that it is counted in: "40 tickets a week". */
function readCounted(pieces: readonly Piece[], index: number): Read | undefined {
  const first = readAmountAt(pieces, index);
  if (!first || first.amount.clock || first.amount.per) return first;
  const read = addOften(pieces, index, first);
  const period = read.amount.per ?? readPer(pieces, index + read.length)?.per;
  return period ? { ...read, amount: { ...read.amount, per: period } } : read;
}

/** "week 23", "hour 4": which one, not how many. */
const LABELS = new Set(
  `week hour day month sprint round version page phase step no question check item number room
  section line level option ticket issue q h slide iteration release row`.split(/\s+/),
);
function readAmountAt(pieces: readonly Piece[], index: number): Read | undefined {
  const piece = pieces[index];
  if (!piece) return undefined;
  const clock = readClock(pieces, index);
  if (clock) return clock;
  if (piece.kind === "word") {
    const read = readWordAmount(pieces, index);
    return read ? joinSum(pieces, index, read) : readLooseWord(pieces, index);
  }
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
  const lead = currency === "" ? 1 : 0;
  const money = findUnit(currency || textOf(pieces, index - 1));
  const number = value * scaled.scale;
  const amount: Amount = {
    low: number,
    high: number,
    scale: scaled.scale,
    unit: rest === "x" ? { kind: "noun", name: "times" } : attached,
    mayBeYear: isYear(pieces[index]),
  };
  if (money?.kind === "money")
    return { amount: { ...amount, unit: money }, length: scaled.length, lead };
  if (amount.unit) return joinSum(pieces, index, { amount, length: scaled.length });
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
  return unit.unit.kind === "time" ? joinSum(pieces, index, whole) : whole;
}

/** Joins "10-12 minutes" and "between 10 and 12". A range that goes down isn't one. */
function joinRanges(text: string, parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const range = part?.amount && readRange(text, parts, index, part.amount);
    if (range) joined.push({ amount: range, text: "" });
    else if (part) joined.push(part);
    if (range) index += 2;
  }
  return joined;
}

function readRange(
  text: string,
  parts: readonly TextPart[],
  index: number,
  low: TypedAmount,
): TypedAmount | undefined {
  const high = parts[index + 2]?.amount;
  if (!high || !isRangeMark(parts, index + 1, low, high)) return undefined;
  if (low.unit && low.unit.name !== high.unit?.name) return undefined;
  const scale = low.scale === 1 && low.low < high.low / high.scale ? high.scale : 1;
  if (low.low * scale > high.high) return undefined;
  const typed = text.slice(low.start, high.end);
  return { ...high, low: low.low * scale, start: low.start, typed };
}

/** "10-12", "between 10 and 12", and "one or two", but not "9 or 12". */
function isRangeMark(
  parts: readonly TextPart[],
  index: number,
  low: TypedAmount,
  high: TypedAmount,
): boolean {
  const mark = parts[index]?.text ?? "";
  if (mark === "and") return parts[index - 2]?.text === "between";
  if (mark === "or") return low.unit === undefined && high.low === low.high + 1;
  return /^[-\u2013\u2014]$/.test(mark);
}
