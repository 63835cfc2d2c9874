/** Returns the id, with a number added if it is taken. */
export function freeId(wanted: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  let id = wanted;
  for (let number = 2; all.has(id); number++) id = `${wanted}-${number}`;
  return id;
}
