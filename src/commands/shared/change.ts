import type { Context } from "../../context.ts";
import type { WayGiven } from "../../domain/project/judgment.ts";
import type { Change } from "../../domain/project/save-answer.ts";

/**
 * Returns what a change is saved with: the time, new ids, and how and where its answers were given.
 */
export function createChange(
  { now, createId, isTyped, agent }: Context,
  via: WayGiven = isTyped() ? "asked" : "file",
): Change {
  return { now: now(), createId, via, inAgentShell: agent !== undefined };
}
