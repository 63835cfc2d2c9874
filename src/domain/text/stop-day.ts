import { monthOf } from "./months.ts";
import { BY } from "./stop-words.ts";

const WEEKDAYS = "sun mon tue wed thu fri sat".split(" ");
const MONTH = `(${[
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?",
  "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
].join("|")})\\.?`;
const WEEKDAY = `(${[
  "sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?",
  "fri(?:day)?|sat(?:urday)?",
].join("|")})`;
const BEFORE_DAY =
  "(?<=\\b(?:by|on|until|till|before|or|after|next|this|to|is|reach|end of) " +
  "(?:the )?(?:(?:next|this|coming) )?)";
const BEFORE_SLASHED = String.raw`(?<=^|\b(?:by|on|until|till|before|or|after|at|[a-z]{3,6}day,?) |[(,] ?)`;
const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const COUNT = String.raw`(\d{1,3}|${NUMBERS.slice(1).join("|")}|a) (days?|weeks?|months?)\b`;
const YEAR = "(?:,? (20\\d\\d))?";
const FRIDAY = 5;

type Reader = (start: Date, parts: readonly (string | undefined)[]) => Date | undefined;

/** The ways to name a day, the most exact first. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [
    /\b(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b/g,
    (_, [y, m, d]) => dayOf(Number(y), Number(m), Number(d)),
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?%)${YEAR}`, "g"),
    (start, [m, d, y]) => yearly(start, monthOf(m ?? ""), Number(d), y),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?!may [a-z])${MONTH}(?![a-z])${YEAR}`, "g"),
    (start, [d, m, y]) => yearly(start, monthOf(m ?? ""), Number(d), y),
  ],
  [
    new RegExp(`${BEFORE_SLASHED}(\\d{1,2})/(\\d{1,2})(?:/(\\d{2}|20\\d\\d))?(?![\\d/]| of)`, "g"),
    readSlashed,
  ],
  [/\bend of (?:the )?(?:(next|this) )?(week|month|quarter|year|day)\b/g, readEnd],
  [
    new RegExp(`\\bend of ${MONTH}(?![a-z])${YEAR}`, "g"),
    (start, [m, y]) => lastDayOf(start, monthOf(m ?? ""), y),
  ],
  [new RegExp(`(?<=\\b(?:(?:in|within|or) |${BY})(?:the (?:next )?)?)${COUNT}`, "g"), readAhead],
  [/\b(tomorrow|today|tonight)\b/g, (start, [word]) => addDays(start, word === "tomorrow" ? 1 : 0)],
  [new RegExp(`${BEFORE_DAY}${WEEKDAY}\\b`, "g"), readWeekday],
  [new RegExp(`(?<=^(?:stop )?)${WEEKDAY}\\b`, "g"), readWeekday],
  [
    new RegExp(`\\b${WEEKDAY}(?: (?:morning|noon|afternoon|evening|night|eod))?[.!]?$`, "g"),
    readWeekday,
  ],
];

/** Before a day, these make it a deadline, and not only a day on which something is seen. */
const DEADLINE = new RegExp(
  `(?:\\b(?:by|until|till|before|after|than|or) (?:(?:the|this|next|coming|in|within|on) )*` +
    `(?:${WEEKDAY},? (?:the )?)?|^|^stop )$`,
);

/** Before a day, these make it a part of what is said: "the numbers for June 3". */
const REASON_BEFORE =
  /(?:\b(?:from|since|for|dated|(?<!end )of)|\d(?:th)? (?:to|through)) (?:the )?$/;

/** After a day too: "the June 3 report". */
const REASON_AFTER = new RegExp(
  `^(?:['’]s\\b| (?:[a-z]+ )?(?:reports?|exports?|imports?|files?|sheets?|numbers?|figures?|` +
    `totals?|data|lists?|versions?|copy|copies|snapshots?|backups?|runs?|rows?|orders?)\\b)`,
);

interface Found {
  from: number;
  to: number;
  day: Date | undefined;
  isDeadline: boolean;
}

/**
 * Finds the day on which a stop rule comes due: "June 12", "6/12", "Friday", "in two weeks". A date
 * without a year is the next one from the start on; a weekday is the next one after it. Of several
 * deadlines, the earliest counts. A day that belongs to the reason is none: "the June 3 report".
 */
export function findStopDay(text: string, startedAt: Date): Date | undefined {
  const line = text.slice(0, MAX_CHARACTERS).toLowerCase().replace(/\s+/g, " ").trim();
  const start = new Date(startedAt.getFullYear(), startedAt.getMonth(), startedAt.getDate());
  const found = listDays(line, start).filter(
    ({ from, to }) =>
      !REASON_BEFORE.test(line.slice(Math.max(0, from - LONGEST_WORD), from)) &&
      !REASON_AFTER.test(line.slice(to, to + 2 * LONGEST_WORD)),
  );
  const deadlines = found.filter(({ isDeadline }) => isDeadline);
  return (deadlines.length > 0 ? deadlines : found)
    .flatMap(({ day }) => (day ? [day] : []))
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** Lists the days that are named. What a more exact form has read isn't read again. */
function listDays(line: string, start: Date): Found[] {
  const found: Found[] = [];
  for (const [form, read] of FORMS)
    for (const match of line.matchAll(form)) {
      const from = match.index;
      const to = from + match[0].length;
      if (found.some((other) => isSameDay(line, other, { from, to }))) continue;
      const day = read(start, match.slice(1));
      found.push({ from, to, day, isDeadline: namesDeadline(line, from, to) });
    }
  return found;
}

/** Returns true if the words overlap or stand side by side: "Friday, June 12". */
function isSameDay(line: string, one: Omit<Found, "day" | "isDeadline">, other: typeof one) {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  return second.from < first.to || /^[,( ]*(?:the |a )?$/.test(line.slice(first.to, second.from));
}

function namesDeadline(line: string, from: number, to: number): boolean {
  const isEnd = line.startsWith("end of", from);
  const before = line.slice(Math.max(0, from - LONGEST_WORD), from);
  return isEnd || DEADLINE.test(before) || /^,? or\b/.test(line.slice(to, to + 4));
}

/** Enough characters to see the words around a day. */
const LONGEST_WORD = 30;

/** Longer texts are read up to here, so that any text is fast. */
const MAX_CHARACTERS = 2000;

/** Returns a day, or undefined if there is no such day: February 30. */
function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}

/** Returns a day of a year; without a year, the first one from the start on. */
function yearly(start: Date, month: number, day: number, year?: string): Date | undefined {
  if (year) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  // Four years, because February 29 isn't in each of them.
  return [0, 1, 2, 3, 4]
    .map((more) => dayOf(start.getFullYear() + more, month, day))
    .find((date) => date !== undefined && date >= start);
}

/** "6/12" is June 12; "13/6" can only be June 13. */
function readSlashed(start: Date, [first, second, year]: readonly (string | undefined)[]) {
  const [one, two] = [Number(first), Number(second)];
  return one > 12 ? yearly(start, two, one, year) : yearly(start, one, two, year);
}

/** The last day of a period, and of the one after it. The week ends on Friday. */
const ENDS: Readonly<Record<string, (start: Date, next: 0 | 1) => Date>> = {
  day: (start, next) => addDays(start, next),
  week: (start, next) => addDays(start, ((FRIDAY - start.getDay() + 7) % 7) + 7 * next),
  month: (start, next) => new Date(start.getFullYear(), start.getMonth() + 1 + next, 0),
  quarter: (start, next) =>
    new Date(start.getFullYear(), start.getMonth() - (start.getMonth() % 3) + 3 + 3 * next, 0),
  year: (start, next) => new Date(start.getFullYear() + next, 11, 31),
};

function readEnd(start: Date, [which, span = ""]: readonly (string | undefined)[]) {
  return ENDS[span]?.(start, which === "next" ? 1 : 0);
}

/** Returns the last day of a month that is named. */
function lastDayOf(start: Date, month: number, year: string | undefined): Date {
  const last = (of: number) => new Date(of, month, 0);
  if (year) return last(Number(year));
  const first = last(start.getFullYear());
  return first >= start ? first : last(start.getFullYear() + 1);
}

function readAhead(start: Date, [count = "", span = ""]: readonly (string | undefined)[]): Date {
  const word = count === "a" ? 1 : NUMBERS.indexOf(count);
  const number = word > 0 ? word : Number(count);
  if (span.startsWith("month"))
    return new Date(start.getFullYear(), start.getMonth() + number, start.getDate());
  return addDays(start, number * (span.startsWith("week") ? 7 : 1));
}

/** Returns the next such weekday after the start. */
function readWeekday(start: Date, [word = ""]: readonly (string | undefined)[]): Date | undefined {
  const wanted = WEEKDAYS.indexOf(word.slice(0, 3));
  if (wanted < 0) return undefined;
  return addDays(start, ((wanted - start.getDay() + 6) % 7) + 1);
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}
