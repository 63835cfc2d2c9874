import type { Checklist } from "../library/checklist.ts";
import type { Slice } from "../library/slice.ts";
import type { Answers } from "../progress/progress.ts";

/** A slice to try next, and the items not yet done that it trains. */
export interface Suggestion {
  slice: Slice;
  trains: string[];
}

/**
 * The slice that trains most of the items not yet done, then the one with the lowest order; none
 * without slices.
 */
export function suggestSlice(
  slices: readonly Slice[],
  checklist: Pick<Checklist, "items">,
  answers: Answers,
): Suggestion | undefined {
  const open = checklist.items
    .filter((item) => answers[item.id]?.answer !== "yes")
    .map((item) => item.id);
  const ranked = slices
    .map((slice) => ({ slice, trains: open.filter((id) => slice.trains.includes(id)) }))
    .toSorted((a, b) => b.trains.length - a.trains.length || a.slice.order - b.slice.order);
  return ranked[0];
}
