import * as v from "valibot";
import { Time } from "../time.ts";

/**
 * How a judgment was given: to a question in a terminal, by a flag, from a file or a pipe, as an
 * agent's draft, or before this was noted.
 */
export const waysGiven = ["asked", "flag", "file", "agent", "before"] as const;

/** How a judgment was given. */
export type WayGiven = (typeof waysGiven)[number];

/**
 * What a judging question was answered with once its step was finished, and each later change. The
 * list only grows: undo adds to it. `of` is the entry that was judged, and `value` is null if the
 * answer was undone.
 */
export const Judgment = v.looseObject({
  round: v.number(),
  question: v.string(),
  of: v.optional(v.string()),
  value: v.nullable(v.string()),
  at: Time,
  via: v.picklist([...waysGiven, "undo"]),
  inAgentShell: v.optional(v.boolean()),
});

export type Judgment = v.InferOutput<typeof Judgment>;
