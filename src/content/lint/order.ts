import { findByAnyId } from "../../domain/library/id.ts";
import type { Library } from "../../domain/library/library.ts";
import { type Kind, kinds } from "../schema.ts";
import type { Check } from "./check.ts";

/** Checks that each entry of a kind has a unique order. Reports the later of two that share one. */
export function createOrderCheck(library: Library): Check {
  const free = new Map<string, number>();
  const ordered = Object.fromEntries(kinds.map((kind) => [kind, groupByOrder(library[kind])]));
  /** Goes on from where it last looked, as one number after the other may be taken. */
  const findFree = (kind: Kind, order: number) => {
    const taken = ordered[kind];
    const seen = [];
    let number = order + 1;
    while (taken?.has(number)) {
      seen.push(number);
      number = free.get(`${kind} ${number}`) ?? number + 1;
    }
    for (const each of seen) free.set(`${kind} ${each}`, number);
    return number;
  };
  return ({ kind, entry: { id, order, from } }) => {
    const other = ordered[kind]?.get(order)?.find((candidate) => !findByAnyId([candidate], id));
    if (!other || (other.from === from && other.id > id)) return [];
    const message = `"${other.id}" also has order ${order}`;
    return [
      { path: ["order"], message, fix: `use another number; ${findFree(kind, order)} is free` },
    ];
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
