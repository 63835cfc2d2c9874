import type { PlacedLine } from "./placed-lines.ts";
import { type ReportItem, weights } from "./report-item.ts";
import { normalizeWords, readStatus } from "./status.ts";

const LABELED = /^([^:.!?]{12,120}):\s+(.+)$/;
const MIN_WORDS = 3;
const MAX_TEXT = 600;

/**
 * Reads a claim in a report without a section of checks: "(5) Satisfied." or the words of a check
 * before a claim, as in "Marking a table with one tap: done". Returns none if it isn't one.
 */
export function readLoose({ text, number, topic }: PlacedLine): ReportItem[] {
  if (topic !== undefined) return [];
  const item = { isNamed: false, isLoose: true, body: [], weight: weights.text };
  if (number !== undefined && readsClaim(text)) return [{ ...item, numbers: [number], text }];
  const [, label = "", said = ""] = LABELED.exec(text.slice(0, MAX_TEXT)) ?? [];
  const claim = readStatus(normalizeWords(said))?.claim;
  const isLabel = label.split(/\s+/).length >= MIN_WORDS;
  return claim && isLabel ? [{ ...item, numbers: [], text: label, body: [said], claim }] : [];
}

function readsClaim(text: string): boolean {
  return readStatus(normalizeWords(text.slice(0, MAX_TEXT)))?.claim !== undefined;
}

/** Leaves out loose items, unless their numbers are just those that no other item names. */
export function dropLoose(items: readonly ReportItem[], count: number): ReportItem[] {
  const isNumbered = ({ isLoose, numbers }: ReportItem) => isLoose === true && numbers.length > 0;
  const others = new Set(items.filter(({ isNamed }) => isNamed).flatMap(({ numbers }) => numbers));
  const loose = items.filter(isNumbered).flatMap(({ numbers }) => numbers);
  const isRest = others.size > 0 && others.size + loose.length === count;
  const isMissing = isRest && loose.every((number) => number <= count && !others.has(number));
  return items.filter((item) => !isNumbered(item) || isMissing);
}
