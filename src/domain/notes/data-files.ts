import type { NamedQuestion } from "./named-question.ts";
import { normalizeName } from "./normal-name.ts";
import type { NoteLine } from "./note-line.ts";

/** Files that hold data, not pictures or documents that someone attached. */
const NAME =
  /[\w*.-]*[\w*]\.(?:csv|tsv|xlsx?|ods|jsonl?|ndjson|xml|parquet|sqlite|ics|mbox|vcf)\b/i;
/** What may stand before the name: a label, an article, or that someone has it. */
const BEFORE =
  /^(?:[^.;:]{1,30}:\s|(?:the|an?|my|our|this|one|last|here'?s|there(?:'s| is)|attached|sample|input|(?:i|we)(?:'ve| have| get)(?: got)?)\b(?:\s[\p{L}'\u2019-]+){0,7}\s)?[\s*_`"'([-]*$/iu;
/** What may stand behind it: what is in it, or where it comes from. */
const BEHIND =
  /^[\s*_`"')\]]*(?:[,;:(\u2013\u2014|-]|(?:has|have|with|holds?|contains?|lists|is)\b)/i;
/** A file in a list of attachments, with its size. */
const ALONE = /^[\s*_`"')\]]*(?:[([]?\d[\d.,]*\s?[kMG]i?B[)\]]?)?[.,;]?$/;

/** How far into a line the name may stand. */
const MAX_START = 160;

/**
 * Returns true for a line that is the name of a data file, or says with these words what it holds.
 */
function isDataFile(text: string, words: RegExp): boolean {
  const name = NAME.exec(text.slice(0, MAX_START));
  if (!name) return false;
  const rest = text.slice(name.index + name[0].length);
  if (!BEFORE.test(text.slice(0, name.index))) return false;
  return ALONE.test(rest) || (BEHIND.test(rest) && words.test(normalizeContents(rest)));
}

/** Writes words for comparison, with what stands in brackets. */
function normalizeContents(text: string): string {
  return normalizeName(text.replace(/[()[\]]/g, " "));
}

/** Finds the question that a line answers by naming a file with data. */
export function findFileQuestion(
  questions: readonly NamedQuestion[],
  text: string,
): NamedQuestion | undefined {
  return questions.find(({ files }) => files && isDataFile(text, files));
}

/** What one line may hold of what stands below the name of a file. */
const MAX_JOINED = 300;

/**
 * Joins the name of a file, which may be a heading, with the lines below it that say what it holds.
 * Otherwise the name would be taken for a heading, and the lines would say it of nothing.
 */
export function joinFileLines(lines: readonly NoteLine[]): NoteLine[] {
  const joined: NoteLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as NoteLine;
    const below = isFileName(line) ? listFileLines(line, lines.slice(index + 1)) : [];
    index += below.length;
    joined.push(below.length > 0 || isFileHeading(line) ? joinBelow(line, below) : line);
  }
  return joined;
}

function isFileName(line: NoteLine): boolean {
  if (line.isCode || (line.kind === "heading" && line.level === 1)) return false;
  const name = NAME.exec(line.text.slice(0, MAX_START));
  if (!name || !BEFORE.test(line.text.slice(0, name.index))) return false;
  const rest = line.text.slice(name.index + name[0].length).replace(/:$/, "");
  return ALONE.test(rest) || (line.kind === "entry" && BEHIND.test(rest) && !/[.!?]$/.test(rest));
}

function isFileHeading(line: NoteLine): boolean {
  return line.kind === "heading" && isFileName(line);
}

/** Lists the lines right below a heading, or those that are further in than an entry. */
function listFileLines(line: NoteLine, after: readonly NoteLine[]): NoteLine[] {
  const isHeading = line.kind === "heading";
  const start = isHeading && after[0]?.kind === "blank" ? 1 : 0;
  const below = after.slice(start);
  const end = below.findIndex(
    ({ kind, indent, isCode, text }) =>
      isCode ||
      !(kind === "entry" || kind === "text") ||
      (!isHeading && indent <= line.indent) ||
      NAME.test(text.slice(0, MAX_START)),
  );
  const found = end < 0 ? below : below.slice(0, end);
  const size = found.reduce((sum, { text }) => sum + text.length, line.text.length);
  return found.length > 0 && size <= MAX_JOINED ? after.slice(0, start + found.length) : [];
}

function joinBelow(line: NoteLine, below: readonly NoteLine[]): NoteLine {
  const parts = below.map(({ text }) => text.replace(/[;,]$/, "")).filter(Boolean);
  const text = parts.length > 0 ? `${line.text.replace(/:$/, "")}: ${parts.join("; ")}` : line.text;
  return { ...line, kind: "entry", level: 0, isMarked: false, text };
}
