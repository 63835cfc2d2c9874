import * as v from "valibot";

/** A saved moment: an ISO 8601 date and time in UTC. */
export const Time = v.pipe(v.string(), v.isoTimestamp("must be a date and time"));

/** Returns the earliest moment; undefined if there are none. */
export function findEarliest(times: readonly string[]): Date | undefined {
  return times.map((at) => new Date(at)).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** Orders saved moments, which are all written alike, so that no rules of a language are needed. */
export function compareTimes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Returns the earliest of some saved moments as it is written; of two equal ones, the first. */
export function findEarliestTime(times: readonly [string, ...string[]]): string {
  return times.reduce((first, at) => (Date.parse(at) < Date.parse(first) ? at : first));
}
