import type { Item } from "./checklist.ts";

/** Returns the short name of an item: its label, else its id as words. */
export function labelOfItem({ id, label }: Pick<Item, "id" | "label">): string {
  return label ?? id.replaceAll("-", " ");
}

/** Lists the short names of the items with these ids, in the order of the ids. */
export function labelsOfItems(
  items: readonly Pick<Item, "id" | "label">[],
  ids: readonly string[],
): string[] {
  return ids.map((id) => labelOfItem(items.find((item) => item.id === id) ?? { id }));
}
