import type { Entry } from "./project.ts";

/**
 * The new list with the ids of the old one: each text keeps the id of the entry with the same text;
 * what is left takes the id of the entry that stood in its place; what is new gets an id of its
 * own.
 *
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
