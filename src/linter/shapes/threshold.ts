import { wordSet } from "../../domain/text/word-set.ts";
import { hasPersonBefore } from "../clause.ts";
import { findVerb, isA, isFormOf, isPerson, isPlural, isVerb } from "../grammar.ts";
import { measures, outputVerbs, vagueVerbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { classifyNumber, isMeasured } from "../number.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";
import { isPlaced } from "./testable.ts";

/**
 * Finds a measure as the subject, without a threshold: "Churn stays in range". List: `heads`
 * (longer names of measures).
 */
export function measureWithoutThreshold({ tokens }: Line, lists: WordLists): Span | undefined {
  const index = findMeasureName(tokens, lists);
  if (index < 0 || isMeasured(tokens) || tokens.some(isStated)) return undefined;
  // "(cost 3)"
  if (tokens[index + 1]?.kind === "number") return undefined;
  if (tokens.slice(index, index + 5).some(isRange) || isSpelledOutAfter(tokens, index))
    return undefined;
  if (hasTarget(tokens, index)) return undefined;
  return isAboutMeasure(tokens, index, Math.max(1, getList(lists, "heads").matchAt(tokens, index)))
    ? spanOf(tokens, index)
    : undefined;
}

/** A value, or what a column holds: "Days waiting = number of days". */
function isStated({ kind, text }: Token): boolean {
  return kind === "quote" || kind === "code" || text === "=";
}

/** "Low latency \u2014 results are renewed every minute": the rest says what happens. */
function isSpelledOutAfter(tokens: readonly Token[], index: number): boolean {
  const dash = tokens.findIndex(({ text }, at) => at > index && /^[\u2013\u2014]$/.test(text));
  const rest = tokens.slice(dash + 1);
  return (
    dash === index + 1 && rest.some(({ text }) => /^(every|each|after|within|once|per)$/.test(text))
  );
}

/** "Monthly active guests: 6,000", "The number of doors is unchanged by this release". */
function hasTarget(tokens: readonly Token[], index: number): boolean {
  return tokens.some(({ text }, at) => {
    const next = tokens[at + 1];
    if (text === ":") return at > index && next?.kind === "number";
    return /^(unchanged|identical)$/.test(text) && /^(by|from|since|to)$/.test(next?.text ?? "");
  });
}

/** "Guest count | 1-12": the number after a hyphen. */
function isRange({ kind, joined, text }: Token): boolean {
  return (kind === "number" && joined) || /^\d+[-\u2013]\d+$/.test(text);
}

/**
 * Finds tracking without a target: "Track how many", "The coach notes how long". List: `watching`.
 */
export function trackingVerb({ tokens }: Line, lists: WordLists): Span | undefined {
  const span = findTracking(tokens, lists);
  return span && !isMeasured(tokens) ? span : undefined;
}

function findTracking(tokens: readonly Token[], lists: WordLists): Span | undefined {
  const length = getList(lists, "watching").matchAt(tokens, 0);
  if (length > 0) return spanOf(tokens, 0, length);
  const verb = tokens.findIndex(({ text }, index) => index > 0 && trackingVerbs.has(text));
  return verb > 0 &&
    findVerb(tokens, 1, verb + 1) === verb &&
    hasObserver(tokens, verb) &&
    asksForMeasure(tokens, verb + 1)
    ? spanOf(tokens, verb)
    : undefined;
}

const trackingVerbs = wordSet(`
  count counts note notes record records log logs track tracks measure measures monitor monitors
  watches watch tally tallies report reports collect collects gather gathers know knows learn
  learns observe observes find finds
`);

/** Returns true if a person or "we" is the subject, outside of a subordinate clause. */
function hasObserver(tokens: readonly Token[], verb: number): boolean {
  const before = tokens.slice(0, verb);
  if (before.some((token) => isA("subordinator", token))) return false;
  return (
    isPerson(tokens, verb - 1) || isA("pronoun", tokens[verb - 1]) || hasPersonBefore(before, verb)
  );
}

/** "how many", "each week, how often", "the share of": a question soon after the verb. */
function asksForMeasure(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 6).some(({ text }, offset) => {
    const next = textAt(tokens, from + offset + 1);
    if (text === "how") return /^(many|much|often|long|far|fast|quickly|well)$/.test(next);
    return (
      text === "the" &&
      offset === 0 &&
      (measures.has(next) || /^(number|amount|average|median|time)$/.test(next))
    );
  });
}

/** Finds a quantity without a number: "Most users finish", "many orders". */
export function vagueQuantifier({ tokens }: Line): Span | undefined {
  const index = tokens.findIndex(
    ({ kind, text }, at) =>
      kind === "word" &&
      ((/^(most|many|some|few)$/.test(text) && quantifiesPlural(tokens, at)) ||
        (text === "several" && isPerson(tokens, at + 1) && quantifiesPlural(tokens, at)) ||
        (text === "part" && !isA("determiner", tokens[at - 1]) && isFractionOfPlural(tokens, at)) ||
        (/^(half|thirds?|quarters?|plenty|enough|dozens|hundreds)$/.test(text) &&
          isFractionOfPlural(tokens, at))),
  );
  return index < 0 ? undefined : spanOf(tokens, index);
}

/** "half of users": a fraction of a plural of unknown size. */
function isFractionOfPlural(tokens: readonly Token[], index: number): boolean {
  const first = index + (isA("determiner", tokens[index + 2]) ? 3 : 2);
  const isSize = tokens.some(({ kind }) => kind === "number");
  return textAt(tokens, index + 1) === "of" && isPlural(tokens, first) && !isSize;
}

function quantifiesPlural(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before && /^(the|at|how|so|too|as|is|are|a|than)$|^(if|when)$/.test(before.text))
    return false;
  if (tokens.slice(0, index).some((token) => isA("subordinator", token))) return false;
  if (isPlural(tokens, index + 1)) return true;
  if (/^(of|recent|used|popular|common|important)$|ed$/.test(textAt(tokens, index + 1)))
    return false;
  // At the start, the name can be longer: "Most active till makers".
  return isPlural(tokens, index + 2) || (index === 0 && isPlural(tokens, index + 3));
}

const MAX_LEAD = 8;

/** Returns where the line names a measure near its start, or -1. */
export function findMeasureName(tokens: readonly Token[], lists: WordLists): number {
  const heads = getList(lists, "heads");
  return tokens
    .slice(0, MAX_LEAD)
    .findIndex(
      (token, index) =>
        !token.joined &&
        (heads.matchAt(tokens, index) > 0 || (token.kind === "word" && measures.has(token.text))),
    );
}

/** Returns true if the measure is the subject, and the line has no visible result. */
function isAboutMeasure(tokens: readonly Token[], index: number, length: number): boolean {
  const before = tokens[index - 1];
  if (
    (before && isA("preposition", before) && !before.joined && before.text !== "of") ||
    isA("subordinator", tokens[0]) ||
    /^(each|every)$/.test(before?.text ?? "") ||
    isSortKey(tokens, index) ||
    /^appl(y|ies)$/.test(textAt(tokens, index + length)) ||
    /^(don't|never|avoid)$/.test(textAt(tokens, 0)) ||
    (index > 0 && isFormOf(outputVerbs, tokens[0]) && !isFormOf(vagueVerbs, tokens[0]))
  )
    return false;
  const verb = findVerb(tokens, 1, tokens.length);
  if (tokens.some(({ kind }, at) => kind === "number" && classifyNumber(tokens, at) === "clock"))
    return false;
  return (
    endsMeasureName(tokens, index + length) &&
    (verb < 0 || verb > index || isLastWord(tokens, index)) &&
    !hasVisibleResult(tokens)
  );
}

/** "filter by laying percentage": what the measure is used for. */
function isSortKey(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(Math.max(0, index - 4), index)
    .some(
      ({ text }, at, near) =>
        text === "by" && /^(?:filter|sort|group|search|order|rank)/.test(textAt(near, at - 1)),
    );
}

/** "Cloud and phone costs": at the end of the line, it's no verb. */
function isLastWord(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next === undefined || (next.text === "." && tokens[index + 2] === undefined);
}

/** "churn", "crash-free sessions": at most a plural continues the name of the measure. */
function endsMeasureName(tokens: readonly Token[], end: number): boolean {
  const isMore = measures.has(textAt(tokens, end)) || isPlural(tokens, end);
  const at = isMore && !isVerb(tokens, end) ? end + 1 : end;
  const next = tokens[at];
  if (next?.kind !== "word" || isA("preposition", tokens[end - 1])) return true;
  return isVerb(tokens, at) || isA("preposition", next);
}

const visibleStates =
  /^(?:shown|displayed|listed|printed|sorted|rounded|kept|hidden|marked|drawn|sent|required|optional|mandatory)$/;

/** Returns true if the line shows, sends or moves something. */
export function hasVisibleResult(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      (isVerb(tokens, index) && isFormOf(outputVerbs, token) && !isFormOf(vagueVerbs, token)) ||
      visibleStates.test(token.text) ||
      isPlaced(tokens, index),
  );
}
