import { isFunctionWord, isPlural, isVerb } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { getList, type WordLists } from "../shape.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds an abstract noun used alone: "engagement", but not "the alignment bolts". Lists: `nouns`,
 * `gauges` (nouns that leave it abstract: "engagement levels").
 */
export function abstractNoun({ tokens }: Line, lists: WordLists): Span | undefined {
  const nouns = getList(lists, "nouns");
  const gauges = getList(lists, "gauges");
  if (isTechnical(tokens)) return undefined;
  for (let index = 0; index < tokens.length; index++) {
    const length = nouns.matchAt(tokens, index);
    if (length === 0 || /^(an?|each|every|another)$/.test(textAt(tokens, index - 1))) continue;
    const next = index + length;
    if (!isNounModified(tokens, next) || gauges.matchAt(tokens, next) > 0)
      return spanOf(tokens, index, length);
  }
  return undefined;
}

/** "alignment is set to `top`", "the alignment of a column": a property of something to see. */
function isTechnical(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex(({ text }) => text === ":");
  // "these blocks: table, chart, AI insight" are names.
  if (colon > 0 && tokens.filter(({ text }, at) => at > colon && text === ",").length > 1)
    return true;
  return tokens.some(
    ({ kind, text }, at) =>
      (kind === "number" && physical.test(textAt(tokens, at + 1))) ||
      ((kind === "quote" || kind === "code") && /^(to|as|is|=)$/.test(textAt(tokens, at - 1))) ||
      /^(columns?|margins?|grid|vertical|horizontal)$/.test(text),
  );
}

/** With a length or an angle, "alignment" is something physical. */
const physical = /^(mm|cm|m|km|px|pt|degrees?|g|kg|v|w|hz|db|lux|metres?|meters?|inch|inches|mg)$/;

/** The next word is a noun that it modifies: "bolts", "form", "Report". */
function isNounModified(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === "name") return true;
  if (token?.kind !== "word" || isVerb(tokens, index)) return false;
  if (isFunctionWord(token) || /^(and|or|but|then|too|now|again|also)$/.test(token.text))
    return false;
  return (
    isPlural(tokens, index) ||
    (isPlural(tokens, index + 1) && !isVerb(tokens, index + 1)) ||
    (/^(the|each|every|an?)$/.test(tokens[index - 2]?.text ?? "") &&
      (!/(ly|ed|ing)$/.test(token.text) || isVerb(tokens, index + 1)))
  );
}
