/** Where content comes from: the folder of a pack; undefined for shipped content. */
export interface Origin {
  from?: string;
}

/** Describes where content comes from: " (from team)" for a pack in `work/team`. */
export function describeOrigin({ from }: Origin): string {
  if (from === undefined) return "";
  const name = from.split(/[\\/]/).findLast((part) => part !== "" && part !== ".") ?? from;
  return ` (from ${name})`;
}
