import { isInOrder } from "./check-text.ts";
import { type ReportItem, weights } from "./report-item.ts";
import { normalizeWords, readWholeStatus } from "./status.ts";

/**
 * Numbers the entries of the section of checks by their order, if there are as many as checks and
 * their words agree with it.
 */
export function numberInOrder(
  items: readonly ReportItem[],
  checks: readonly string[],
): readonly ReportItem[] {
  const section = items.filter(({ weight }) => weight === weights.checks);
  const entries = section.filter(({ isEntry }) => isEntry);
  const isPlain = section.every(({ isNamed, numbers }) => !isNamed && numbers.length === 0);
  if (!isPlain || entries.length !== checks.length) return items;
  const ordered = entries.map((item, index) => ({ ...item, numbers: [index + 1] }));
  if (!fitsChecks(ordered, checks)) return items;
  return items.map((item) => ordered[entries.indexOf(item)] ?? item);
}

/**
 * Says which numbers of lists are those of the checks. A list that goes further than the checks
 * isn't one of them, and neither is a second list.
 */
export function createNumberTest(items: readonly ReportItem[], checks: readonly string[]) {
  const named = items.some(({ isNamed, weight }) => isNamed && weight === weights.checks);
  const bare = items.filter(({ isNamed, numbers }) => !isNamed && numbers.length > 0);
  const numbers = bare.flatMap((item) => item.numbers);
  const isOnce = new Set(numbers).size === numbers.length;
  const isUsable =
    !named && isOnce && numbers.every((number) => number >= 1 && number <= checks.length);
  const isWhole = numbers.length === checks.length;
  const isGapped = numbers.some((number) => number > numbers.length);
  const isSure = isWhole || isGapped || (isUsable && fitsChecks(bare, checks));
  return (item: ReportItem) => isUsable && isSure && item.numbers.length === 1;
}

/** Names of something else that is counted: "P1: met". */
const OWN_NAME = /^\W*[A-Z]{1,3}[\s-]?\d/;

/** Returns true if numbered items speak of the checks with their numbers, or only make a claim. */
function fitsChecks(items: readonly ReportItem[], checks: readonly string[]): boolean {
  if (items.some(({ text }) => OWN_NAME.test(text))) return false;
  const worded = items.filter(({ text }) => !readWholeStatus(normalizeWords(text)));
  const said = worded.map(({ numbers: [number = 0], text }) => ({ index: number - 1, text }));
  return isInOrder(checks, said);
}
