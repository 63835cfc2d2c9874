import { type Piece, textOf } from "./amount-pieces.ts";
import { type Read, readWholeNumber } from "./amount-unit.ts";
import { type ReadPeriod, readEvery, readPer } from "./periods.ts";
import type { Unit } from "./units.ts";
import { wordSet } from "./word-set.ts";

/** What may stand before a word that is an amount by itself: "from never", "now it's daily". */
const BEFORE = wordSet(
  "from to -> = : , ; . ( is are was were be it's they're now still only just goes go went down up",
);
/** What may stand behind it: "never to once a week", "all of them", "nobody anymore". */
const AFTER = wordSet(`
  to -> now today anymore again instead . , ; ) ( : ! ? and or but then so if when by in on at this
  last currently
`);
const THEM = /^(?:them|these|those|us)$/;

const NOTHING = wordSet("never nobody");
const EVERYTHING = wordSet("all everyone everybody always");
const OFTEN: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
const TIMES: Unit = { kind: "noun", name: "times" };
const PERCENT: Unit = { kind: "percent", name: "%" };

/** Reads what counts as an amount only beside another one: "never", "all", "twice a week". */
export function readLooseWord(pieces: readonly Piece[], index: number): Read | undefined {
  return readOften(pieces, index) ?? readAllOrNone(pieces, index);
}

/** Returns true if a word isn't said of another one, as in "from all to half", not "all orders". */
export function isFreeWord(pieces: readonly Piece[], index: number, length: number): boolean {
  const before = pieces[index - 1];
  const after = pieces[index + length];
  return (!before || BEFORE.has(before.text)) && (!after || AFTER.has(after.text));
}

/** Returns how many pieces "of them" takes. */
export function countOfThem(pieces: readonly Piece[], index: number): number {
  return textOf(pieces, index) === "of" && THEM.test(textOf(pieces, index + 1)) ? 2 : 0;
}

/** "twice a week", "once every two weeks", "twice", "daily", "every other week". */
function readOften(pieces: readonly Piece[], index: number): Read | undefined {
  const count = OFTEN[textOf(pieces, index)];
  if (count) {
    const period = readPer(pieces, index + 1);
    if (!period && !isFreeWord(pieces, index, 1)) return undefined;
    return createOften(count, 1, period);
  }
  const every = readEvery(pieces, index);
  return every && isFreeWord(pieces, index, every.length) ? createOften(1, 0, every) : undefined;
}

function createOften(value: number, length: number, period: ReadPeriod | undefined): Read {
  return {
    amount: { ...createLoose(value, TIMES), ...(period ? { per: period.per } : {}) },
    length: length + (period?.length ?? 0),
  };
}

/** Adds the period to a number of times: "4 times a month". */
export function addOften(pieces: readonly Piece[], index: number, read: Read): Read {
  const { amount, length } = read;
  const isTimes = amount.unit?.kind === "noun" && amount.unit.name === TIMES.name;
  const period = isTimes ? readPer(pieces, index + length) : undefined;
  if (!period) return read;
  return {
    ...read,
    amount: { ...amount, per: period.per, isLoose: true },
    length: length + period.length,
  };
}

/** "never", "no one", "all of them", "everyone", "all four". */
function readAllOrNone(pieces: readonly Piece[], index: number): Read | undefined {
  const text = textOf(pieces, index);
  const isNoOne = text === "no" && textOf(pieces, index + 1) === "one";
  const length = isNoOne ? 2 : 1;
  if (isNoOne || NOTHING.has(text))
    return isFreeWord(pieces, index, length)
      ? { amount: createLoose(0, undefined), length }
      : undefined;
  if (!EVERYTHING.has(text)) return undefined;
  return readAllOf(pieces, index) ?? readWhole(pieces, index);
}

/** "all four" */
function readAllOf(pieces: readonly Piece[], index: number): Read | undefined {
  const count = textOf(pieces, index) === "all" ? readWholeNumber(pieces, index + 1) : undefined;
  if (!count || !isFreeWord(pieces, index, 1 + count.length)) return undefined;
  const unit: Unit = { kind: "share", name: `of ${count.value}` };
  return { amount: createLoose(count.value, unit), length: 1 + count.length };
}

function readWhole(pieces: readonly Piece[], index: number): Read | undefined {
  const whole = 1 + countOfThem(pieces, index + 1);
  if (!isFreeWord(pieces, index, whole)) return undefined;
  return { amount: { ...createLoose(100, PERCENT), isFraction: true }, length: whole };
}

function createLoose(value: number, unit: Unit | undefined) {
  return { low: value, high: value, unit, scale: 1, mayBeYear: false, isLoose: true };
}
