import type { Piece } from "./amount-pieces.ts";
import { type Read, readNoun, readUnit, textOf } from "./amount-unit.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** Reads a number in words: "ten minutes", "an hour", "half an hour", "none". */
export function readWordAmount(pieces: readonly Piece[], index: number): Read | undefined {
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
