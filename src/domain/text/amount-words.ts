import { type Piece, textOf } from "./amount-pieces.ts";
import { type Read, readNoun, readTotal, readUnit } from "./amount-unit.ts";
import { countOfThem, isFreeWord } from "./loose-words.ts";
import { readSpelled } from "./spelled-number.ts";

/** Reads a number in words: "ten minutes", "an hour", "half an hour", "none". */
export function readWordAmount(pieces: readonly Piece[], index: number): Read | undefined {
  return readFraction(pieces, index) ?? readNumberWord(pieces, index);
}

function readNumberWord(pieces: readonly Piece[], index: number): Read | undefined {
  const spelled = readSpelled(pieces, index);
  if (!spelled) return readOne(pieces, index);
  const text = textOf(pieces, index);
  if (text === "one" && /^(?:no|the)$/.test(textOf(pieces, index - 1))) return undefined;
  const { value, length } = spelled;
  const after = index + length;
  const amount = { low: value, high: value, scale: 1, mayBeYear: false, unit: undefined };
  if (text === "none") return { amount, length: length + countOfThem(pieces, after) };
  const share = readTotal(pieces, after);
  if (share) {
    const unit = { kind: "share", name: `of ${share.total}` } as const;
    return { amount: { ...amount, unit }, length: length + share.length };
  }
  const named = readUnit(pieces, after) ?? (value > 1 && readNoun(pieces, after));
  return named
    ? { amount: { ...amount, unit: named.unit }, length: length + named.length }
    : { amount, length };
}

/** "an hour", "half a day". */
function readOne(pieces: readonly Piece[], index: number): Read | undefined {
  const text = textOf(pieces, index);
  if (text === "half" && isArticle(textOf(pieces, index + 1)))
    return readArticle(pieces, index, 0.5, 2);
  return isArticle(text) && !isRate(pieces, index) ? readArticle(pieces, index, 1, 1) : undefined;
}

const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3 };
/** "A third of what it was" says how much less, and "a quarter of an hour" a time. */
const NO_WHOLE =
  /^(?:what|it|its|that|this|before|today|today's|now|last|an?|our|current|currently)$/;

/** Reads "a third of the orders" and "half of the orders" as percentages. */
function readFraction(pieces: readonly Piece[], index: number): Read | undefined {
  const text = textOf(pieces, index);
  const next = textOf(pieces, index + 1);
  const isLoose = text === "half" && isFreeWord(pieces, index, 1);
  const isHalf = text === "half" && (isLoose || /^(?:of|the|all)$/.test(next));
  const count = isHalf ? 1 : COUNTS[text];
  const part = isHalf ? 2 : PARTS[next.replace(/s$/, "")];
  if (!count || !part) return undefined;
  const length = isHalf ? 1 : 2;
  if (!isOfWhole(pieces, index + length, isHalf)) return undefined;
  const value = (count / part) * 100;
  const unit = { kind: "percent", name: "%" } as const;
  const amount = { low: value, high: value, unit, scale: 1, mayBeYear: false, isFraction: true };
  const read = { amount, length: length + countOfThem(pieces, index + length) };
  return isLoose ? { ...read, amount: { ...amount, isLoose } } : read;
}

/** "Of the orders", or nothing: then what stands before says of what. */
function isOfWhole(pieces: readonly Piece[], index: number, isHalf: boolean): boolean {
  const after = textOf(pieces, index);
  const whole = textOf(pieces, index + (after === "of" ? 1 : 0));
  return (isHalf || /^(?:of|to|[.,;)]|)$/.test(after)) && !NO_WHOLE.test(whole);
}

function isArticle(word: string): boolean {
  return word === "a" || word === "an";
}

/** "an hour", "half a day": only with a unit of time. */
function readArticle(
  pieces: readonly Piece[],
  index: number,
  value: number,
  skip: number,
): Read | undefined {
  const named = readUnit(pieces, index + skip);
  if (named?.unit.kind !== "time") return undefined;
  const amount = { low: value, high: value, scale: 1, mayBeYear: false, unit: named.unit };
  return { amount, length: skip + named.length };
}

/** "42 minutes a week", "3 tickets an hour": how often, not how long. */
function isRate(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  return (
    before !== undefined &&
    !/^(?:from|to|under|below|than|about|around|over|->|:)$/.test(before.text)
  );
}
