import { type Piece, textOf } from "./amount-pieces.ts";
import { readSpelled } from "./spelled-number.ts";

/** A time in which something is counted: two weeks in "every two weeks". */
export interface Period {
  name: string;
  count: number;
}

/** How often each period comes in a year: on the calendar, and at work, with 4 weeks a month. */
const PER_YEAR: Readonly<Record<string, readonly [calendar: number, work: number]>> = {
  hour: [8760, 1920],
  day: [365, 240],
  week: [365 / 7, 48],
  month: [12, 12],
  quarter: [4, 4],
  year: [1, 1],
};

const NAMES: Readonly<Record<string, string>> = {
  morning: "day",
  evening: "day",
  night: "day",
  workday: "day",
  weekday: "day",
};
const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const ADVERBS: Readonly<Record<string, string>> = {
  hourly: "hour",
  daily: "day",
  nightly: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
  annually: "year",
};
/** After "a day", these make it a time when: "9 minutes a day later". */
const WHEN = /^(?:later|ago|earlier|after|before)$/;
const SKIPS: Readonly<Record<string, number>> = { other: 2, second: 2, third: 3, fourth: 4 };

/** A period in a text, and how many pieces of it that takes. */
export interface ReadPeriod {
  per: Period;
  length: number;
}

/** Reads how often something comes: "daily", "every week", "every other week", "every 2 weeks". */
export function readEvery(pieces: readonly Piece[], index: number): ReadPeriod | undefined {
  const text = textOf(pieces, index);
  const adverb = ADVERBS[text];
  if (adverb) return { per: { name: adverb, count: 1 }, length: 1 };
  if (text !== "every" && text !== "each") return undefined;
  const next = textOf(pieces, index + 1);
  const number = pieces[index + 1]?.number;
  const spelled = number?.isBare
    ? { value: number.value, length: 1 }
    : readSpelled(pieces, index + 1);
  const skip = SKIPS[next];
  const count = skip ? { value: skip, length: 1 } : (spelled ?? { value: 1, length: 0 });
  const name = findPeriod(textOf(pieces, index + 1 + count.length));
  if (!name || count.value < 1) return undefined;
  return { per: { name, count: count.value }, length: 2 + count.length };
}

/** Reads in which time a number is counted, right behind it: "a week", "per day", "/month". */
export function readPer(pieces: readonly Piece[], index: number): ReadPeriod | undefined {
  const every = readEvery(pieces, index);
  if (every) return every;
  const skip = textOf(pieces, index) === "in" ? 1 : 0;
  if (!/^(?:an?|per|\/)$/.test(textOf(pieces, index + skip))) return undefined;
  const name = findPeriod(textOf(pieces, index + skip + 1));
  if (!name || WHEN.test(textOf(pieces, index + skip + 2))) return undefined;
  return { per: { name, count: 1 }, length: skip + 2 };
}

function findPeriod(word: string): string | undefined {
  if (WEEKDAYS.test(word)) return "week";
  const single = word.replace(/s$/, "");
  const name = NAMES[single] ?? single;
  return name in PER_YEAR ? name : undefined;
}

/** Returns true if two periods are the same, or if one isn't named. */
export function isSamePeriod(one: Period | undefined, other: Period | undefined): boolean {
  return !one || !other || (one.name === other.name && one.count === other.count);
}

/** Converts a number that is counted in one period to another one: 7 a week are 1 a day. */
export function toPeriod(
  value: number,
  from: Period | undefined,
  to: Period | undefined,
  isAtWork: boolean,
): number {
  if (!from || !to || isSamePeriod(from, to)) return value;
  const often = ({ name, count }: Period) => (PER_YEAR[name]?.[isAtWork ? 1 : 0] ?? 1) / count;
  return Number(((value * often(from)) / often(to)).toPrecision(12));
}

/** Says for which time a number is: "per week", "per 2 weeks". */
export function nameFor({ name, count }: Period): string {
  return count === 1 ? `per ${name}` : `per ${count} ${name}s`;
}

/** Says a period: "a week", "every 2 weeks". */
export function namePeriod({ name, count }: Period): string {
  if (count !== 1) return `every ${count} ${name}s`;
  return `${name === "hour" ? "an" : "a"} ${name}`;
}
