import { wordSet } from "../domain/text/word-set.ts";
import { hasEvidence } from "./evidence.ts";
import { isFactual, namesStandard } from "./factual.ts";
import { findVerb, isA, isFormOf, isFunctionWord } from "./grammar.ts";
import { reportingParticiples, vagueVerbs, verbs } from "./lexicon.ts";
import type { Line, Span } from "./line.ts";
import { classifyNumber, isMeasured } from "./number.ts";
import { isReproducible } from "./reproducible.ts";
import { type Token, textAt } from "./token.ts";

/**
 * Returns true if a line goes on to say what it means by a vague word: "scrolling is smooth: 60
 * frames a second", "legible. 9 of 10 people read it from 6 m", "a clear message names the row".
 */
export function isExplained(line: Line, span: Span): boolean {
  if (isFactual(line, span)) return true;
  if (line.kind !== "criterion")
    return isReproducible(line.tokens) || isAnswer(line, span) || isBackedElsewhere(line, span);
  const after = line.tokens.findIndex(({ start }) => start >= span.end);
  if (isMeasuredName(line, span)) return true;
  if (namesStandard(line.tokens) || isPartOfName(line, span) || isShare(line, span)) return true;
  return after >= 0 && (isMeasuredAfter(line, span) || saysWhatItMeans(line.tokens, after));
}

/** "64% rated opening hours as poor", "8 of 13 were confused": people who were counted. */
function isAnswer({ tokens }: Line, { start }: Span): boolean {
  const at = tokens.findIndex((token) => token.start >= start);
  const verb = tokens.findLastIndex(
    ({ text }, index) =>
      index < at && /^(rated|called|described|named|judged|scored|were|felt)$/.test(text),
  );
  return (
    verb > 0 && tokens.slice(Math.max(0, verb - 6), verb).some(({ kind }) => kind === "number")
  );
}

/** "Focus: 2px solid, clearly visible": measures before the word, in a line without a verb. */
function isMeasuredName({ tokens }: Line, { start }: Span): boolean {
  const before = tokens.filter((token) => token.end <= start);
  const word = tokens[before.length];
  // "in 3 s for typical harbors": the measure holds only for these.
  if (isA("preposition", before.at(-1)) && norms.test(word?.text ?? "")) return false;
  return isMeasured(before) && findVerb(tokens, 1, tokens.length) < 0;
}

const norms = /^(?:typical|usual|normal|ordinary|average|common)$/;

/** "at least 85% accurate", "works correctly for 95% of the requests". */
function isShare({ tokens }: Line, { start, end }: Span): boolean {
  const at = tokens.findIndex((token) => token.start >= start);
  const last = tokens.findLastIndex((token) => token.end <= end);
  const isPercent = (token: Token | undefined) => token?.text.endsWith("%") === true;
  if (isPercent(tokens[at - 1])) return true;
  const isManner = /ly$|^works?$/.test(textAt(tokens, at));
  return (
    isManner &&
    tokens
      .slice(last + 1, last + 5)
      .some(
        (token, index) =>
          isPercent(token) && /^(for|in|across)$/.test(textAt(tokens, last + index)),
      )
  );
}

/** Words that choose: "the relevant people" can be anyone, even as the subject. */
const choosingWords = wordSet(`
  relevant appropriate suitable right correct proper necessary adequate sensible usual
  useful
`);

const MAX_NAME = 3;

/** "The friendly name of a device replaces its number": the subject only names a thing. */
function isPartOfName({ tokens }: Line, { start, end }: Span): boolean {
  const at = tokens.findIndex((token) => token.start >= start);
  const last = tokens.findLastIndex((token) => token.end <= end);
  if (isOneOfTwo(tokens, at, last)) return true;
  const the = tokens.findLastIndex(({ text }, index) => index < at && text === "the");
  const isInside = the >= 0 && at - the <= MAX_NAME && startsSubject(tokens, the);
  const next = tokens[last + 1];
  if (!isInside || choosingWords.has(textAt(tokens, at)) || next?.kind !== "word") return false;
  if (isFunctionWord(next) || /^(and|or|but|as|for)$|ly$/.test(next.text)) return false;
  const verb = findVerb(tokens, last + 2, tokens.length);
  return verb > 0 && findVerb(tokens, the + 1, last + 1) < 0 && !isFormOf(vagueVerbs, tokens[verb]);
}

/** "minimal or custom profiles", "a full or quick scan": the names of two kinds. */
function isOneOfTwo(tokens: readonly Token[], at: number, last: number): boolean {
  const isNoun = (token: Token | undefined) => token?.kind === "word" && !isFunctionWord(token);
  if (textAt(tokens, at).endsWith("ly")) return false;
  if (isOppositeNamed(tokens, at, last)) return true;
  // "Strong PINs or passwords": the noun is in the span.
  if (at < last) return false;
  if (textAt(tokens, last + 1) === "or")
    return isNoun(tokens[last + 2]) && isNoun(tokens[last + 3]);
  return textAt(tokens, at - 1) === "or" && isNoun(tokens[at - 2]) && isNoun(tokens[last + 1]);
}

/** "as helpful or not helpful", "both good and failed ones": the names of all the cases. */
function isOppositeNamed(tokens: readonly Token[], at: number, last: number): boolean {
  const [joint, next] = [textAt(tokens, last + 1), textAt(tokens, last + 2)];
  if (textAt(tokens, at - 1) === "not") return textAt(tokens, at - 2) === "or";
  if (joint === "or") return next === "not" || next === `un${textAt(tokens, at)}`;
  return joint === "and" && textAt(tokens, at - 1) === "both";
}

/** At the start of a line, or after a mark or "when". */
function startsSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "mark" || isA("subordinator", before);
}

/**
 * "Labels were unclear. 8 of 10 people stalled": another sentence of a problem has the evidence.
 */
function isBackedElsewhere(line: Line, { start, end }: Span): boolean {
  const isStop = ({ text }: Token) => /^[.;:!?\u2013\u2014-]$/.test(text);
  const from = line.tokens.findLastIndex((token) => token.end <= start && isStop(token));
  const to = line.tokens.findIndex((token) => token.start >= end && isStop(token));
  const before = line.tokens.slice(0, Math.max(0, from));
  const after = to < 0 ? [] : line.tokens.slice(to + 1);
  return [before, after].some((tokens) => hasEvidence({ ...line, tokens }));
}

/**
 * The words after a vague word say what happens, what the text says or what it is compared with.
 */
function saysWhatItMeans(tokens: readonly Token[], after: number): boolean {
  return (
    saysHow(tokens, after) ||
    saysContent(tokens, after) ||
    namesReference(tokens, after) ||
    hasVisibleDetail(tokens, after)
  );
}

/** "handled gracefully by showing the last copy". */
function saysHow(tokens: readonly Token[], after: number): boolean {
  return (
    textAt(tokens, after - 1).endsWith("ly") &&
    textAt(tokens, after) === "by" &&
    isFormOf(verbs, tokens[after + 1]) &&
    textAt(tokens, after + 1).endsWith("ing")
  );
}

/** "a clear error message names the file", "a helpful warning that lists the rows". */
function saysContent(tokens: readonly Token[], after: number): boolean {
  const text = tokens.findLastIndex(
    ({ text }, index) =>
      index >= after &&
      index <= after + 1 &&
      /^(message|error|warning|notice|reason|hint|alert|text)$/.test(text),
  );
  if (text < 0) return false;
  if (namesContent(tokens, text + 1)) return true;
  return [1, 2, 3].some(
    (offset) =>
      /^(nam|stat|list|quot|identify|say|read)(e?s|ing)$|^identifies$/.test(
        textAt(tokens, text + offset),
      ) &&
      // "clear error states for a missing key" are states.
      !/^(for|of|in|on|with|what|how|why|)$/.test(textAt(tokens, text + offset + 1)),
  );
}

/** "a clear error with the failed step", but not "with enough detail". */
function namesContent(tokens: readonly Token[], at: number): boolean {
  return (
    textAt(tokens, at) === "with" &&
    !tokens
      .slice(at + 1, at + 5)
      .some(({ text }) =>
        /^(enough|details?|context|information|info|instructions|guidance|help|advice)$/.test(text),
      )
  );
}

/** "the accurate count parsed from the file", "correct totals that match the invoice". */
function namesReference(tokens: readonly Token[], after: number): boolean {
  if (!/^(accurate|correct|right|accurately|correctly)$/.test(textAt(tokens, after - 1)))
    return false;
  return tokens.some(
    ({ text }, index) =>
      index > after &&
      (isMatch(tokens, index) ||
        (text === "from" && /^(read|taken|\w+ed)$/.test(textAt(tokens, index - 1)))),
  );
}

/** "match the invoice", "and match the actual counts", but not "and match". */
function isMatch(tokens: readonly Token[], index: number): boolean {
  if (!/^match(es|ing)?$/.test(textAt(tokens, index))) return false;
  const joins = /^(and|or)$/.test(textAt(tokens, index - 1));
  return !joins || /^(the|actual)$/.test(textAt(tokens, index + 1));
}

/** "handled gracefully (hidden in read mode)": a parenthesis says what is to see or to do. */
function hasVisibleDetail(tokens: readonly Token[], after: number): boolean {
  const open = tokens.findIndex(({ text }, index) => index >= after && text === "(");
  const stop = tokens.findIndex(({ text }, index) => index >= after && /^[.;]$/.test(text));
  if (open < 0 || (stop >= 0 && stop < open)) return false;
  if (textAt(tokens, open + 1) === "as") return false;
  const close = tokens.findIndex(({ text }, index) => index > open && text === ")");
  return tokens
    .slice(open + 1, close < 0 ? tokens.length : close)
    .some(
      ({ kind, text }) =>
        kind === "quote" ||
        (/^(?:or|,)$/.test(text) && choosingWords.has(textAt(tokens, after - 1))) ||
        /^(can|no|not|without|>|\u2192)$/.test(text) ||
        reportingParticiples.has(text) ||
        text === "hidden",
    );
}

function isMeasuredAfter({ tokens }: Line, { end }: Span): boolean {
  const after = tokens.findIndex(({ start }) => start >= end);
  const mark = tokens.findIndex(
    ({ text, kind }, index) =>
      index >= after && kind === "mark" && /^[:.(,;\u2013\u2014-]$/.test(text),
  );
  if (after < 0 || mark < 0) return false;
  return tokens.some((token, index) => {
    if (index <= mark || token.kind !== "number") return false;
    const next = textAt(tokens, index + 1);
    if (next === "of" || next === "in") return tokens[index + 2]?.kind === "number";
    if (
      /^(?:least|most|under|within|below|above|than|minimum|[<>\u2264\u2265])$/.test(
        textAt(tokens, index - 1),
      )
    )
      return true;
    return classifyNumber(tokens, index) === "measure" && isPassLine(token.text, next);
  });
}

/** A time, a rate or a share decides whether a line passes; a size says where it has to hold. */
function isPassLine(text: string, unit: string): boolean {
  return (
    /%|(?:ms|s|kb|mb)$|:1$/.test(text) ||
    /^(?:%|s|ms|secs?|seconds?|mins?|minutes?|hours?|h|fps|frames|percent|clicks?|taps?|steps)$/.test(
      unit,
    )
  );
}
