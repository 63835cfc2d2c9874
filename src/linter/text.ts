import { type Finding, lintLine } from "./engine.ts";
import type { LineKind } from "./line.ts";
import type { Ruleset } from "./rules.ts";

/** A finding in a text; `line` counts from 1. */
export interface TextFinding extends Finding {
  line: number;
}

/** A line of prose without its list marker, and where that prose starts. */
export interface TextLine {
  line: number;
  /** Code units before `text` in the original line. */
  offset: number;
  text: string;
  kind: LineKind;
}

/** Lints every line of a text. Without `kind`, headings and prefixes decide the kind of a line. */
export function lintText(
  text: string,
  { kind }: { kind?: LineKind | undefined },
  ruleset: Ruleset,
): TextFinding[] {
  return readProseLines(text).flatMap((entry) =>
    lintLine(entry.text, kind ?? entry.kind, ruleset).map((finding) => ({
      ...finding,
      line: entry.line,
      column: finding.column + entry.offset,
    })),
  );
}

const fence = /^\s*(?:```|~~~)/;
const heading = /^\s{0,3}#{1,6}\s/;
const bold = /(?:\*\*|__)?/;
const bullet = /^[\s>]*(?:[-*+\u2022]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s+)?/;
const label = /(?:(?:AC|C|R|REQ|US|Check|Criterion|Problem)[ -]?\d{0,3}[:.)]\s*)?/;
const marker = new RegExp(`${bullet.source}${bold.source}${label.source}${bold.source}\\s*`, "i");

/** Returns the lines of prose, without front matter, headings, code and horizontal rules. */
export function readProseLines(text: string): TextLine[] {
  const lines = text.split(/\r\n|\n|\r/);
  const skipped = findSkipped(lines);
  const found: TextLine[] = [];
  let kind: LineKind = "criterion";
  for (const [index, line] of lines.entries()) {
    if (skipped.has(index + 1)) continue;
    if (isHeading(line)) kind = kindOfHeading(line);
    else if (/\p{L}/u.test(line)) found.push(readLine(line, index + 1, kind));
  }
  return found;
}

/** Returns the numbers of the lines in front matter and in fenced code. */
function findSkipped(lines: readonly string[]): Set<number> {
  const skipped = new Set<number>();
  const matter = skipFrontMatter(lines);
  let inFence = false;
  for (const [index, line] of lines.entries()) {
    const isFence = index >= matter && fence.test(line);
    if (index < matter || inFence || isFence) skipped.add(index + 1);
    if (isFence) inFence = !inFence;
  }
  return skipped;
}

function readLine(line: string, number: number, kind: LineKind): TextLine {
  const offset = marker.exec(line)?.[0].length ?? 0;
  const named = /^[\s>*+-]*(?:\*\*)?problem\b[^\p{L}]{0,8}:/iu.test(line) ? "problem" : kind;
  return { line: number, offset, text: line.slice(offset), kind: named };
}

/** "Problem:" on its own line is also a heading. */
function isHeading(line: string): boolean {
  return heading.test(line) || /^\s*(?:\*\*)?\p{Lu}[\p{L} ]{0,30}:(?:\*\*)?\s*$/u.test(line);
}

function kindOfHeading(line: string): LineKind {
  if (/\bproblems?\b/i.test(line)) return "problem";
  return /\bevidence\b/i.test(line) ? "evidence" : "criterion";
}

function skipFrontMatter(lines: readonly string[]): number {
  if (lines[0] !== "---") return 0;
  const end = lines.indexOf("---", 1);
  return end < 0 ? 0 : end + 1;
}
