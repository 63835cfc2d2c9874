/** The parts of a range of durations, each by its end in minutes; the last one has none. */
const ends = {
  "1-hour": 60,
  "4-hours": 4 * 60,
  "1-day": 24 * 60,
  "3-days": 3 * 24 * 60,
  "1-week": 7 * 24 * 60,
  "2-weeks": 14 * 24 * 60,
  "4-weeks": 28 * 24 * 60,
  longer: Number.POSITIVE_INFINITY,
} as const;

/** A range of durations, named after its end: `1-day` is more than 4 hours and at most a day. */
export type Bucket = keyof typeof ends;

/** All ranges, the shortest first. */
export const buckets = Object.keys(ends) as [Bucket, ...Bucket[]];

/** Returns the range that a number of minutes is in. */
export function findBucket(minutes: number): Bucket {
  return buckets.find((bucket) => minutes <= ends[bucket]) ?? "longer";
}

/** Says the longest duration of a range: "within 3 days". */
export function nameBucket(bucket: Bucket): string {
  if (bucket === "longer") return "in more than 4 weeks";
  return `within ${bucket.replace("-", " ")}`;
}
