import { plainDigits } from "./digits.ts";
import { monthOf } from "./months.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { findStopDay } from "./stop-day.ts";

/** The largest number of minutes or passes: almost two years. More is a typing mistake. */
export const MAX_NUMBER = 999_999;

/** A whole number that a person typed; `of` is the total in "4 of 5". */
export interface WrittenCount {
  value: number;
  of: number | undefined;
}

/**
 * Reads a whole number: "4", "four", "1,000", "4 of 5", "~30". Returns undefined for other text.
 */
export function parseCount(text: string): WrittenCount | undefined {
  const [, value, of] = COUNT.exec(digitsForWords(plainDigits(text))) ?? [];
  if (value === undefined) return undefined;
  return { value: toNumber(value), of: of === undefined ? undefined : toNumber(of) };
}

/**
 * Reads a duration in minutes: "35", "35m", "1h 10", "1:10", "1.5 hours". Rounds to whole minutes.
 * Returns undefined for other text.
 */
export function parseMinutes(text: string): number | undefined {
  const written = plainDigits(text).replace(/(\d),(\d{1,2})(?!\d)/, "$1.$2");
  const clock = CLOCK.exec(written);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const inWords = hoursInWords.get(
    written
      .trim()
      .toLowerCase()
      .replace(/^about /, ""),
  );
  if (inWords !== undefined) return inWords;
  const [, hours, minutes] = TIME.exec(written) ?? [];
  if (hours === undefined && minutes === undefined) return parseWhole(written);
  const isClock = hours === undefined || Number(minutes ?? 0) < 60;
  return isClock ? Math.round(Number(hours ?? 0) * 60 + Number(minutes ?? 0)) : undefined;
}

/** Parts of an hour as people say them, in minutes. */
const hoursInWords: ReadonlyMap<string, number> = new Map([
  ["quarter of an hour", 15],
  ["a quarter of an hour", 15],
  ["half an hour", 30],
  ["half hour", 30],
  ["an hour", 60],
  ["one hour", 60],
  ["an hour and a half", 90],
]);

/** Reads a whole number that isn't part of a total: "4", not "4 of 5". */
export function parseWhole(text: string): number | undefined {
  const count = parseCount(text);
  return count?.of === undefined ? count?.value : undefined;
}

/**
 * Writes a date as YYYY-MM-DD: "2026/6/1", "6/1/2026" (month first), "June 1, 2026" and
 * "1 Jun 2026" become "2026-06-01". With `today`, "June 1", "next Friday" and "in two weeks" are
 * the next such day. Returns other text unchanged.
 */
export function normalizeDate(text: string, today?: Date): string {
  const digits = plainDigits(text).toLowerCase();
  for (const form of DATE_FORMS) {
    const { year = "", month = "", day = "" } = form.exec(digits)?.groups ?? {};
    const number = /^\d+$/.test(month) ? Number(month) : monthOf(month);
    if (year !== "" && number > 0) return joinDate(year, number, day);
  }
  const isShort = digits.split(/\s+/).length <= MAX_DAY_WORDS;
  const next = today && isShort ? findStopDay(digits, today) : undefined;
  return next ? writeDay(next) : text;
}

/** Writes the day of a time, where the person is: "2026-07-31". */
export function writeDay(day: Date): string {
  return joinDate(day.getFullYear(), day.getMonth() + 1, day.getDate());
}

/** "18th of December", "end of the month": longer text is a sentence, not a date. */
const MAX_DAY_WORDS = 4;

function joinDate(...parts: (number | string)[]): string {
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

const DATE_FORMS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/,
];

const COUNT = /^(?:~|about )?(\d{1,3}(?:[,']\d{3})+|\d{1,7})(?: ?(?:of|\/|out of) ?(\d{1,7}))?$/i;
const CLOCK = /^(\d{1,3}):([0-5]\d)(?: ?h)?$/;
const HOURS = String.raw`(\d{1,4}(?:\.\d{1,2})?) ?(?:h|hrs?|hours?)`;
const MINUTES = String.raw`(\d{1,6}|\d{1,6}\.\d(?= ?m))`;
const MINUTE_WORD = "(?:m|mins?|minutes?|')";
const TIME = new RegExp(
  `^(?:~|about )?(?:${HOURS}(?: ?(?:and )?(?=\\d)|$))?(?:${MINUTES} ?${MINUTE_WORD}?\\.?)?$`,
  "i",
);

function toNumber(digits: string): number {
  return Number(digits.replace(/[,']/g, ""));
}

/** Replaces numbers that are written as words: "about four of five" becomes "about 4 of 5". */
function digitsForWords(text: string): string {
  return text.replace(/[a-z]+/gi, (word) => String(NUMBER_WORDS.get(word.toLowerCase()) ?? word));
}
