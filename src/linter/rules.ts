import { compilePattern, lineKinds, lineKindsOf, type Rule } from "../domain/library/rule.ts";
import type { LearnedLines } from "./learned/weights.ts";
import type { LineKind } from "./line.ts";
import { neededTerms } from "./prefilter.ts";
import type { Shape } from "./shape.ts";
import { specShapes } from "./shapes/spec.ts";
import { findShape, shapeNames } from "./shapes.ts";
import { compileTerms, indexTerms, type Starts, type Terms } from "./terms.ts";
import type { Token } from "./token.ts";

/** A rule and its place among all rules: the most severe first, then by their order. */
export interface RankedRule {
  rule: Rule;
  rank: number;
}

/** What one or more rules look for, with terms and patterns compiled. */
export interface Matcher {
  /** The rules that look for exactly this, by rank. */
  rules: readonly [RankedRule, ...RankedRule[]];
  /** The terms for lines of each kind. */
  terms: Readonly<Record<LineKind, Terms>>;
  unlessMeasured: Terms;
  /** True in lines that need evidence: a long one that has it is fine. */
  unlessEvidence: boolean;
  /** True if a line that counts what it costs is fine. */
  unlessCounted: boolean;
  exceptions: Terms;
  shapes: readonly Shape[];
  lists: Readonly<Record<string, Terms>>;
  patterns: readonly RegExp[];
  /** Returns false if none of the patterns matches, which takes less time than asking each. */
  mayHavePattern(text: string): boolean;
}

/** What could match in a line, by rank, and where its terms could start. */
interface Candidates {
  matchers: readonly Matcher[];
  starts: Starts;
}

/** All rules, compiled. */
export interface Ruleset {
  /** Most severe first, then by their order. */
  rules: readonly Rule[];
  /** What was learned from other lines than those of the program, to measure it. */
  learned?: LearnedLines;
  /** Finds what could match in a line of a kind: only that is tried, of any number of rules. */
  findCandidates(tokens: readonly Token[], kind: LineKind): Candidates;
}

const severities = ["block", "ask", "note"];

const rulesets = new WeakMap<readonly Rule[], Ruleset>();

/** Compiles rules for linting; the same list only once. */
export function compileRules(rules: readonly Rule[]): Ruleset {
  const ruleset = rulesets.get(rules) ?? compileRuleset(rules);
  rulesets.set(rules, ruleset);
  return ruleset;
}

function compileRuleset(rules: readonly Rule[]): Ruleset {
  const sorted = rules.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.order - b.order,
  );
  const matchers = compileMatchers(sorted);
  const owners = new Map(
    matchers.flatMap((matcher) =>
      listTriggers(matcher).map((terms) => [terms, matcher.terms] as const),
    ),
  );
  const findStarts = indexTerms([
    ...owners.keys(),
    ...matchers.flatMap(({ exceptions, lists }) => [exceptions, ...Object.values(lists)]),
    ...neededTerms,
  ]);
  const always = new Set(
    matchers
      .filter(({ shapes, patterns }) => shapes.length + patterns.length > 0)
      .map(({ terms }) => terms),
  );
  const ranked = groupByKind(matchers);
  const findCandidates: Ruleset["findCandidates"] = (tokens, kind) => {
    const starts = findStarts(tokens);
    const triggered = new Set<Matcher["terms"]>();
    for (const terms of starts.keys()) {
      const owner = owners.get(terms);
      if (owner) triggered.add(owner);
    }
    const isCandidate = ({ terms }: Matcher) => always.has(terms) || triggered.has(terms);
    return { matchers: (ranked.get(kind) ?? []).filter(isCandidate), starts };
  };
  return { rules: sorted, findCandidates };
}

/** Lists the matchers for each kind of line, by rank, so that no line has to sort them. */
function groupByKind(matchers: readonly Matcher[]): ReadonlyMap<LineKind, readonly Matcher[]> {
  const groups = new Map<LineKind, Matcher[]>();
  for (const matcher of matchers)
    for (const kind of new Set(lineKindsOf(matcher.rules[0].rule)))
      groups.set(kind, [...(groups.get(kind) ?? []), rankForKind(matcher, kind)]);
  for (const group of groups.values()) group.sort((a, b) => rankOf(a) - rankOf(b));
  return groups;
}

/** In a problem, what it lacks comes before its wording. */
function rankForKind(matcher: Matcher, kind: LineKind): Matcher {
  if (!needsEvidence[kind] || !matcher.rules[0].rule.unlessEvidence) return matcher;
  const [first, ...rest] = matcher.rules;
  const putLast = ({ rule, rank }: RankedRule) => ({ rule, rank: rank + AFTER_ALL });
  return { ...matcher, unlessEvidence: true, rules: [putLast(first), ...rest.map(putLast)] };
}

const needsEvidence: Partial<Record<LineKind, boolean>> = { problem: true };

/** More than there are rules. */
const AFTER_ALL = 1_000_000;

/** Returns the rank of the first rule of a matcher. */
export function rankOf({ rules: [first] }: Matcher): number {
  return first.rank;
}

/** Lists the terms that can make a matcher find something. */
function listTriggers({ terms, unlessMeasured }: Matcher): Terms[] {
  return [...Object.values(terms), unlessMeasured];
}

/** Compiles what the rules look for, once for all rules that look for the same. */
function compileMatchers(rules: readonly Rule[]): Matcher[] {
  const groups = new Map<string, [RankedRule, ...RankedRule[]]>();
  for (const [rank, rule] of rules.entries()) {
    const search = describeSearch(rule);
    const group = groups.get(search);
    if (group) group.push({ rule, rank });
    else groups.set(search, [{ rule, rank }]);
  }
  return [...groups.values()].map(compileMatcher);
}

/** Describes what a rule looks for: the same text for the same search. */
function describeSearch(rule: Rule): string {
  const { kinds, terms, criterionTerms, problemTerms, unlessMeasured, exceptions } = rule;
  const { shapes, lists, patterns, unlessEvidence, unlessCounted } = rule;
  const words = [terms, criterionTerms, problemTerms, unlessMeasured, exceptions];
  return JSON.stringify([kinds, words, shapes, lists, patterns, unlessEvidence, unlessCounted]);
}

function compileMatcher(group: [RankedRule, ...RankedRule[]]): Matcher {
  const [{ rule }] = group;
  const sources = rule.patterns.filter((source) => typeof source === "string");
  return {
    rules: group,
    terms: compileByKind(rule),
    unlessMeasured: compileTerms(rule.unlessMeasured),
    unlessEvidence: false,
    unlessCounted: rule.unlessCounted,
    exceptions: compileTerms(rule.exceptions),
    shapes: rule.shapes.flatMap((name) => findShape(name) ?? []),
    lists: Object.fromEntries(
      Object.entries(rule.lists).map(([name, words]) => [name, compileTerms(words)]),
    ),
    patterns: sources.flatMap((source) => compileForLower(source) ?? []),
    mayHavePattern: createSearch(sources),
  };
}

function compileByKind({ terms, criterionTerms, problemTerms }: Rule): Matcher["terms"] {
  const shared = compileTerms(terms);
  const add = (more: readonly string[]) =>
    more.length > 0 ? compileTerms([...terms, ...more]) : shared;
  const same = lineKinds.map((kind) => [kind, shared] as const);
  const byKind = Object.fromEntries(same) as Record<LineKind, Terms>;
  return { ...byKind, criterion: add(criterionTerms), problem: add(problemTerms) };
}

/** The names of the shapes that a rule can use. */
export const knownShapes: readonly string[] = [
  ...new Set([...shapeNames, ...Object.keys(specShapes)]),
];

/** Returns true if a shape has this name now or had it earlier. */
export function isKnownShape(name: string): boolean {
  return findShape(name) !== undefined || Object.hasOwn(specShapes, name);
}

/** Returns a function that says whether any of the sources can match in a text. */
function createSearch(sources: readonly string[]): (text: string) => boolean {
  const any = compileForLower(joinSources(sources));
  if (!any || sources.length < 2) return () => true;
  let isCompiled = false;
  return (text) => {
    if (!isCompiled) any.test(LONG_TEXT);
    isCompiled = true;
    return any.test(text);
  };
}

/** Joins patterns. What many of them start with is looked for only once at each character. */
function joinSources(sources: readonly string[]): string {
  const groups = ["\\b", "^", ""].map((start) => {
    const rests = sources
      .filter((source) => anchorOf(source) === start)
      .map((source) => `(?:${source.slice(start.length)})`);
    return rests.length > 0 ? `${start}(?:${rests.join("|")})` : "";
  });
  return groups.filter((group) => group !== "").join("|");
}

/** Returns what all alternatives of a pattern start with: the edge of a word, the line, or "". */
function anchorOf(source: string): string {
  const start = /^(?:\\b|\^)/.exec(source)?.[0] ?? "";
  return hasAlternatives(source) ? "" : start;
}

/** Returns true for a pattern with alternatives outside of its groups. */
function hasAlternatives(source: string): boolean {
  const group = /\([^()]*\)/g;
  let rest = source.replace(/\\./g, "").replace(/\[[^\]]*\]/g, "");
  while (rest.search(group) >= 0) rest = rest.replace(group, "");
  return rest.includes("|");
}

/**
 * V8 turns an expression into bytecode first, which takes up to 20 ms for many patterns, and into
 * machine code, which takes 3, the second time. For a text of 1,000 characters it skips bytecode.
 */
const LONG_TEXT = "\0".repeat(1000);

/**
 * Compiles a pattern for lowercase lines. Ignoring case is slow, so only patterns with capital
 * letters do. "isn't" also matches "isnt".
 */
function compileForLower(source: string): RegExp | undefined {
  const informal = source.replaceAll("n't", "n'?t");
  return compilePattern(informal, /[A-Z]/.test(source) ? "iu" : "u");
}
