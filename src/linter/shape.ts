import type { Line, Span } from "./line.ts";
import type { Terms } from "./terms.ts";

/** The word lists that a rule passes to its shapes. */
export type WordLists = Readonly<Record<string, Terms>>;

/**
 * Finds a sentence form in a line. Returns its span, or undefined. Pure, and linear in the length
 * of the line.
 */
export type Shape = (line: Line, lists: WordLists) => Span | undefined;

const noTerms: Terms = { starts: [], matchAt: () => 0 };

/** Returns a word list by name, or an empty one if the rule has none. */
export function getList(lists: WordLists, name: string): Terms {
  return lists[name] ?? noTerms;
}
