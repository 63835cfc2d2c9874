import type { Rule } from "../domain/library/rule.ts";
import { shorten } from "../domain/text/words.ts";
import { lintLine } from "./engine.ts";
import { MAX_WORD } from "./finding.ts";
import type { LineKind } from "./line.ts";
import { skipMarks } from "./marks.ts";
import type { Ruleset } from "./rules.ts";
import { type Spec, specShapes } from "./shapes/spec.ts";
import type { TextFinding } from "./text.ts";

/** A finding about a whole spec, which has no line. */
export interface SpecFinding {
  scope: "file";
  rule: string;
  severity: Rule["severity"];
  message: string;
  question: string;
}

/** Lints a whole spec with the rules of the kind `spec`. */
export function lintSpec(spec: Spec, ruleset: Ruleset): SpecFinding[] {
  return ruleset.rules
    .filter(
      (rule) => rule.kinds.includes("spec") && rule.shapes.some((name) => specShapes[name]?.(spec)),
    )
    .map((rule) => ({
      scope: "file",
      rule: rule.id,
      severity: rule.severity,
      message: nameStopRule(rule.says, spec.stop),
      question: rule.question,
    }));
}

/** Only the rule about the stop rule means a word of the spec, and it may be missing. */
function nameStopRule(says: string, stop: string): string {
  const name = stop.trim() === "" ? "The stop rule" : `"${shorten(stop, MAX_WORD)}"`;
  return says.replace('"{word}"', () => name);
}

/** Lints the text of a spec: its problem, evidence and checks line by line, then the whole spec. */
export function lintSpecText(markdown: string, ruleset: Ruleset): (TextFinding | SpecFinding)[] {
  const lines = readSpecLines(markdown);
  const findings = lines.flatMap((line) => lintSpecLine(line, ruleset));
  return [...findings, ...lintSpec(readSpec(lines), ruleset)];
}

/** Lints the text of a spec as a whole, without its lines. */
export function lintWholeSpec(markdown: string, ruleset: Ruleset): SpecFinding[] {
  return lintSpec(readSpec(readSpecLines(markdown)), ruleset);
}

function readSpec(lines: readonly SpecLine[]): Spec {
  const textsOf = (section: Section) =>
    lines.filter((line) => line.section === section).map(({ text }) => text);
  return {
    problem: textsOf("problem").join(" "),
    checks: textsOf("checks"),
    edges: textsOf("edges"),
    notBuilding: textsOf("notBuilding"),
    stop: textsOf("stop").join(" "),
  };
}

type Section = keyof Spec | "evidence";

/** A line of a spec, its section, and where its text starts in the original line. */
interface SpecLine {
  section: Section;
  line: number;
  offset: number;
  text: string;
}

const sections: readonly [Section, RegExp][] = [
  [
    "notBuilding",
    /not[ -]building|do not build|don'?t build|out of scope|not in scope|non-goals?/i,
  ],
  ["evidence", /evidence/i],
  ["problem", /problem/i],
  ["edges", /edge/i],
  ["stop", /stop/i],
  ["checks", /checks|done when|acceptance|criteria/i],
];

const lintedAs: Partial<Record<Section, LineKind>> = {
  problem: "problem",
  evidence: "evidence",
  checks: "criterion",
};

function lintSpecLine({ section, line, offset, text }: SpecLine, ruleset: Ruleset): TextFinding[] {
  const kind = lintedAs[section];
  if (!kind) return [];
  return lintLine(text, kind, ruleset).map((finding) => ({
    ...finding,
    line,
    column: finding.column + offset,
  }));
}

/**
 * Returns the lines of a spec with their sections, by headings or by the bold words that start a
 * list entry: Problem, Evidence, Checks, Edge cases, Not building, Stop.
 */
function readSpecLines(markdown: string): SpecLine[] {
  const found: SpecLine[] = [];
  let open: Section | undefined;
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    const title = /^\s{0,3}#{1,6}\s+(.*)$/.exec(line)?.[1];
    const [, lead = "", name = ""] = /^(\s*[-*+]\s+\*\*([^*]+?):?\*\*:?\s*)/.exec(line) ?? [];
    const named = findSection(name);
    if (title !== undefined) open = findSection(title);
    else if (named)
      found.push({
        section: named,
        line: index + 1,
        offset: lead.length,
        text: line.slice(lead.length),
      });
    else if (open) found.push(...readSectionLine(open, line, index + 1));
  }
  return found.map(dropDraftMarks);
}

/** A draft as pages show it: "Draft: 42 minutes (your agent's words)". */
const DRAFT = /^Draft: (.*?)(?: \((?:your agent's words|from your notes)\))?$/;

function dropDraftMarks(line: SpecLine): SpecLine {
  const text = DRAFT.exec(line.text)?.[1];
  return text === undefined ? line : { ...line, offset: line.offset + "Draft: ".length, text };
}

function findSection(title: string): Section | undefined {
  return sections.find(([, words]) => words.test(title))?.[0];
}

function readSectionLine(section: Section, line: string, number: number): SpecLine[] {
  const offset = skipMarks(line);
  const text = line.slice(offset);
  return /\p{L}/u.test(text) ? [{ section, line: number, offset, text }] : [];
}
