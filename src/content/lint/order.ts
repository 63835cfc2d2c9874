import { findByAnyId } from "../../domain/library/id.ts";
import type { Library } from "../../domain/library/library.ts";
import { type Kind, kinds } from "../schema.ts";
import type { Check } from "./check.ts";

/**
 * Each thing has an order of its own among its kind; of two that share one, the one that came
 * later is named.
 */
export function createOrderCheck(library: Library): Check {
  const ordered = Object.fromEntries(kinds.map((kind) => [kind, groupByOrder(library[kind])]));
  return ({ kind, entry: { id, order, from } }) => {
    const other = ordered[kind]?.get(order)?.find((candidate) => !findByAnyId([candidate], id));
    if (!other || (other.from === from && other.id > id)) return [];
    let free = order + 1;
    while (ordered[kind]?.has(free)) free += 1;
    const message = `${order} is the order of "${other.id}" too`;
    return [{ path: ["order"], message, fix: `choose another: ${free} is free` }];
  };
}

function groupByOrder(entries: Library[Kind]): Map<number, Library[Kind][number][]> {
  const groups = new Map<number, Library[Kind][number][]>();
  for (const entry of entries) {
    const group = groups.get(entry.order);
    if (group) group.push(entry);
    else groups.set(entry.order, [entry]);
  }
  return groups;
}
