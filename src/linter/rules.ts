import { compilePattern, type Rule } from "../domain/library/rule.ts";
import type { LineKind } from "./line.ts";
import type { Shape } from "./shape.ts";
import { specShapes } from "./shapes/spec.ts";
import { shapes } from "./shapes.ts";
import { compileTerms, indexTerms, type Starts, type Terms } from "./terms.ts";
import type { Token } from "./token.ts";

/** A rule with its terms and patterns prepared. */
export interface CompiledRule {
  rule: Rule;
  /** The terms for lines of each kind. */
  terms: Readonly<Record<LineKind, Terms>>;
  unlessMeasured: Terms;
  exceptions: Terms;
  shapes: readonly Shape[];
  lists: Readonly<Record<string, Terms>>;
  patterns: readonly RegExp[];
}

/** All rules, ready to lint. */
export interface Ruleset {
  /** Most severe first, then by their order. */
  rules: readonly CompiledRule[];
  /** Where the terms of the rules could start among these tokens. */
  findStarts(tokens: readonly Token[]): Starts;
}

const severities = ["block", "ask", "note"];

/** Prepares rules for linting. */
export function compileRules(rules: readonly Rule[]): Ruleset {
  const compiled = compileAll(rules);
  const findStarts = indexTerms(
    compiled.flatMap(({ terms, unlessMeasured, exceptions }) => [
      ...Object.values(terms),
      unlessMeasured,
      exceptions,
    ]),
  );
  return { rules: compiled, findStarts };
}

function compileAll(rules: readonly Rule[]): CompiledRule[] {
  return rules
    .toSorted(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.order - b.order,
    )
    .map((rule) => ({
      rule,
      terms: compileByKind(rule),
      unlessMeasured: compileTerms(rule.unlessMeasured),
      exceptions: compileTerms(rule.exceptions),
      shapes: rule.shapes.flatMap((name) => shapes[name] ?? []),
      lists: Object.fromEntries(
        Object.entries(rule.lists).map(([name, words]) => [name, compileTerms(words)]),
      ),
      patterns: rule.patterns.flatMap(
        (source) => (typeof source === "string" && compileForLower(source)) || [],
      ),
    }));
}

function compileByKind({ terms, criterionTerms, problemTerms }: Rule): CompiledRule["terms"] {
  const evidence = compileTerms(terms);
  const add = (more: readonly string[]) =>
    more.length > 0 ? compileTerms([...terms, ...more]) : evidence;
  return { criterion: add(criterionTerms), problem: add(problemTerms), evidence };
}

/** The names of the shapes that a rule can ask for. */
export const knownShapes: readonly string[] = [...Object.keys(shapes), ...Object.keys(specShapes)];

/**
 * Ready for a line in lower case; only a pattern with capitals must then ignore case, which is
 * dear.
 */
function compileForLower(source: string): RegExp | undefined {
  return compilePattern(source, /[A-Z]/.test(source) ? "iu" : "u");
}
