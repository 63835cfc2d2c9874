import { isExplained } from "./explained.ts";
import { createFinding, type Finding } from "./finding.ts";
import type { LearnedLines } from "./learned/weights.ts";
import { type Line, type LineKind, nothingAround, prepareLine, type Span, spanOf } from "./line.ts";
import { type CleanText, skipLead, skipMarks, skipStepWord, stripMarkup } from "./marks.ts";
import { hasMeasure } from "./number.ts";
import { standsAlone } from "./own-clause.ts";
import { hasCountedCost, isProvenProblem } from "./proven.ts";
import { withContent } from "./quotation.ts";
import { type Matcher, type RankedRule, type Ruleset, rankOf } from "./rules.ts";
import { isLikelySound } from "./sound.ts";
import type { Starts, Terms } from "./terms.ts";
import { textAt } from "./token.ts";

const MAX_FINDINGS = 2;
/** A check has about 20 words. Only this much of a longer line is read, so any file is fast. */
const MAX_CHARACTERS = 1000;

/**
 * Lints one line. The marks in front of it and the kind of its spaces change nothing. Returns at
 * most two findings, the most severe first.
 */
export function lintLine(
  line: string,
  kind: LineKind,
  ruleset: Ruleset,
  inScenario = false,
  around = nothingAround,
): Finding[] {
  const { clean, isStep } = extractWords(line, kind);
  const prepared = prepareLine(clean.text, kind, inScenario || isStep, around);
  const { matchers, starts } = ruleset.findCandidates(prepared.tokens, kind);
  const [first, second] = findHits(prepared, matchers, starts);
  if (!first) return [];
  const isNew = second && !asksTheSame(first, second, prepared);
  const hits = isNew ? [first, second] : addOtherWord(prepared, first, starts);
  return leaveOutSound(prepared, hits, ruleset.learned).map(({ rule, span }) =>
    createFinding(rule, kind, span, clean),
  );
}

/** A rule that matches, and where. */
interface Hit extends RankedRule {
  matcher: Matcher;
  span: Span;
}

/** One question about a word is enough, but a line can lack both a person and a number. */
function asksTheSame(first: Hit, second: Hit, line: Line): boolean {
  if (first.rule.asks !== undefined && first.rule.asks === second.rule.asks) return true;
  const { start, end } = second.span;
  const isWhole = start === 0 && end === line.tokens.at(-1)?.end;
  return !isWhole && first.span.start === start && first.span.end === end;
}

/** Finds the first rules that match. All rules of a matcher find the same, so it is tried once. */
function findHits(line: Line, matchers: readonly Matcher[], starts: Starts): Hit[] {
  let hits: Hit[] = [];
  for (const matcher of matchers) {
    const last = hits[MAX_FINDINGS - 1];
    if (last && last.rank < rankOf(matcher)) break;
    const span = findSpan(line, matcher, starts);
    if (!span || isBacked(line, matcher)) continue;
    const added = matcher.rules
      .slice(0, MAX_FINDINGS)
      .map((ranked) => ({ ...ranked, matcher, span }));
    hits = [...hits, ...added].toSorted((a, b) => a.rank - b.rank).slice(0, MAX_FINDINGS);
  }
  return hits;
}

/** Returns true if the line has what the rule asks for: evidence, or a number for what it costs. */
function isBacked(line: Line, { unlessEvidence, unlessCounted }: Matcher): boolean {
  return (unlessEvidence && isProvenProblem(line)) || (unlessCounted && hasCountedCost(line));
}

/** "fast and easy": adds a second word that the same rule asks about, in the order of the line. */
function addOtherWord(line: Line, first: Hit, starts: Starts): Hit[] {
  const { start, end } = first.span;
  const isAllowed = allowSpans(line, first.matcher, starts);
  const isOther = (span: Span) => (span.end <= start || end <= span.start) && isAllowed(span);
  const [word] = findWords(line, first.matcher, starts, isOther);
  const span = word ?? findShapeSpan(line, first.matcher, starts, isOther);
  if (!span) return [first];
  const other = { ...first, span };
  return span.end <= start ? [other, first] : [first, other];
}

/** Leaves out what isn't worth a question, because the line is likely sound. */
function leaveOutSound(line: Line, hits: readonly Hit[], learned?: LearnedLines): readonly Hit[] {
  const rules = hits.map(({ rule }) => rule);
  const isWeighed = rules.some(({ unlessSound }) => unlessSound);
  const ids = rules.map(({ id }) => id);
  if (!isWeighed || !isLikelySound(line, ids, learned)) return hits;
  return hits.filter(({ rule }) => !rule.unlessSound);
}

/** Returns the words of a line as the rules read them, and whether it is a step of a scenario. */
export function extractWords(line: string, kind: LineKind): { clean: CleanText; isStep: boolean } {
  const text = line.slice(0, MAX_CHARACTERS);
  const start = skipMarks(text);
  const result = kind === "criterion" ? skipStepWord(text, start) : start;
  const from = kind === "criterion" ? skipLead(text, result) : result;
  return { clean: stripMarkup(text, from), isStep: result > start };
}

function findSpan(line: Line, matcher: Matcher, starts: Starts): Span | undefined {
  const isAllowed = allowSpans(line, matcher, starts);
  const [word] = findWords(line, matcher, starts, isAllowed);
  if (word) return word;
  const inShape = findShapeSpan(line, matcher, starts, isAllowed);
  return inShape ?? findPattern(line, matcher, isAllowed);
}

/** Returns a function that says whether a span isn't explained, and is part of no exception. */
function allowSpans(line: Line, matcher: Matcher, starts: Starts): (span: Span) => boolean {
  let exempt: Span[] | undefined;
  const exceptions = () => (exempt ??= findAll(line, matcher.exceptions, starts));
  return (span) =>
    span.start >= line.from &&
    !(matcher.unlessMeasured.terms.length > 0 && isExplained(line, span)) &&
    !exceptions().some(({ start, end }) => span.start < end && start < span.end);
}

/** Finds the words that a rule asks about, those last that a measure excuses. */
function findWords(
  line: Line,
  matcher: Matcher,
  starts: Starts,
  isAllowed: (span: Span) => boolean,
): Span[] {
  const found = findAll(line, matcher.terms[line.kind], starts).filter(isAllowed);
  const unmeasured = findAll(line, matcher.unlessMeasured, starts)
    .filter(isAllowed)
    .filter((span) => !hasMeasure(line) || standsAlone(line, span));
  return [...found, ...unmeasured];
}

const none: Span[] = [];

function findAll({ tokens }: Line, terms: Terms, starts: Starts): Span[] {
  const indexes = starts.get(terms);
  if (!indexes) return none;
  return indexes.flatMap((index) => {
    // "non-actionable" doesn't say "actionable".
    const isNegated = tokens[index]?.joined && textAt(tokens, index - 1) === "non";
    const length = isNegated ? 0 : terms.matchAt(tokens, index);
    return length > 0 ? [spanOf(tokens, index, length)] : [];
  });
}

function findShapeSpan(
  line: Line,
  { shapes, lists }: Matcher,
  starts: Starts,
  isAllowed: (span: Span) => boolean,
): Span | undefined {
  const words = { lists, starts };
  for (const shape of shapes) {
    const span = shape(line, words);
    if (span && isAllowed(span)) return span.exact ? span : withContent(line.tokens, span);
  }
  return undefined;
}

function findPattern(
  line: Line,
  { patterns, mayHavePattern }: Matcher,
  isAllowed: (span: Span) => boolean,
): Span | undefined {
  if (!mayHavePattern(line.masked)) return undefined;
  for (const pattern of patterns) {
    const match = pattern.exec(line.masked);
    const span = match && { start: match.index, end: match.index + match[0].length };
    if (span && isAllowed(span)) return span;
  }
  return undefined;
}
