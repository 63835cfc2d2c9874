import { listStarters, type Slice } from "./slice.ts";

/** Which slices to keep. */
export interface SliceFilter {
  trains?: string | undefined;
  maxHours?: number | undefined;
}

/** Returns the starter slices that match the filter, in the same order. */
export function filterSlices(slices: readonly Slice[], { trains, maxHours }: SliceFilter): Slice[] {
  return listStarters(slices).filter(
    (slice) =>
      (trains === undefined || slice.trains.includes(trains)) &&
      (maxHours === undefined || slice.hours <= maxHours),
  );
}
