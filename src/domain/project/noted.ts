import * as v from "valibot";
import { Time } from "../time.ts";

/** One pass with the agent, in the person's own words. */
export const Pass = v.looseObject({
  what: v.string(),
  minutes: v.number(),
  at: Time,
  /** Set if a coding agent logged it in its shell. */
  via: v.optional(v.literal("agent")),
});

/** An idea for later. */
export const ParkedIdea = v.looseObject({
  idea: v.string(),
  at: Time,
  /** Set if a coding agent parked it in its shell. */
  via: v.optional(v.literal("agent")),
});

export type Pass = v.InferOutput<typeof Pass>;
