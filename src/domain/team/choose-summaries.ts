import { joinWords } from "../text/words.ts";
import { nameMonth } from "./month.ts";
import { ENOUGH_PEOPLE } from "./small-groups.ts";
import type { Summary } from "./summary.ts";

/** A summary and the name of its file. */
export interface SummaryFile {
  file: string;
  summary: Summary;
}

/** A file that wasn't counted, and why, as a clause: "it isn't JSON". */
export interface LeftFile {
  file: string;
  reason: string;
}

/** The summaries that count, the others, and the months that still wait for more people. */
export interface ChosenSummaries {
  summaries: Summary[];
  left: LeftFile[];
  waiting: string[];
  /** Groups of files with the same figures. */
  twins: string[][];
}

/**
 * Chooses the summaries that count: one for each person and month, and only months that
 * enough people have shared, alone or together with the months before.
 */
export function chooseSummaries(files: readonly SummaryFile[]): ChosenSummaries {
  const { chosen, left } = dropDoubles(files);
  const months = findCountedMonths(chosen);
  const counted = chosen.filter(({ summary }) => months.has(summary.month));
  const others = new Set(chosen.map(({ summary }) => summary.month).filter((m) => !months.has(m)));
  return {
    summaries: counted.map(({ summary }) => summary),
    left,
    waiting: [...others].toSorted(),
    twins: findTwins(chosen),
  };
}

/** Says which months wait: "Nov 2026 waits: fewer than three people have shared it so far." */
export function describeWaiting(waiting: readonly string[]): string {
  if (waiting.length === 0) return "";
  const verb = waiting.length === 1 ? "waits" : "wait";
  const it = waiting.length === 1 ? "it" : "them";
  return (
    `${joinWords(waiting.map(nameMonth))} ${verb}: fewer than ${ENOUGH_PEOPLE} people have ` +
    `shared ${it} so far.`
  );
}

function dropDoubles(files: readonly SummaryFile[]): {
  chosen: SummaryFile[];
  left: LeftFile[];
} {
  const chosen = new Map<string, SummaryFile>();
  const left: LeftFile[] = [];
  // The fuller one of two is the later one, because a month only grows.
  const sorted = files
    .map((each) => ({ each, size: countEvents(each.summary) }))
    .toSorted((a, b) => b.size - a.size || (a.each.file < b.each.file ? -1 : 1));
  for (const { each } of sorted) {
    const key = `${each.summary.person} ${each.summary.month}`;
    const double = chosen.get(key);
    if (double)
      left.push({ file: each.file, reason: `"${double.file}" has the same person and month` });
    else chosen.set(key, each);
  }
  return { chosen: [...chosen.values()], left };
}

/** In a larger team many are alike, and nothing changes if one of them counts twice. */
const MAX_TWIN_FILES = 1000;

/** Lists groups of files that say the same of people, who may be one person with more ids. */
function findTwins(chosen: readonly SummaryFile[]): string[][] {
  if (chosen.length > MAX_TWIN_FILES) return [];
  const alike = new Map<string, string[]>();
  for (const { file, summary } of chosen) {
    const { person: _, ...figures } = summary;
    const key = JSON.stringify(figures);
    if (countEvents(summary) > 0) alike.set(key, [...(alike.get(key) ?? []), file]);
  }
  return [...alike.values()].filter((files) => files.length > 1).map((files) => files.toSorted());
}

function countEvents(summary: Summary): number {
  const { decisions, predictions, misses, claims, ideaToArtifact, practice } = summary;
  const rows = [...decisions, ...misses, ...ideaToArtifact].map(({ count }) => count);
  const counts = [
    ...rows,
    ...claims.map(({ counted }) => counted),
    ...Object.values(predictions),
    practice.drills,
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Joins months, the oldest first, until enough people share in each group. The last months wait if
 * they don't: else the page of this month less the one of last month would be about one person.
 */
function findCountedMonths(chosen: readonly SummaryFile[]): ReadonlySet<string> {
  const byMonth = groupPeople(chosen);
  const counted = new Set<string>();
  let months: string[] = [];
  let people: string[] = [];
  for (const [month, those] of byMonth) {
    months = [...months, month];
    people = [...new Set([...people, ...those])];
    if (people.length < ENOUGH_PEOPLE) continue;
    for (const each of months) counted.add(each);
    [months, people] = [[], []];
  }
  return counted;
}

/** Returns who shared in each month, the oldest month first. */
function groupPeople(chosen: readonly SummaryFile[]): [string, string[]][] {
  const byMonth = new Map<string, string[]>();
  for (const { summary } of chosen) {
    const people = byMonth.get(summary.month);
    if (people) people.push(summary.person);
    else byMonth.set(summary.month, [summary.person]);
  }
  return [...byMonth].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
