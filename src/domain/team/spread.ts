import { type Bucket, buckets } from "./buckets.ts";
import { ENOUGH_PEOPLE, type Tally } from "./small-groups.ts";

/** Within which time a quarter, half and three quarters of something happened. */
export interface Spread {
  lower: Bucket | null;
  median: Bucket | null;
  upper: Bucket | null;
}

/**
 * Finds the quartiles of durations. One is left out if what is at most, or at least, as long is
 * about too few people; if a quarter is, both are.
 */
export function findSpread(rows: ReadonlyMap<Bucket, Tally>): Spread {
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => findQuantile(rows, share));
  const hasQuarters = lower && upper && median;
  return {
    lower: (hasQuarters && lower) ?? null,
    median: median ?? null,
    upper: (hasQuarters && upper) ?? null,
  };
}

function findQuantile(rows: ReadonlyMap<Bucket, Tally>, share: number): Bucket | undefined {
  const tallies = buckets.map((bucket) => rows.get(bucket));
  const total = tallies.reduce((sum, tally) => sum + (tally?.count ?? 0), 0);
  let sum = 0;
  const at = tallies.findIndex((tally) => {
    sum += tally?.count ?? 0;
    return sum > 0 && sum >= total * share;
  });
  const sides = [tallies.slice(0, at + 1), tallies.slice(at)];
  const isSafe = sides.every((side) => countPeople(side) >= ENOUGH_PEOPLE);
  return at >= 0 && isSafe ? buckets[at] : undefined;
}

function countPeople(tallies: readonly (Tally | undefined)[]): number {
  return new Set(tallies.flatMap((tally) => [...(tally?.people ?? [])])).size;
}
