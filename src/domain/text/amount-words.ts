import type { Piece } from "./amount-pieces.ts";
import { type Read, readNoun, readUnit, textOf } from "./amount-unit.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** Reads a number in words: "ten minutes", "an hour", "half an hour", "none". */
export function readWordAmount(pieces: readonly Piece[], index: number): Read | undefined {
  return readFraction(pieces, index) ?? readNumberWord(pieces, index);
}

function readNumberWord(pieces: readonly Piece[], index: number): Read | undefined {
  const text = textOf(pieces, index);
  const next = textOf(pieces, index + 1);
  if (text === "half" && isArticle(next)) return readPeriod(pieces, index, 0.5, 2);
  if (isArticle(text) && !isRate(pieces, index)) return readPeriod(pieces, index, 1, 1);
  const value = NUMBER_WORDS.get(text);
  const isPronoun = text === "one" && /^(?:no|the)$/.test(textOf(pieces, index - 1));
  if (value === undefined || isPronoun) return undefined;
  const named = readUnit(pieces, index + 1) ?? (value > 1 && readNoun(pieces, index + 1));
  const amount = { low: value, high: value, scale: 1, mayBeYear: false };
  return named
    ? { amount: { ...amount, unit: named.unit }, length: 1 + named.length }
    : { amount: { ...amount, unit: undefined }, length: 1 };
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
  const isHalf = text === "half" && /^(?:of|the|all)$/.test(next);
  const count = isHalf ? 1 : COUNTS[text];
  const part = isHalf ? 2 : PARTS[next.replace(/s$/, "")];
  if (!count || !part) return undefined;
  const length = isHalf ? 1 : 2;
  const after = textOf(pieces, index + length);
  const whole = textOf(pieces, index + length + (after === "of" ? 1 : 0));
  const isPart = isHalf || /^(?:of|to|[.,;)]|)$/.test(after);
  if (!isPart || NO_WHOLE.test(whole)) return undefined;
  const value = (count / part) * 100;
  const unit = { kind: "percent", name: "%" } as const;
  const amount = { low: value, high: value, unit, scale: 1, mayBeYear: false, isFraction: true };
  return { amount, length };
}

function isArticle(word: string): boolean {
  return word === "a" || word === "an";
}

/** "an hour", "half a day": only with a unit of time. */
function readPeriod(
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
