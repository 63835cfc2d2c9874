import type { Slice } from "./slice.ts";

/** Which slices to keep: those that train an item, those that take at most so many hours. */
export interface SliceFilter {
  trains?: string | undefined;
  maxHours?: number | undefined;
}

/** The slices that pass the filter, in the order given. */
export function filterSlices(slices: readonly Slice[], { trains, maxHours }: SliceFilter): Slice[] {
  return slices.filter(
    (slice) =>
      (trains === undefined || slice.trains.includes(trains)) &&
      (maxHours === undefined || slice.hours <= maxHours),
  );
}
