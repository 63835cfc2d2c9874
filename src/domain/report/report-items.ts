import { type CheckRefs, FIRST_MARKS, readMarkedRefs } from "./check-refs.ts";
import { readClaimFirst, readUntried } from "./claim-first.ts";
import { readJsonItems } from "./json-items.ts";
import { readLoose } from "./loose-item.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { type ReportItem, weights } from "./report-item.ts";
import { listTableItems } from "./report-table.ts";
import { findReportTopic } from "./report-topics.ts";
import { normalizeWords, readStatus } from "./status.ts";
import { compileForm } from "./wide-form.ts";

/** Lists the passages of a report that speak of checks. */
export function listReportItems(lines: readonly PlacedLine[]): ReportItem[] {
  const list = new ItemList(lines);
  for (let index = 0; index < lines.length; index++) index = list.read(index);
  const items = list.items.filter(({ isNested }) => !isNested);
  return [...items, ...listCodeBlocks(lines).flatMap(readJsonItems)];
}

/** Lists the passages of code that stand where claims may. */
function listCodeBlocks(lines: readonly PlacedLine[]): string[][] {
  const blocks: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isCode = line.kind === "code" && isOfClaims(line);
    if (isCode && isOpen) blocks.at(-1)?.push(line.text);
    else if (isCode) blocks.push([line.text]);
    isOpen = isCode;
  }
  return blocks;
}

interface OpenItem extends ReportItem {
  indent: number;
  level: number;
  isNested: boolean;
}

const CUT = compileForm(
  String.raw`
    (?<=[.;!?,|\u2022\u00b7]\s{0,3}|
    [\p{Extended_Pictographic}\u2713\u2714\u2717\u2718\u2716]\ufe0f?\s{1,3}|\s(?:and|but|
    while)\s|^)(?:(?:and|but|while)\s+)?(?=[\s*_"'(]{0,4}(?:check|criterion|ac|
    c)[\s#-]{0,2}\d{1,3}\b)
  `,
  "giu",
);
class ItemList {
  readonly items: OpenItem[] = [];
  readonly #lines: readonly PlacedLine[];
  readonly #firstPart: number;
  readonly #hasChecks: boolean;
  #open: OpenItem[] = [];
  #isAfterBlank = false;

  constructor(lines: readonly PlacedLine[]) {
    this.#lines = lines;
    const isChecks = ({ topic }: PlacedLine) => topic === "per-check";
    this.#hasChecks = lines.some(isChecks);
    this.#firstPart = this.#hasChecks ? lines.findIndex(({ opens }) => opens) : -1;
  }

  /** Reads a line, or a whole table. Returns the index of the last line that was read. */
  read(index: number): number {
    const line = this.#lines[index];
    if (!line || !isOfClaims(line)) {
      this.#open = [];
      return index;
    }
    if (line.kind === "row") return this.#readTable(index);
    if (line.kind === "code") this.#readCodeLine(line);
    else if (line.kind === "heading") this.#readHeading(line, index);
    else if (line.kind === "entry" || line.kind === "text") this.#readText(line, index);
    this.#isAfterBlank = line.kind === "blank";
    return index;
  }

  #weigh({ topic, kind }: PlacedLine, index: number): number {
    if (kind === "code") return weights.code;
    if (index < this.#firstPart) return weights.before;
    return topic === "per-check" ? weights.checks : weights.text;
  }

  #readTable(start: number): number {
    let end = start;
    const isTable = (line: PlacedLine | undefined) => line?.kind === "row" || isBorder(line);
    while (isTable(this.#lines[end + 1])) end++;
    const rows = this.#lines.slice(start, end + 1);
    const weight = this.#weigh(rows[0] as PlacedLine, start);
    const isOfChecks = rows[0]?.topic === "per-check";
    for (const item of listTableItems(rows, { weight, isOfChecks })) this.#add(item, rows[0]);
    this.#open = [];
    return end;
  }

  #add(item: ReportItem, line: PlacedLine | undefined, isNested = false): OpenItem {
    const { indent = 0, level = 0, isTicked } = line ?? {};
    const open = { isTicked, ...item, indent, level, isNested };
    this.items.push(open);
    return open;
  }

  #readHeading(line: PlacedLine, index: number): void {
    const refs = readMarkedRefs(line.text);
    const isTopicHeading = line.opens || (!refs && findReportTopic(line.text) !== undefined);
    const isNumber = line.topic === "per-check" && /^\W{0,3}\d{1,3}[.):]/.test(line.text);
    if (isTopicHeading || (!refs?.isExplicit && !isNumber && line.level < 7)) this.#open = [];
    else if (refs && (refs.isExplicit || isNumber)) this.#open = [this.#name(line, index, refs)];
    else this.#readText(line, index);
  }

  #name(line: PlacedLine, index: number, refs: CheckRefs): OpenItem {
    const { numbers, rest, isExplicit } = refs;
    const weight = this.#weigh(line, index);
    const item = { numbers, isNamed: isExplicit, text: rest, body: [], weight, claim: line.group };
    return this.#add(item, line);
  }

  #readText(line: PlacedLine, index: number): void {
    const named = splitAtRefs(line.text).map((refs) => this.#name(line, index, refs));
    if (named.length > 0) {
      this.#open = named;
      return;
    }
    const open = this.#open.at(-1);
    const isBelow = open !== undefined && this.#isBelow(line, open);
    if (isBelow && !this.#isOwn(line, open)) {
      for (const item of this.#open) item.body.push(line.text);
      return;
    }
    this.#open = this.#readUnnamed(line, index);
  }

  #readUnnamed(line: PlacedLine, index: number): OpenItem[] {
    if (line.topic !== undefined) return [this.#readPlain(line, index)];
    return this.#hasChecks ? [] : readLoose(line).map((item) => this.#add(item, line));
  }

  #isBelow(line: PlacedLine, open: OpenItem): boolean {
    if (open.level > 0) return true;
    if (line.indent > open.indent) return true;
    return line.kind === "text" && !this.#isAfterBlank && line.indent >= open.indent;
  }

  /** In a section of numbered checks, an entry further in is a detail. */
  #isOwn(line: PlacedLine, open: OpenItem): boolean {
    if (open.level > 0 || line.indent > open.indent) return false;
    if (line.kind === "entry" || FIRST_MARKS.test(line.text)) return true;
    return !open.isNamed && line.topic === "per-check" && readBareNumber(line) !== undefined;
  }

  #readPlain(line: PlacedLine, index: number): OpenItem {
    const weight = this.#weigh(line, index);
    const bare = readBareNumber(line);
    const isEntry = line.kind === "entry";
    const item = { isNamed: false, body: [], weight, claim: line.group, isEntry };
    const isNumber = bare && line.topic === "per-check";
    return this.#add(
      { ...item, numbers: isNumber ? bare.numbers : [], text: bare?.rest ?? line.text },
      line,
    );
  }

  #readCodeLine(line: PlacedLine): void {
    if (line.topic !== "per-check" && line.topic !== "results") return;
    const spaced = line.text.replace(/\s{2,}|\t/g, " - ");
    const refs = readMarkedRefs(spaced);
    if (!refs?.isExplicit) return;
    const { numbers, rest } = refs;
    this.#add({ numbers, isNamed: true, text: rest, body: [], weight: weights.code }, line);
  }
}

function isBorder(line: PlacedLine | undefined): boolean {
  return line?.kind === "rule" && line.level > 0;
}

function isOfClaims({ topic }: PlacedLine): boolean {
  return topic === undefined || topic === "per-check" || topic === "results";
}

/** Reads "1. text", "1: text", "1 - met" and "[1]". */
function readBareNumber(line: PlacedLine): CheckRefs | undefined {
  if (line.number !== undefined)
    return { numbers: [line.number], rest: line.text, isExplicit: false };
  const refs = readMarkedRefs(line.text);
  return refs && /^\s*(?:$|[:.)|\u2013\u2014=-]|\p{Extended_Pictographic})/u.test(refs.rest)
    ? refs
    : undefined;
}

/** Where the next check starts in a line that has each mark before its check. */
const MARKED_REF = compileForm(
  String.raw`
    (?<=[\s,;|])(?=[\p{Extended_Pictographic}\u2713\u2714\u2717\u2718\u2716]\ufe0f?\s{0,3}[*_]{0,3}(?:check|
    criterion|ac|c)[\s#-]{0,2}\d{1,3}\b)
  `,
  "iu",
);

/** Splits a line at the checks that it names, each with what is said about it. */
export function splitAtRefs(text: string): CheckRefs[] {
  const marked = FIRST_MARKS.test(text) ? text.split(MARKED_REF) : [];
  if (marked.length > 1) return marked.flatMap((piece) => splitAtRefs(piece));
  const whole = readMarkedRefs(text);
  const start = whole?.isExplicit ? whole : readClaimFirst(text);
  const rest = start?.rest ?? text;
  const cuts = [...rest.matchAll(CUT)].map(({ index, 0: joined }) => index + joined.length);
  const pieces = cuts.map((from, at) => rest.slice(from, cuts[at + 1]));
  const others = pieces.flatMap((piece) => readMarkedRefs(piece) ?? []).filter(isClaimed);
  const untried = rest.split(/(?<=[.!?;])\s+/).flatMap((part) => readUntried(part) ?? []);
  if (!start) return [...others, ...untried];
  const end = others.length > 0 ? cuts[0] : undefined;
  return [{ ...start, rest: rest.slice(0, end) }, ...others, ...untried];
}

function isClaimed({ isExplicit, rest }: CheckRefs): boolean {
  const bare = normalizeWords(rest.slice(0, 200)).replace(/^[\s:.=()*_\u2013\u2014-]*/, "");
  return isExplicit && (readStatus(bare) !== undefined || FIRST_MARKS.test(bare));
}
