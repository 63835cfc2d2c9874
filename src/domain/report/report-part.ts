import type { CheckClaim } from "./claim.ts";
import { type PlacedLine, Places } from "./placed-lines.ts";
import { type ClaimsRead, readClaims } from "./read-claims.ts";
import type { ReportLine } from "./report-line.ts";
import { isReportTitle, readTitleNumber } from "./report-topics.ts";
import { normalizeWords } from "./status.ts";
import { compileForm } from "./wide-form.ts";

/** The report that counts, in a text that may hold several and a chat around them. */
export interface ReportPart {
  lines: PlacedLine[];
  claims: CheckClaim[];
}

type Candidate = ReportPart & ClaimsRead;

/** The most reports of one text that are looked at, from the last one on. */
const MAX_REPORTS = 30;

/** Chooses the last complete report of a text. */
export function chooseReport(lines: readonly ReportLine[], checks: readonly string[]): ReportPart {
  const parts = listReports(splitReports(lines)).reverse();
  const sorted = parts.toSorted((a, b) => b.number - a.number).slice(0, MAX_REPORTS);
  let other: ReportPart | undefined;
  for (const [index, part] of sorted.entries()) {
    const read = readPart(part, checks);
    if (isWholeReport(read, checks.length)) return keepUnchanged(read, sorted[index + 1], checks);
    if (read.mentioned.size > 0) other ??= read;
  }
  if (other) return other;
  const places = new Places();
  const placed = lines.map((line) => places.place(line));
  return { lines: placed, claims: readClaims(placed, checks).claims };
}

function readPart({ lines, later }: Report, checks: readonly string[]): Candidate {
  return { lines, ...readClaims(lines, checks, later) };
}

const UNCHANGED = compileForm(
  String.raw`
    \b(?:(?:other|remaining|rest of the) (?:checks|criteria)|(?:checks?|criteri(?:on|a)) (?:that )?(?:i (?:do|
    did) not (?:list|mention|name)|(?:is |are )?not (?:listed|mentioned|named)))\b[^.]{0,40}\b(?:unchanged|
    as before|stands?|the same)\b
  `,
);

/** Keeps what the report before says about checks that this one leaves out, if it says so. */
function keepUnchanged(
  read: Candidate,
  before: Report | undefined,
  checks: readonly string[],
): ReportPart {
  const saysSo = read.lines.some(
    ({ kind, text }) => kind === "text" && UNCHANGED.test(normalizeWords(text)),
  );
  if (!before || !saysSo) return read;
  const { claims } = readPart(before, checks);
  const kept = read.claims.map((claim, index) =>
    read.mentioned.has(index) ? claim : (claims[index] ?? claim),
  );
  return { ...read, claims: kept };
}

interface Report {
  lines: PlacedLine[];
  /** The number of the pass that its title names, or 0. */
  number: number;
  /** What stands after it and is no other report. */
  later: PlacedLine[];
}

function listReports(parts: PlacedLine[][]): Report[] {
  const reports: Report[] = [];
  for (const lines of parts) {
    const title = lines.find(({ kind, text }) => kind === "heading" && isReportTitle(text));
    const number = readTitleNumber(title?.text ?? "");
    if (isReport(lines)) reports.push({ lines, number, later: [] });
    else reports.at(-1)?.later.push(...lines.slice(0, MAX_LATER));
  }
  return reports;
}

const MAX_LATER = 200;

/** A report that breaks off speaks of some checks and of nothing after them. */
function isWholeReport({ lines, mentioned, claims }: Candidate, count: number): boolean {
  if (mentioned.size >= count || claims.every(({ claim }) => claim)) return true;
  const last = lines.findLastIndex(({ topic }) => topic === "per-check");
  return mentioned.size > 0 && lines.slice(last + 1).some(({ opens }) => opens);
}

function isReport(lines: readonly PlacedLine[]): boolean {
  const topics = new Set(lines.filter(({ opens }) => opens).map(({ topic }) => topic));
  const isTitled = lines.some(({ kind, text }) => kind === "heading" && isReportTitle(text));
  return isTitled || topics.has("per-check") || topics.size > 1;
}

/** Splits a text where a report starts: at its title, its first heading again, or a fence. */
function splitReports(lines: readonly ReportLine[]): PlacedLine[][] {
  const parts: PlacedLine[][] = [];
  let fence = 0;
  let current = new Part();
  for (const line of lines) {
    const placed = current.places.place(line);
    if (line.fence !== fence || current.isEndedBy(placed)) {
      parts.push(current.lines);
      current = new Part();
      current.add(current.places.place(line));
    } else current.add(placed);
    fence = line.fence;
  }
  return [...parts, current.lines];
}

/** A part of a text that may be a report. */
class Part {
  readonly places = new Places();
  readonly lines: PlacedLine[] = [];
  /** Its first heading that names a part of a report. */
  #first = "";

  isEndedBy(line: PlacedLine): boolean {
    if (line.kind !== "heading" || !line.opens || this.lines.length === 0) return false;
    return isReportTitle(line.text) || nameHeading(line) === this.#first;
  }

  add(line: PlacedLine): void {
    this.lines.push(line);
    const isNamed = line.kind === "heading" && line.opens && !isReportTitle(line.text);
    if (isNamed && this.#first === "") this.#first = nameHeading(line);
  }
}

function nameHeading({ level, text }: PlacedLine): string {
  return `${level} ${text.toLowerCase()}`;
}
