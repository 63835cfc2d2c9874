import type { Line, Span } from "./line.ts";
import type { Starts, Terms } from "./terms.ts";

/** The word lists that a rule passes to its shapes, and which of them occur in the line. */
export interface WordLists {
  lists: Readonly<Record<string, Terms>>;
  starts: Starts;
}

/**
 * Finds a sentence form in a line. Returns its span, or undefined. Pure, and linear in the length
 * of the line.
 */
export type Shape = (line: Line, lists: WordLists) => Span | undefined;

const noTerms: Terms = { terms: [], matchAt: () => 0 };

/**
 * Returns a word list by name, or an empty one if the rule has none, or if none of its terms starts
 * in the line.
 */
export function getList({ lists, starts }: WordLists, name: string): Terms {
  const list = lists[name];
  return list !== undefined && starts.has(list) ? list : noTerms;
}
