import { findClauseVerb } from "../clause.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";

/** Finds three or more results between semicolons: "Alt text; skip links; reduced motion". */
export function listedResults({ text, tokens, kind, inScenario }: Line): Span | undefined {
  if (!text.includes(";")) return undefined;
  if (kind !== "criterion" || inScenario) return undefined;
  const marks = findSemicolons(tokens);
  const [first = 0] = marks;
  // After a colon or a dash, they list the parts of one result.
  const isList = tokens
    .slice(0, first)
    .some(({ text }) => /^(?::|[\u2013\u2014-]|->|=>|→)$/.test(text));
  const end = first + 1;
  // "Error shown; the six boxes empty; the driver can type again" tells what one action leads to.
  const tellsEffects = findClauseVerb(tokens, (marks.at(-1) ?? 0) + 1) >= 0;
  return marks.length < 2 || isList || tellsEffects || tokens[end] === undefined
    ? undefined
    : spanOf(tokens, end, Math.min(2, tokens.length - end));
}

/** Returns where semicolons stand outside of parentheses. */
function findSemicolons(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.flatMap((_, index) => {
    const text = textAt(tokens, index);
    if (text === "(") depth++;
    if (text === ")") depth--;
    return text === ";" && depth === 0 && index > 1 ? [index] : [];
  });
}
