import { inject } from "vitest";

/**
 * Returns how many random cases a property test tries: a part of the full number, a fifth by
 * default, which `npm run soak` tries.
 */
export function countRuns(full: number, parts = 5): number {
  return inject("fullRuns") ? full : full / parts;
}
