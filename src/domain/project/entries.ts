import type { Entry } from "./project.ts";

/**
 * Gives the texts of an edited list the ids of the old one. A text that was there before keeps its
 * id. A changed text takes the id of the entry at its place. A new one gets a new id.
 */
export function matchEntries(
  old: readonly Entry[],
  texts: readonly string[],
  createId: () => string,
): Entry[] {
  const free = new Set(old);
  const same = texts.map((text) => {
    const entry = old.find((candidate) => free.has(candidate) && candidate.text === text);
    if (entry) free.delete(entry);
    return entry;
  });
  return texts.map((text, index) => {
    const kept = same[index];
    if (kept) return kept;
    const replaced = old[index];
    if (replaced && free.delete(replaced)) return { id: replaced.id, text };
    return { id: createId(), text };
  });
}
