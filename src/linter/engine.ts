import type { Rule } from "../domain/library/rule.ts";
import { shorten } from "../domain/text/words.ts";
import { type Line, type LineKind, prepareLine, type Span, spanOf } from "./line.ts";
import { hasMeasure } from "./number.ts";
import type { CompiledRule, Ruleset } from "./rules.ts";
import type { Starts, Terms } from "./terms.ts";

/** What a rule found in a line: where, and the question that helps to fix it. */
export interface Finding {
  rule: string;
  severity: Rule["severity"];
  message: string;
  question: string;
  /** Counts from 1, in code units of the line. */
  column: number;
  length: number;
}

const MAX_FINDINGS = 2;
/** The most characters of a line that a message quotes. */
const MAX_WORD = 40;
/** A check has about 20 words. Only this much of a longer line is read, so any file is fast. */
const MAX_CHARACTERS = 1000;

/** Lints one line. Returns at most two findings, the most severe first. */
export function lintLine(text: string, kind: LineKind, ruleset: Ruleset): Finding[] {
  const line = prepareLine(text.slice(0, MAX_CHARACTERS), kind);
  const findings: Finding[] = [];
  const starts = ruleset.findStarts(line.tokens);
  for (const compiled of ruleset.rules) {
    if (!compiled.rule.kinds.includes(kind)) continue;
    const span = findSpan(line, compiled, starts);
    if (span) findings.push(createFinding(compiled.rule, span, text));
    if (findings.length === MAX_FINDINGS) break;
  }
  return findings;
}

function createFinding(rule: Rule, { start, end }: Span, text: string): Finding {
  const { id, severity, says, question } = rule;
  const message = says.replace("{word}", () => shorten(text.slice(start, end), MAX_WORD));
  return { rule: id, severity, message, question, column: start + 1, length: end - start };
}

function findSpan(line: Line, compiled: CompiledRule, starts: Starts): Span | undefined {
  let exempt: Span[] | undefined;
  const exceptions = () => (exempt ??= findAll(line, compiled.exceptions, starts));
  const isAllowed = (span: Span) =>
    !exceptions().some(({ start, end }) => span.start < end && start < span.end);
  const found = findAll(line, compiled.terms[line.kind], starts).find(isAllowed);
  if (found) return found;
  const unmeasured = findAll(line, compiled.unlessMeasured, starts).find(isAllowed);
  if (unmeasured && !hasMeasure(line)) return unmeasured;
  return findShapeSpan(line, compiled, isAllowed) ?? findPattern(line, compiled.patterns);
}

const none: Span[] = [];

function findAll({ tokens }: Line, terms: Terms, starts: Starts): Span[] {
  const indexes = starts.get(terms);
  if (!indexes) return none;
  return indexes.flatMap((index) => {
    const length = terms.matchAt(tokens, index);
    return length > 0 ? [spanOf(tokens, index, length)] : [];
  });
}

function findShapeSpan(
  line: Line,
  { shapes, lists }: CompiledRule,
  isAllowed: (span: Span) => boolean,
): Span | undefined {
  for (const shape of shapes) {
    const span = shape(line, lists);
    if (span && isAllowed(span)) return span;
  }
  return undefined;
}

function findPattern(line: Line, patterns: readonly RegExp[]): Span | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(line.masked);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
