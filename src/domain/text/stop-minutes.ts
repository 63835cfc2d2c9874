import { BY } from "./stop-words.ts";

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const AMOUNT = `(\\d{1,4}(?:\\.\\d{1,2})?|${NUMBERS.slice(1).join("|")}|an?|half an?)`;
const UNIT = "(hours?|hrs?|h|minutes?|mins?)(?![a-z])";
const LENGTH = `${AMOUNT}[ -]?${UNIT}`;

/** "after 4 hours", "by hour 4": these say when work stops, whatever the number is. */
const CLEAR_FORMS = [
  /\bhour #?(\d{1,4}(?:\.\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten)\b/g,
  new RegExp(`\\b${BY}(?:the )?(?:first |about |around )?${LENGTH}`, "g"),
];

const BEFORE = "(?:spent|spend|work(?:ed)?|used|max(?:imum)?|limit|time ?box|budget|cap|at)";
const AFTER = "(?:mark|in,|are|up|gone|used|total|max|at most|tops|budget|limit|cap|or)";

/** Other ways, which could also be about what is measured: "the run takes 10 minutes at most". */
const OTHER_FORMS = [
  new RegExp(`\\b${LENGTH}(?: of (?:work|building|effort|time))? ${AFTER}`, "g"),
  new RegExp(`\\b${BEFORE} (?:of )?(?:more than |over |about )?${LENGTH}`, "g"),
  new RegExp(`\\b(?:within|in) (?:the first )?${LENGTH}`, "g"),
  new RegExp(`^(?:stop:? )?${LENGTH}`, "g"),
  new RegExp(`(?<!\\d )\\bor (?:at )?(?:the )?${LENGTH}`, "g"),
];

/** Work is planned in hours; what is measured is mostly shorter. */
const SHORTEST_WORK = 60;

/**
 * Reads after how many minutes of work a stop rule comes due: 240 for "after 4 hours", "at hour 4"
 * or "240 minutes". "A run takes 10 minutes" is no limit. Returns undefined if there is none.
 */
export function readStopMinutes(text: string): number | undefined {
  const line = text.slice(0, MAX_CHARACTERS).toLowerCase().replace(/\s+/g, " ").trim();
  return findShortest(line, CLEAR_FORMS, 1) ?? findShortest(line, OTHER_FORMS, SHORTEST_WORK);
}

/** Returns the shortest length of the first form that finds one. */
function findShortest(line: string, forms: readonly RegExp[], min: number): number | undefined {
  for (const form of forms) {
    const found = [...line.matchAll(form)]
      .map(([, amount = "", unit = "hour"]) => toMinutes(amount, unit))
      .filter((minutes) => minutes >= min);
    if (found.length > 0) return Math.min(...found);
  }
  return undefined;
}

/** Longer texts are read up to here, so that any text is fast. */
const MAX_CHARACTERS = 2000;

function toMinutes(amount: string, unit: string): number {
  const half = amount.startsWith("half") ? 0.5 : undefined;
  const one = /^an?$/.test(amount) ? 1 : undefined;
  const word = NUMBERS.indexOf(amount);
  const value = half ?? one ?? (word >= 0 ? word : Number(amount));
  return Math.round(value * (unit.startsWith("m") ? 1 : 60));
}
