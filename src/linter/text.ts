import { lintLine } from "./engine.ts";
import type { Finding } from "./finding.ts";
import type { LineKind, Surroundings } from "./line.ts";
import { isLeftOut, type Role } from "./roles/judge.ts";
import { joinParts, type Part } from "./roles/part.ts";
import { type RoleLine, readRoles } from "./roles/read.ts";
import type { Unclosed } from "./roles/verbatim.ts";
import type { Ruleset } from "./rules.ts";
import { readSurroundings } from "./surroundings.ts";

/** A finding in a text; `line` counts from 1. */
export interface TextFinding extends Finding {
  line: number;
}

/** What a physical line of a text is, and why. */
export interface ExplainedLine {
  line: number;
  role: Role;
  why: string;
  text: string;
}

/** What the linter makes of a text, and a code block or comment in it that never ends. */
export interface LintedText<T> {
  found: T[];
  /** How many lines the linter judges. */
  judged: number;
  /** How many lines it leaves alone because of their section: as plans, notes or unknown. */
  leftOut: number;
  unclosed?: Unclosed;
}

/** How a text is linted. */
export interface LintTextOptions {
  /** The kind of every line with words, whatever stands around it. */
  kind?: LineKind | undefined;
  /** Lines that the program wrote. */
  fixed?: ReadonlySet<string>;
}

/** Lints the criteria, problems and evidence of a text; nothing else. */
export function lintText(
  text: string,
  { kind, fixed }: LintTextOptions,
  ruleset: Ruleset,
): LintedText<TextFinding> {
  if (kind !== undefined) return { found: lintEveryLine(text, kind, ruleset), ...countAll(text) };
  const { lines, physical, unclosed } = readRoles(text, fixed);
  const around = readSurroundings(lines, physical);
  const found = lines.flatMap((line) => lintRoleLine(line, around.get(line), ruleset));
  return {
    found: found.toSorted(byPlace),
    ...countRoles(lines),
    ...(unclosed ? { unclosed } : {}),
  };
}

function byPlace(a: TextFinding, b: TextFinding): number {
  return a.line - b.line || a.column - b.column;
}

function countAll(text: string): { judged: number; leftOut: number } {
  return { judged: text.split(LINE_BREAK).filter(hasWords).length, leftOut: 0 };
}

function countRoles(lines: readonly RoleLine[]): { judged: number; leftOut: number } {
  const judged = lines.filter(({ role }) => role !== "other").length;
  const leftOut = lines.filter(({ why }) => isLeftOut(why)).length;
  return { judged, leftOut };
}

function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}

/** Says for every line of a text except empty ones what it is, and why. */
export function explainText(text: string, fixed?: ReadonlySet<string>): LintedText<ExplainedLine> {
  const { lines, physical, unclosed } = readRoles(text, fixed);
  const found = new Map<number, ExplainedLine>();
  for (const { role, why, parts } of lines) {
    for (const { line } of parts) {
      const known = found.get(line);
      // A row of a table is what its judged cell is.
      if (!known || known.role === "other") found.set(line, { line, role, why, text: "" });
    }
  }
  const explained = [...found.values()]
    .map((each) => ({ ...each, text: physical[each.line - 1]?.trim() ?? "" }))
    .filter(({ text: words }) => words !== "");
  return { found: explained, ...countRoles(lines), ...(unclosed ? { unclosed } : {}) };
}

const LINE_BREAK = /\r\n|\n|\r/;

function lintEveryLine(text: string, kind: LineKind, ruleset: Ruleset): TextFinding[] {
  return text.split(LINE_BREAK).flatMap((line, index) =>
    hasWords(line)
      ? lintLine(line, kind, ruleset)
          .map((finding) => ({ ...finding, line: index + 1 }))
          .toSorted(byPlace)
      : [],
  );
}

function lintRoleLine(
  { role, parts, inScenario }: RoleLine,
  around: Surroundings | undefined,
  ruleset: Ruleset,
): TextFinding[] {
  if (role === "other") return [];
  return lintLine(joinParts(parts), role, ruleset, inScenario, around).map((finding) => ({
    ...finding,
    ...locateColumn(parts, finding.column),
  }));
}

/** Returns the physical line and column of a column in the joined parts. */
function locateColumn(parts: readonly Part[], column: number): { line: number; column: number } {
  let start = 0;
  for (const [index, part] of parts.entries()) {
    const text = index === 0 ? part.text : part.text.trim();
    const isLast = index === parts.length - 1;
    if (column - 1 < start + text.length + 1 || isLast) {
      const indent = index === 0 ? 0 : part.text.length - part.text.trimStart().length;
      return { line: part.line, column: part.offset + indent + column - start };
    }
    start += text.length + 1;
  }
  return { line: 1, column };
}
