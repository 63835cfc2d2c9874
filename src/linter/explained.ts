import type { Line, Span } from "./line.ts";
import { classifyNumber } from "./number.ts";
import { textAt } from "./token.ts";

/**
 * Returns true if a line goes on to say what it means by a vague word: "scrolling is smooth: 60
 * frames a second", "legible. 9 of 10 people read it from 6 m", "a clear message names the row".
 */
export function isExplained({ tokens }: Line, { end }: Span): boolean {
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
    /%|(?:ms|s)$/.test(text) ||
    /^(?:%|s|ms|secs?|seconds?|mins?|minutes?|hours?|h|fps|frames|percent|clicks?|taps?|steps)$/.test(
      unit,
    )
  );
}
