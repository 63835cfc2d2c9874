import { isVerb } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";

/** Finds a pronoun that starts the line: "It turns yellow." */
export function leadingPronoun(line: Line): Span | undefined {
  const { tokens } = line;
  if (line.inScenario || hasContext(line) || hasNextSentence(line)) return undefined;
  const [first, second, third] = tokens;
  if (
    !first ||
    !second ||
    !/^(it|they|this|these|those)$/.test(first.text) ||
    first.kind !== "word"
  )
    return undefined;
  if (
    first.text === "it" &&
    /^(takes|took|is|was|costs|seems)$/.test(second.text) &&
    /^\w+$/.test(third?.text ?? "")
  )
    return undefined;
  return isVerb(tokens, 1) || /^(do|can|will|must|should)/.test(second.text)
    ? { ...spanOf(tokens, 0), exact: true }
    : undefined;
}

/**
 * A line that starts in lowercase goes on from the line before it, and in a list of checks, "it" is
 * what the list is about.
 */
function hasContext({ text, kind }: Line): boolean {
  return /^\p{Ll}/u.test(text) || (kind === "criterion" && /^it\b/i.test(text));
}

/** "This hurts most. The disk changed ...": a second sentence of a problem says what "this" is. */
function hasNextSentence({ kind, tokens }: Line): boolean {
  const stop = tokens.findIndex(({ text }) => text === ".");
  return kind !== "criterion" && stop > 0 && stop < tokens.length - 3;
}
