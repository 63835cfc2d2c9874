import type { Check } from "./check.ts";

/** Each thing has an order of its own among its kind; of two that share one, the one that came later is named. */
export const checkOrder: Check = ({ kind, entry }, library) => {
  const { id, order, from } = entry;
  const other = library[kind].find((candidate) => candidate.order === order && candidate.id !== id);
  if (!other || (other.from === from && other.id > id)) return [];
  const message = `${order} is the order of "${other.id}" too`;
  const taken = library[kind].map((candidate) => candidate.order);
  let free = order + 1;
  while (taken.includes(free)) free += 1;
  return [{ path: ["order"], message, fix: `choose another: ${free} is free` }];
};
