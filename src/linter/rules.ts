import { compilePattern, type Rule } from "../domain/library/rule.ts";
import type { LineKind } from "./line.ts";
import type { Shape } from "./shape.ts";
import { specShapes } from "./shapes/spec.ts";
import { findShape, shapeNames } from "./shapes.ts";
import { compileTerms, indexTerms, type Starts, type Terms } from "./terms.ts";
import type { Token } from "./token.ts";

/** A rule with its terms and patterns compiled. */
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

/** All rules, compiled. */
export interface Ruleset {
  /** Most severe first, then by their order. */
  rules: readonly CompiledRule[];
  /** Returns where the terms of the rules could start in these tokens. */
  findStarts(tokens: readonly Token[]): Starts;
}

const severities = ["block", "ask", "note"];

/** Compiles rules for linting. */
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
      shapes: rule.shapes.flatMap((name) => findShape(name) ?? []),
      lists: Object.fromEntries(
        Object.entries(rule.lists).map(([name, words]) => [name, compileTerms(words)]),
      ),
      patterns: rule.patterns.flatMap(
        (source) => (typeof source === "string" && compileForLower(source)) || [],
      ),
    }));
}

function compileByKind({ terms, criterionTerms, problemTerms }: Rule): CompiledRule["terms"] {
  const shared = compileTerms(terms);
  const add = (more: readonly string[]) =>
    more.length > 0 ? compileTerms([...terms, ...more]) : shared;
  const byKind = { criterion: add(criterionTerms), problem: add(problemTerms) };
  return { ...byKind, evidence: shared, bet: shared, edge: shared, reason: shared, stop: shared };
}

/** The names of the shapes that a rule can use. */
export const knownShapes: readonly string[] = [
  ...new Set([...shapeNames, ...Object.keys(specShapes)]),
];

/** Returns true if a shape has this name now or had it earlier. */
export function isKnownShape(name: string): boolean {
  return findShape(name) !== undefined || Object.hasOwn(specShapes, name);
}

/**
 * Compiles a pattern for lowercase lines. Ignoring case is slow, so only patterns with capital
 * letters do.
 */
function compileForLower(source: string): RegExp | undefined {
  return compilePattern(source, /[A-Z]/.test(source) ? "iu" : "u");
}
