import { wordSet } from "../../domain/text/word-set.ts";
import { findVerb, isFormOf, isFunctionWord } from "../grammar.ts";
import { verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { hasMeasure } from "../number.ts";
import { type Token, textAt } from "../token.ts";

/** Sizes only describe a thing ("a larger map"); these say how good or how strict it is. */
export const gradedWords = wordSet(`
  better faster easier simpler clearer stricter smoother safer stronger cleaner smarter tighter
  friendlier richer looser snappier quicker
`);

/**
 * Finds a comparative without a number before its noun, after the verb: "has its own stricter
 * limiter". As the subject it chooses: "a faster lap replaces the stored one".
 */
export function gradedComparative(line: Line): Span | undefined {
  const index = line.tokens.findIndex((_, at) => isGradedAttribute(line.tokens, at));
  const isOpen = line.kind === "criterion" && index >= 0 && !hasMeasure(line);
  return isOpen ? spanOf(line.tokens, index) : undefined;
}

function isGradedAttribute(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!gradedWords.has(textAt(tokens, index)) || token?.joined || next?.kind !== "word")
    return false;
  if (isFunctionWord(next) || /^(and|or|than)$/.test(next.text)) return false;
  if (/^(the|no|not|any)$/.test(textAt(tokens, index - 1))) return false;
  // "faster boats above slower ones": an order of what is known.
  if (tokens.some(({ text }, at) => text === "ones" && textAt(tokens, at - 1).endsWith("er")))
    return false;
  return isFormOf(verbs, tokens[0]) || findVerb(tokens, 1, index) > 0;
}
