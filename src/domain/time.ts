import * as v from "valibot";

/** A moment as saved: a date and time of ISO 8601 in UTC. */
export const Time = v.pipe(v.string(), v.isoTimestamp("must be a date and time"));
