import * as v from "valibot";

/** A moment as saved: a date and time of ISO 8601 in UTC. */
export const Time = v.pipe(v.string(), v.isoTimestamp("must be a date and time"));

/** The earliest of some saved moments; none of none. */
export function findEarliest(times: readonly string[]): Date | undefined {
  return times.map((at) => new Date(at)).toSorted((a, b) => a.getTime() - b.getTime())[0];
}
