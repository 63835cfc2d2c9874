import { inject } from "vitest";

/**
 * Returns how many random cases a property test tries: a fifth of the full number, which
 * `npm run soak` tries.
 */
export function countRuns(full: number): number {
  return inject("fullRuns") ? full : full / 5;
}
