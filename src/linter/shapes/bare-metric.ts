import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isA, isVerb } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { isMeasured } from "../number.ts";
import { type Token, textAt } from "../token.ts";
import { hasVisibleResult } from "./threshold.ts";

/**
 * Finds a metric without a pass line: "% of new users who create a board", "Average number of moves
 * per board", "Check the contrast of all icons".
 */
export function bareMetric({ tokens, inScenario }: Line): Span | undefined {
  if (inScenario) return undefined;
  const length = countMetricTokens(tokens);
  if (length > 0) return spanOf(tokens, 0, length);
  const open = Math.max(findCheckedProperty(tokens), findOpenLimit(tokens));
  return open < 0 ? undefined : spanOf(tokens, open);
}

/** Returns how many tokens name the metric that is the whole line, or 0. */
export function countMetricTokens(tokens: readonly Token[]): number {
  if (!mayBeMetric(tokens)) return 0;
  if (tokens.some(({ text }) => passMarks.has(text)) || hasVisibleResult(withoutPer(tokens)))
    return 0;
  return countShare(tokens) || (hasOwnClause(tokens) ? 0 : countAggregate(tokens));
}

/** A look at the first word and the last, because most lines are no metric. */
function mayBeMetric(tokens: readonly Token[]): boolean {
  const last = textAt(tokens, tokens.length - (tokens.at(-1)?.text === "." ? 2 : 1));
  return startsMetric.has(textAt(tokens, 0)) || endsMetric(last);
}

function endsMetric(last: string): boolean {
  return last === "count" || last === "counts" || events.has(last);
}

const passMarks = wordSet(`
  = ≥ > < ≤ → -> => exceeds exceed reaches reach equals equal matches match target baseline above
  below under over than
`);

/** "% of tasks moved to Done": a number in its relative clause is no pass line. */
function countShare(tokens: readonly Token[]): number {
  const isShare = shares.has(textAt(tokens, 0)) && textAt(tokens, 1) === "of";
  const isGiven = tokens.some(({ kind, text }) => kind === "number" && text.endsWith("%"));
  const end = tokens.findIndex(({ text }) => /^(who|that|which|with)$/.test(text));
  const isGivenBefore = isMeasured(tokens.slice(0, end < 0 ? tokens.length : end));
  return isShare && !isGiven && !isGivenBefore ? 1 : 0;
}

const shares = wordSet("% percent percentage share proportion");
const aggregates = wordSet("average mean median total overall p50 p95 p99");
const quantities = wordSet(`
  number count amount time duration length age size cost price rating score rate share spend value
  volume distance
`);
const startsMetric: ReadonlySet<string> = new Set([...shares, ...aggregates]);
/** Events that a team counts. */
const events = wordSet(`
  incidents defects complaints crashes outages violations escalations cancellations breaches
  signups vulnerabilities
`);

/** "Average number of moves", "Vulnerability count", "Security incidents". */
function countAggregate(tokens: readonly Token[]): number {
  if (isMeasured(tokens) || tokens.some(({ kind }) => kind === "number" || kind === "quote"))
    return 0;
  if (aggregates.has(textAt(tokens, 0)) && quantities.has(textAt(tokens, 1))) return 2;
  const words = tokens.at(-1)?.text === "." ? tokens.slice(0, -1) : tokens;
  const last = words.at(-1)?.text ?? "";
  const isCounted = endsMetric(last);
  const isName = words.length > 1 && words.length < 5 && words.every(({ kind }) => kind === "word");
  return isCounted && isName && !isA("determiner", words[0]) ? words.length : 0;
}

/** A verb outside of "that ..." says what happens. */
function hasOwnClause(tokens: readonly Token[]): boolean {
  const relative = tokens.findIndex(({ text }) => /^(who|that|which)$/.test(text));
  const end = relative < 0 ? tokens.length : relative;
  return findVerb(withoutPer(tokens), 1, end) > 0;
}

/** "task moves per board": before "per", a noun. */
function withoutPer(tokens: readonly Token[]): readonly Token[] {
  const per = tokens.findIndex(({ text }) => text === "per");
  return per > 0 && isVerb(tokens, per - 1) ? tokens.slice(0, per - 1) : tokens;
}

const properties = wordSet(`
  contrast speed latency performance size length weight loudness brightness resolution accuracy
  throughput load
`);

/** "Check the contrast of all icons": returns the index of what has no pass line, or -1. */
function findCheckedProperty(tokens: readonly Token[]): number {
  const start = textAt(tokens, 0) === "double" ? 1 : 0;
  if (!/^(check|inspect|examine|test|assess)$/.test(textAt(tokens, start))) return -1;
  if (
    tokens.some(({ kind }) => kind === "number") ||
    findVerb(tokens, start + 1, tokens.length) > 0
  )
    return -1;
  const at = tokens.findIndex(
    ({ text }, index) => index > start && index < start + 5 && properties.has(text),
  );
  const next = tokens[at + 1];
  const ends = next === undefined || next.text === "." || isA("preposition", next);
  return at > 0 && ends ? at : -1;
}

/** "Rate limiting: API limits": returns the index of a limit that isn't given, or -1. */
function findOpenLimit(tokens: readonly Token[]): number {
  const at = tokens.at(-1)?.text === "." ? tokens.length - 2 : tokens.length - 1;
  if (!/^(limits?|thresholds?|quotas?|timeouts?)$/.test(textAt(tokens, at))) return -1;
  const isOpen =
    tokens.length < 12 &&
    findVerb(tokens, 0, tokens.length) < 0 &&
    tokens.every(({ kind, text }) => kind !== "number" && kind !== "quote" && !endings.has(text));
  return isOpen && !isA("determiner", tokens[0]) ? at : -1;
}

const endings = wordSet("to no without when if once after before until above below beyond");
