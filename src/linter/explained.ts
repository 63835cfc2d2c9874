import { hasEvidence } from "./evidence.ts";
import type { Line, Span } from "./line.ts";
import { classifyNumber } from "./number.ts";
import { type Token, textAt } from "./token.ts";

/**
 * Returns true if a line goes on to say what it means by a vague word: "scrolling is smooth: 60
 * frames a second", "legible. 9 of 10 people read it from 6 m", "a clear message names the row".
 */
export function isExplained(line: Line, span: Span): boolean {
  return line.kind !== "criterion" ? isBackedElsewhere(line, span) : isMeasuredAfter(line, span);
}

/** "Labels were unclear. 8 of 10 people stalled": another sentence of a problem has the evidence. */
function isBackedElsewhere(line: Line, { start, end }: Span): boolean {
  const isStop = ({ text }: Token) => /^[.;:!?\u2013\u2014-]$/.test(text);
  const from = line.tokens.findLastIndex((token) => token.end <= start && isStop(token));
  const to = line.tokens.findIndex((token) => token.start >= end && isStop(token));
  const before = line.tokens.slice(0, Math.max(0, from));
  const after = to < 0 ? [] : line.tokens.slice(to + 1);
  return [before, after].some((tokens) => hasEvidence({ ...line, tokens }));
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
    if (/^(least|most|under|within|below|above)$/.test(textAt(tokens, index - 1))) return true;
    return classifyNumber(tokens, index) === "measure" && isPassLine(token.text, next);
  });
}

/** A time, a rate or a share decides whether a line passes; a size says where it has to hold. */
function isPassLine(text: string, unit: string): boolean {
  return (
    /%|(?:ms|s|px|vw|vh|rem|dp|pt|kb|mb)$/.test(text) ||
    /^(?:%|s|ms|secs?|seconds?|mins?|minutes?|hours?|h|fps|frames|percent|clicks?|taps?|steps)$/.test(
      unit,
    )
  );
}
