import { hasPersonBefore } from "../clause.ts";
import { findVerb, isA, isFormOf, isPerson, isPlural, isVerb } from "../grammar.ts";
import { faintVerbs, measures, outputVerbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { isMeasured, roleOf } from "../number.ts";
import { listOf, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * A measure as the subject of the line, and no number to pass: "Churn stays in range". List:
 * `heads`, longer names of measures.
 */
export function measureWithoutLine({ tokens }: Line, lists: WordLists): Span | undefined {
  if (isMeasured(tokens) || tokens.some(({ kind }) => kind === "quote" || kind === "code"))
    return undefined;
  const index = findMeasure(tokens, lists);
  if (index < 0) return undefined;
  return judgesMeasure(tokens, index, Math.max(1, listOf(lists, "heads").matchAt(tokens, index)))
    ? spanOf(tokens, index)
    : undefined;
}

/**
 * A percentage of a measure with nothing that says of how many: "Accuracy: 97%", "Match rate of at
 * least 92%".
 */
export function percentWithoutBase({ tokens }: Line, lists: WordLists): Span | undefined {
  const percent = tokens.findIndex(
    ({ kind, text }) => kind === "number" && text.endsWith("%") && text !== "100%",
  );
  if (percent < 0 || hasBase(tokens, percent)) return undefined;
  const earlier = findMeasure(tokens.slice(0, percent), lists);
  const named =
    (earlier >= 0 && !isAdjunct(tokens, earlier)) ||
    findMeasure(tokens.slice(percent, percent + 4), lists) >= 0;
  return named || (!isSeen(tokens) && isBare(tokens)) || isShareOfMany(tokens, percent, lists)
    ? spanOf(tokens, percent)
    : undefined;
}

/** "the level bar turns red": the measure only says what kind of thing it is. */
function isAdjunct(tokens: readonly Token[], index: number): boolean {
  return (
    !isVerb(tokens, index + 1) &&
    isVerb(tokens, index + 2) &&
    tokens[index + 1]?.kind === "word" &&
    isSeen(tokens)
  );
}

/** No condition and no other clue: the percentage is the whole check. */
function isBare(tokens: readonly Token[]): boolean {
  return !tokens.some(
    (token) =>
      isA("subordinator", token) ||
      token.kind === "quote" ||
      /^(off|charge|battery|:|→|;)$/.test(token.text),
  );
}

/** "90% of users": a share of a crowd that nobody counted. List: `crowds`. */
function isShareOfMany(tokens: readonly Token[], percent: number, lists: WordLists): boolean {
  if (tokens[percent + 1]?.text !== "of") return false;
  return [2, 3, 4].some(
    (offset) =>
      listOf(lists, "crowds").matchAt(tokens, percent + offset) > 0 &&
      isA("determiner", tokens[percent + 2]) === offset > 2,
  );
}

/** Someone watches a number: "Track how many", "The coach notes how long". List: `watching`. */
export function tracking({ tokens }: Line, lists: WordLists): Span | undefined {
  if (isMeasured(tokens)) return undefined;
  const length = listOf(lists, "watching").matchAt(tokens, 0);
  if (length > 0) return spanOf(tokens, 0, length);
  const verb = tokens.findIndex(({ text }, index) => index > 0 && watches.test(text));
  return verb > 0 &&
    findVerb(tokens, 1, verb + 1) === verb &&
    isWatcher(tokens, verb) &&
    hasQuestion(tokens, verb + 1)
    ? spanOf(tokens, verb)
    : undefined;
}

const watches =
  /^(counts?|notes?|records?|logs?|tracks?|measures?|monitors?|watch(es)?|tall(y|ies)|reports?|collects?|gathers?|knows?|learns?|observes?|finds?)$/;

/** A person or "we" right before the verb, and nobody's "when" before that. */
function isWatcher(tokens: readonly Token[], verb: number): boolean {
  const before = tokens.slice(0, verb);
  if (before.some((token) => isA("subordinator", token))) return false;
  return (
    isPerson(tokens, verb - 1) || isA("pronoun", tokens[verb - 1]) || hasPersonBefore(before, verb)
  );
}

/** "how many", "each week, how often", "the share of": what is asked, soon after the verb. */
function hasQuestion(tokens: readonly Token[], from: number): boolean {
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

/** "Most users finish", "many orders": a crowd with no number. */
export function mostOfMany({ tokens }: Line): Span | undefined {
  const index = tokens.findIndex(
    ({ kind, text }, at) =>
      kind === "word" &&
      ((/^(most|many|some|few)$/.test(text) && isShare(tokens, at)) ||
        (text === "several" && isPerson(tokens, at + 1) && isShare(tokens, at)) ||
        (text === "part" && !isA("determiner", tokens[at - 1]) && isPart(tokens, at)) ||
        (/^(half|thirds?|quarters?|plenty|enough|dozens|hundreds)$/.test(text) &&
          isPart(tokens, at))),
  );
  return index < 0 ? undefined : spanOf(tokens, index);
}

/** "half of users": a part of a plural that nobody counted. */
function isPart(tokens: readonly Token[], index: number): boolean {
  const first = index + (isA("determiner", tokens[index + 2]) ? 3 : 2);
  const isSize = tokens.some(({ kind }) => kind === "number");
  return textAt(tokens, index + 1) === "of" && isPlural(tokens, first) && !isSize;
}

function isShare(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before && /^(the|at|how|so|too|as|is|are|a|than)$|^(if|when)$/.test(before.text))
    return false;
  if (tokens.slice(0, index).some((token) => isA("subordinator", token))) return false;
  const plural = isPlural(tokens, index + 1)
    ? 1
    : /^(of|recent|used|popular|common|important)$|ed$/.test(textAt(tokens, index + 1))
      ? 0
      : 2;
  return plural > 0 && isPlural(tokens, index + plural);
}

/** Another number in the line, or a named file or set, tells what the percentage is of. */
function hasBase(tokens: readonly Token[], percent: number): boolean {
  return tokens.some((token, index) => {
    if (index === percent) return false;
    if (token.kind === "code") return true;
    return (
      token.kind === "number" &&
      !token.text.endsWith("%") &&
      ["count", "measure"].includes(roleOf(tokens, index))
    );
  });
}

/** Where a measure is named before the first comma or verb phrase is over, or -1. */
function findMeasure(tokens: readonly Token[], lists: WordLists): number {
  const heads = listOf(lists, "heads");
  return tokens.findIndex(
    (token, index) =>
      !token.joined &&
      index < 8 &&
      (heads.matchAt(tokens, index) > 0 || (token.kind === "word" && measures.has(token.text))),
  );
}

/**
 * The measure is what the line is about: it stands before the verb, and nothing is shown, printed
 * or opened.
 */
function judgesMeasure(tokens: readonly Token[], index: number, length: number): boolean {
  const before = tokens[index - 1];
  if (
    (before && isA("preposition", before) && !before.joined && before.text !== "of") ||
    isA("subordinator", tokens[0])
  )
    return false;
  const verb = findVerb(tokens, 1, tokens.length);
  if (tokens.some(({ kind }, at) => kind === "number" && roleOf(tokens, at) === "clock"))
    return false;
  return endsMeasure(tokens, index + length) && (verb < 0 || verb > index) && !isSeen(tokens);
}

/**
 * "churn", "crash-free sessions": nothing more than a plural goes on with the name of the measure.
 */
function endsMeasure(tokens: readonly Token[], end: number): boolean {
  const isMore = measures.has(textAt(tokens, end)) || isPlural(tokens, end);
  const at = isMore && !isVerb(tokens, end) ? end + 1 : end;
  const next = tokens[at];
  if (next?.kind !== "word" || isA("preposition", tokens[end - 1])) return true;
  return isVerb(tokens, at) || isA("preposition", next);
}

/** Something is shown, sent or moved in the line. */
function isSeen(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      (isVerb(tokens, index) && isFormOf(outputVerbs, token) && !isFormOf(faintVerbs, token)) ||
      /^(shown|displayed|listed|printed|sorted|rounded)$/.test(token.text),
  );
}
