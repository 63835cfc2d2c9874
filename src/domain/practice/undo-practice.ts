import type { Edit } from "../progress/patch.ts";
import type { Practice } from "./attempt.ts";

const WHOLE = "/practice";

/**
 * Returns the edits with one for each try in place of one for all of them. So an undo of an import
 * takes only what it brought, and no drill that was done since.
 */
export function splitPracticeEdits(edits: readonly Edit[], after: Practice = {}): Edit[] {
  return edits.flatMap((edit) => {
    if (edit.at !== WHOLE) return [edit];
    const before = (edit.was ?? {}) as Practice;
    const added = Object.keys(after).filter((uid) => !Object.hasOwn(before, uid));
    return [
      ...added.map((uid) => ({ at: `${WHOLE}/${uid}` })),
      ...Object.entries(before).map(([uid, was]) => ({ at: `${WHOLE}/${uid}`, was })),
    ];
  });
}

/**
 * Returns true if all that changed is what was answered here in drills. It isn't undone: whoever
 * has seen the truth has seen it, and before that, going back in the drill is at hand.
 */
export function changesOnlyAnswers(edits: readonly Edit[], after: Practice = {}): boolean {
  if (edits.length === 0) return false;
  return edits.every(({ at }) => {
    const [, uid = ""] = /^\/practice\/([^/]+)/.exec(at) ?? [];
    const attempt = after[uid];
    return attempt !== undefined && attempt.importedAt === undefined;
  });
}

/** Returns the tries as a field of progress, which has none if there are none. */
export function keepPractice(practice: Practice = {}): { practice?: Practice } {
  return Object.keys(practice).length > 0 ? { practice } : {};
}
