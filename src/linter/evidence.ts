import { isPerson, isPlural } from "./grammar.ts";
import { sources } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { isCounted, isDated } from "./number.ts";
import { type Token, textAt } from "./token.ts";

/**
 * True when the line holds a number, a date, a source or a quote: something one could go and look
 * at.
 */
export function hasEvidence({ tokens }: Line): boolean {
  return [isCounted, isDated, isQuoted, isSourced, isOwnRecord, isInTail, isTold, isWitnessed].some(
    (holds) => holds(tokens),
  );
}

/** True when a link or a quotation of three words or more stands in the line. */
function isQuoted(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }) =>
      (kind === "quote" && text.split(/\s+/).length >= 3) ||
      (kind === "code" && /^https?:|^www\./.test(text)),
  );
}

/**
 * "per the audit", "according to Noor", "the May survey of clerks shows", "(vestry log)", "in her
 * exit interview".
 */
function isSourced(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind !== "word") return false;
    const next = tokens[index + 1];
    if (token.text === "according") return next?.text === "to";
    if (token.text === "per")
      return next?.kind === "name" || sources.has(textAt(tokens, index + 2));
    return (
      sources.has(token.text) &&
      (isReported(tokens, index) || isInBrackets(tokens, index) || isHeard(tokens, index))
    );
  });
}

const reports =
  /^(shows?|showed|says?|said|lists?|records?|found|confirms?|reveals?|names?|counts?|gives?|puts?|has|have|mentions?)$/;

/** "the book at the desk has": a verb of telling soon after the source. */
function isReported(tokens: readonly Token[], index: number): boolean {
  const rest = tokens.slice(index + 1, index + 6);
  const stop = rest.findIndex(({ kind, text }) => kind === "mark" || text === "and");
  return rest.slice(0, stop < 0 ? rest.length : stop).some(({ text }) => reports.test(text));
}

function isInBrackets(tokens: readonly Token[], index: number): boolean {
  return (
    tokens.slice(index + 1).some(({ text }) => text === ")") &&
    tokens.slice(0, index).some(({ text }) => text === "(")
  );
}

/** "in her exit interview", "at the last debrief". */
function isHeard(tokens: readonly Token[], index: number): boolean {
  return (
    /^(interviews?|debrief|survey|visit|call|session|audit|review|retro|walk)$/.test(
      textAt(tokens, index),
    ) &&
    tokens
      .slice(Math.max(0, index - 4), index)
      .some(({ text }) => /^(in|at|during|on|from)$/.test(text))
  );
}

/** "by his own diary", "per their sheet": what somebody wrote down for themselves. */
function isOwnRecord(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, index) => {
    if (
      !/^(by|from|per)$/.test(text) ||
      !/^(his|her|their|our|my)$/.test(textAt(tokens, index + 1))
    )
      return false;
    return sources.has(textAt(tokens, index + (textAt(tokens, index + 2) === "own" ? 3 : 2)));
  });
}

/**
 * ", by the station log", "By Wren's own tally,": a source in a part of the line that has nothing
 * else to say.
 */
function isInTail(tokens: readonly Token[]): boolean {
  const comma = tokens.findLastIndex(({ text }) => /^[,;:–—-]$/.test(text));
  const first = tokens.findIndex(({ text }) => text === ",");
  return [tokens.slice(comma + 1), tokens.slice(0, Math.max(0, first))].some(
    (part) =>
      part.length < 9 &&
      /^(by|from|in|see|as|per)$/.test(part[0]?.text ?? "") &&
      part.some(({ text }) => sources.has(text)),
  );
}

/**
 * "told us", "Priya says", "says the depot manager": somebody in particular said it. "Users say"
 * is nobody.
 */
function isTold(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    if (
      /^(told|showed|wrote)$/.test(token.text) &&
      (next?.kind === "name" || /^(us|me|our|to|in)$/.test(next?.text ?? ""))
    )
      return true;
    if (
      !/^(says|said|wrote|reports|reported|recalls|confirmed|admitted|named|put|told)$/.test(
        token.text,
      )
    )
      return false;
    return (
      [1, 2, 3, 4, 5].some(
        (back) => isInParticular(tokens, index - back) && !isApart(tokens, index - back, index),
      ) || isInParticular(tokens, index + 1)
    );
  });
}

function isApart(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(Math.max(0, from), to).some(({ text }) => /^([,;:.]|and|that)$/.test(text));
}

/** A name; or the word of a single person, with "the" or "our" before it. */
function isInParticular(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === "name") return true;
  const from = /^(the|our|my|one|a|her|his)$/;
  if (from.test(token?.text ?? ""))
    return tokens.slice(index, index + 4).some((_, at) => isPerson(tokens, index + at));
  return (
    isPerson(tokens, index) &&
    !isPlural(tokens, index) &&
    tokens.slice(0, index).some(({ text }) => from.test(text))
  );
}

/** "I watched Hana", "we saw three of them": the writer was there. */
function isWitnessed(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, index) =>
      /^(i|we)$/.test(text) &&
      tokens
        .slice(index + 1, index + 3)
        .some((next) =>
          /^(saw|watched|heard|met|counted|timed|found|visited|asked|noticed|shadowed|sat|stood|followed|filmed|was|were)$/.test(
            next.text,
          ),
        ),
  );
}
