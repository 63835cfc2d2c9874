import type { Line, Span } from "./line.ts";
import type { Terms } from "./terms.ts";

/** The lists of words that a rule gives to its shapes. */
export type WordLists = Readonly<Record<string, Terms>>;

/**
 * Where a line has a certain shape; undefined when it does not. Pure, and linear in the length of
 * the line.
 */
export type Shape = (line: Line, lists: WordLists) => Span | undefined;

const nothing: Terms = { starts: [], matchAt: () => 0 };

/** A list by name; an empty one when the rule does not give it. */
export function listOf(lists: WordLists, name: string): Terms {
  return lists[name] ?? nothing;
}
