import type { Checklist, Item } from "../library/checklist.ts";
import { listStarters, type Slice } from "../library/slice.ts";
import type { Answers } from "../progress/progress.ts";
import type { Project } from "../project/project.ts";

/** A slice to try next, the open items it is good practice for, and whether it was done before. */
export interface Suggestion {
  slice: Slice;
  trains: Item[];
  isDone: boolean;
}

/**
 * Suggests the slice that covers the most open items, then one that no finished project has tried,
 * then the one with the lowest order. Returns undefined if there are no slices.
 */
export function suggestSlice(
  slices: readonly Slice[],
  checklist: Pick<Checklist, "items">,
  answers: Answers,
  projects: readonly Pick<Project, "slice" | "closed">[],
): Suggestion | undefined {
  const open = checklist.items.filter(({ id }) => answers[id]?.answer !== "yes");
  const done = new Set(projects.flatMap(({ slice, closed }) => (closed ? [slice] : [])));
  const ranked = listStarters(slices)
    .map((slice) => ({
      slice,
      trains: open.filter(({ id }) => slice.trains.includes(id)),
      isDone: done.has(slice.id),
    }))
    .toSorted(
      (a, b) =>
        b.trains.length - a.trains.length ||
        Number(a.isDone) - Number(b.isDone) ||
        a.slice.order - b.slice.order,
    );
  return ranked[0];
}
