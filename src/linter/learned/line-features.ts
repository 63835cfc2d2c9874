import { type Features, WORD_KIND } from "../../domain/learned/classifier.ts";
import type { Token, TokenKind } from "../token.ts";

/** The class of a line that a reviewer sends back. */
export const SENT_BACK = "sent-back";

/** What stands for tokens that are different in each line. */
const stands: Partial<Record<TokenKind, string>> = {
  code: "`",
  quote: '"',
  number: "0",
  name: "N",
};
/** A line with at least so many words is that long. */
const SIZES = [4, 7, 11, 16, 24, 36];
const START = "^";
const END = "$";

/** Lists what says whether a line is sound: its words, its length, and the rules that ask. */
export function listLineFeatures(tokens: readonly Token[], rules: readonly string[]): Features {
  const words = tokens.map(({ kind, text }) => stands[kind] ?? text);
  const all = [START, ...words, END];
  return new Map(
    [
      ...words.map((word) => `${WORD_KIND} ${word}`),
      ...all.slice(1).map((word, index) => `words ${all[index]} ${word}`),
      ...SIZES.filter((size) => words.length >= size).map((size) => `size ${size}`),
      ...rules.map((rule) => `rule ${rule}`),
    ].map((name) => [name, 1]),
  );
}
