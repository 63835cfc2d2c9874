import { cleanLine, splitLines } from "./clean.ts";
import { isTable, readTableEntries } from "./table.ts";

/**
 * Splits pasted text into list entries, without bullets, numbers, labels or table borders. Keeps
 * text that only looks like a mark: "-5% churn", "1.5 seconds".
 */
export function splitEntries(text: string): string[] {
  const lines = splitLines(text).filter((line) => line.trim() !== "");
  const entries = isTable(lines) ? readTableEntries(lines) : joinContinuations(lines);
  const unnumbered = isMixedList(entries) ? entries.map(removeOwnNumber) : entries;
  return removeSeries(unnumbered.map(removeMarks)).map(cleanLine).filter(Boolean);
}

/** Takes the marks out of a text that is a list from its first line to its last. */
export function withoutListMarks(text: string): string {
  const lines = splitLines(text).filter((line) => line.trim() !== "");
  const isList = lines.length > 1 && lines.every((line) => BULLET.test(line));
  return isList ? splitEntries(text).join("\n") : text;
}

function isMixedList(entries: readonly string[]): boolean {
  const hasBullet = entries.some((entry) => MARKS.some((mark) => mark.test(entry)));
  return hasBullet && entries.every((entry) => isMarked(entry));
}

/** Removes the number before an entry if that is its place in the list. */
function removeOwnNumber(entry: string, index: number): string {
  const [mark = "", number] = SERIES[0]?.exec(entry) ?? [];
  return Number(number) === index + 1 ? entry.slice(mark.length) : entry;
}

/** Bullets and check boxes from word processors, chats and trackers. */
const BULLET = new RegExp(
  "^\\s*(?:[-*\\u2010-\\u2015\\u2022\\u2023\\u2043\\u25a0\\u25a1\\u25aa\\u25ab\\u25b8\\u25ba" +
    "\\u25cb\\u25cf\\u25e6\\u00b7\\uf0b7]|o(?=\\t)|\\u00a7(?=\\t))\\s+",
);
const CHECK_BOX =
  /^\s*(?:\[[ xX]?\](?=\s)|[\u2610-\u2612\u2705\u2713\u2714\u274f-\u2752]\ufe0f?)\s*/;
/** "(1) ", "AC1: " and "AC-1 - ", which never start a sentence. */
const NUMBER_IN_BRACKETS = /^\s*\(\d{1,3}\)\s+/;
const LABEL =
  /^\s*(?:AC|Acceptance criterion|Check|Criterion)[ -]?\d{1,3}(?:\s*[:.)]|\s+[-\u2013\u2014])\s+/i;
const MARKS = [BULLET, CHECK_BOX, NUMBER_IN_BRACKETS, LABEL];

/** Removes all marks before an entry, as in "- [ ] AC1: text". */
function removeMarks(line: string): string {
  const mark = MARKS.find((pattern) => pattern.test(line));
  return mark ? removeMarks(line.replace(mark, "")) : line;
}

const SINGLE = /^\s*1[.)]\s+/;

/** Marks that could also start a sentence, so they only count in a series. */
const SERIES = [
  /^\s*(\d{1,3})[.):]\s+/,
  /^\s*([a-z])[.)]\s+/i,
  /^\s*C(\d{1,3})[:.)]?\s+/,
  /^\s*#\s?(\d{1,3})[:.)]?\s+/,
  /^\s*([#+])\s+/,
];

/** Removes numbers or letters that count up from entry to entry, or a single "1." */
function removeSeries(entries: readonly string[]): readonly string[] {
  if (entries.length === 1) return entries.map((entry) => entry.replace(SINGLE, ""));
  const pattern = SERIES.find((candidate) => areNumbered(entries, candidate));
  return pattern ? entries.map((entry) => removeMarks(entry.replace(pattern, ""))) : entries;
}

function areNumbered(entries: readonly string[], pattern: RegExp): boolean {
  const marks = entries.map((entry) => pattern.exec(entry)?.[1] ?? "");
  if (marks.includes("") || marks.length === 0) return false;
  return marks.every((mark, index) => index === 0 || isNext(marks[index - 1] ?? "", mark));
}

function isNext(before: string, mark: string): boolean {
  if (/\d/.test(mark)) return Number(mark) === Number(before) + 1 || mark === "1";
  if (/[#+]/.test(mark)) return mark === before;
  return mark.charCodeAt(0) === before.charCodeAt(0) + 1;
}

function isMarked(line = ""): boolean {
  return [...MARKS, SERIES[0] as RegExp].some((mark) => mark.test(line));
}

const HEADING = /^\s*(?:#{1,6}|h[1-6]\.)\s|:\s*$/;

/** Joins indented lines without a mark to the entry above, and drops a heading above a list. */
function joinContinuations(lines: readonly string[]): string[] {
  const entries: string[] = [];
  for (const [index, line] of lines.entries()) {
    const above = entries.at(-1);
    const isBelow = above !== undefined && isMarked(above) && /^(?: {2,}|\t)\s*\S/.test(line);
    if (isBelow && !isMarked(line)) entries[entries.length - 1] = `${above} ${line.trim()}`;
    else if (isMarked(line) || !(HEADING.test(line) && isMarked(lines[index + 1])))
      entries.push(line);
  }
  return entries;
}
