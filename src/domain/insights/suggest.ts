import type { Checklist, Item } from "../library/checklist.ts";
import { listStarters, type Slice } from "../library/slice.ts";
import type { Answers } from "../progress/progress.ts";

/** A slice to try next, and the open items it is good practice for. */
export interface Suggestion {
  slice: Slice;
  trains: Item[];
}

/**
 * Suggests the slice that covers the most open items, then the one with the lowest order. Returns
 * undefined if there are no slices.
 */
export function suggestSlice(
  slices: readonly Slice[],
  checklist: Pick<Checklist, "items">,
  answers: Answers,
): Suggestion | undefined {
  const open = checklist.items.filter(({ id }) => answers[id]?.answer !== "yes");
  const ranked = listStarters(slices)
    .map((slice) => ({ slice, trains: open.filter(({ id }) => slice.trains.includes(id)) }))
    .toSorted((a, b) => b.trains.length - a.trains.length || a.slice.order - b.slice.order);
  return ranked[0];
}
