import type { Checklist } from "./checklist.ts";

/**
 * Merges a checklist into one with the same id: its texts win, items with known ids are replaced,
 * and new items are added.
 */
export function mergeChecklists(below: Checklist, above: Checklist): Checklist {
  const items = above.items.map((item) => ({
    ...item,
    ...(above.from === undefined ? {} : { from: above.from }),
  }));
  const known = below.items.map((item) => items.find(({ id }) => id === item.id) ?? item);
  const added = items.filter(({ id }) => !below.items.some((item) => item.id === id));
  const { from: _, ...words } = above;
  return {
    ...words,
    ...(below.from === undefined ? {} : { from: below.from }),
    items: [...known, ...added],
  };
}
