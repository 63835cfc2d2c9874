/** How many lines of a report give it away, and from which length on a line counts. */
const MIN_LINES = 3;
const MIN_LENGTH = 12;
/** From this length on, one line does, and may be broken into several. */
const LONG = 60;

/**
 * Returns true if a text quotes a part of a report: several of its lines, or a long one. `own` are
 * texts that the person wrote; a line that says nothing else isn't the report's.
 */
export function holdsPart(given: string, report: string, own: readonly string[]): boolean {
  const lines = listTelling(report, own);
  const there = new Set(given.split("\n").map(plainLine));
  const whole = plainLine(given.split("\n").map(plainLine).join(" "));
  const quoted = lines.filter((line) => there.has(line) || (isLong(line) && whole.includes(line)));
  return quoted.length >= MIN_LINES || quoted.some(isLong);
}

function isLong(line: string): boolean {
  return line.length >= LONG;
}

/** Lists the different lines of a report that say something, without headings and commands. */
function listTelling(report: string, own: readonly string[]): string[] {
  const known = own.flatMap((text) => text.split("\n")).map(plainLine);
  const lines = report.split("\n").filter((line) => !/^\s*(?:#|[$>] )/.test(line));
  const plain = lines.map(plainLine).filter((line) => line.length >= MIN_LENGTH);
  const isOwn = (line: string) => known.some((text) => text.includes(line.replace(LABEL, "")));
  return [...new Set(plain)].filter((line) => !isOwn(line));
}

/** What a page or a report puts before a check. */
const LABEL = /^(?:c|ac|check)\s?\d{1,3}\s*[:.)–—-]*\s*/;

/** Returns a line without what a list, a quote or emphasis puts around its words. */
function plainLine(line: string): string {
  return line
    .replace(/^(?:\s|[-*+>•|]|\d{1,2}[.)](?=\s))+|[\s|]+$/g, "")
    .replace(/[*_`]+/g, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}
