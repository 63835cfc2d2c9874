import type { Line, Span } from "./line.ts";
import { textAt } from "./token.ts";

/**
 * Returns true for a judgment in a clause of its own, which no number before it measures: "shows 20
 * rows and it's fast".
 */
export function standsAlone({ tokens, kind }: Line, span: Span): boolean {
  if (kind !== "criterion") return false;
  const at = tokens.findIndex(({ start }) => start >= span.start);
  const joint = tokens.findLastIndex(
    ({ text }, index) => index < at && /^(?:and|but|[,;.])$/.test(text),
  );
  const isClause = /^(?:it|it's|they|they're|is|are)$/.test(textAt(tokens, joint + 1));
  return joint > 0 && isClause && !tokens.slice(joint).some((token) => token.kind === "number");
}
