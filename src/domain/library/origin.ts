/**
 * Where a thing of the library comes from: the folder of a pack, as it was named; absent for what
 * is shipped.
 */
export interface Origin {
  from?: string;
}

/** " (from team)" for a thing that the pack in `work/team` brings; nothing for what is shipped. */
export function describeOrigin({ from }: Origin): string {
  if (from === undefined) return "";
  const name = from.split(/[\\/]/).findLast((part) => part !== "" && part !== ".") ?? from;
  return ` (from ${name})`;
}
