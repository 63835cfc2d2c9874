import type { Checklist, Item } from "../library/checklist.ts";
import type { Drill } from "../library/drill.ts";
import { listStarters, type Slice } from "../library/slice.ts";
import type { Practice } from "../practice/attempt.ts";
import type { Answers } from "../progress/progress.ts";
import type { Project } from "../project/project.ts";
import { listFirstTries } from "./practice.ts";

/** A slice to try next, the open items it is good practice for, and whether it was done before. */
export interface Suggestion {
  slice: Slice;
  trains: Item[];
  /** The items that are open, too, but that it isn't practice for. */
  others: Item[];
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
  const open = listOpenItems(checklist, answers);
  const done = new Set(projects.flatMap(({ slice, closed }) => (closed ? [slice] : [])));
  const ranked = listStarters(slices)
    .map((slice) => ({
      slice,
      trains: open.filter(({ id }) => slice.trains.includes(id)),
      others: open.filter(({ id }) => !slice.trains.includes(id)),
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

/** A drill to try next, and the open items it is good practice for. */
export interface DrillSuggestion {
  drill: Drill;
  trains: Item[];
}

/**
 * Suggests the first drill that wasn't tried and covers every open item. Returns undefined where
 * none does: then something has to be built.
 */
export function suggestDrill(
  drills: readonly Drill[],
  checklist: Pick<Checklist, "items">,
  answers: Answers,
  practice: Practice | undefined,
): DrillSuggestion | undefined {
  const trains = listOpenItems(checklist, answers);
  const tried = listFirstTries(practice).map(({ attempt }) => attempt.drill);
  const drill = drills.find(
    (each) => !tried.includes(each.id) && trains.every(({ id }) => each.trains.includes(id)),
  );
  return drill && trains.length > 0 ? { drill, trains } : undefined;
}

/** Lists the items that the person doesn't say yes to, those with a part of it last. */
export function listOpenItems({ items }: Pick<Checklist, "items">, answers: Answers): Item[] {
  const isPart = ({ id }: Item) => answers[id]?.answer === "partly";
  return items
    .filter(({ id }) => answers[id]?.answer !== "yes")
    .toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)));
}
