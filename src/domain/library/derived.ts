/** Returns the same function, which works out its result only once for each value. */
export function deriveOnce<K extends object, T>(derive: (from: K) => T): (from: K) => T {
  const known = new WeakMap<K, { derived: T }>();
  return (from) => {
    const found = known.get(from);
    if (found) return found.derived;
    const derived = derive(from);
    known.set(from, { derived });
    return derived;
  };
}

/** Returns the same function, which works out its result only once for each two values. */
export function deriveForBoth<A extends object, B extends object, T>(
  derive: (one: A, other: B) => T,
): (one: A, other: B) => T {
  const deriveWith = deriveOnce((one: A) => deriveOnce((other: B) => derive(one, other)));
  return (one, other) => deriveWith(one)(other);
}

/** Indexes entries by their ids. Of two with the same id, the first one counts. */
export const indexById = deriveOnce(
  (entries: readonly { id: string }[]) =>
    new Map(entries.toReversed().map((entry) => [entry.id, entry])),
) as <T extends { id: string }>(entries: readonly T[]) => ReadonlyMap<string, T>;

/** Lists the ids of entries. */
export const listIds = deriveOnce((entries: readonly { id: string }[]): readonly string[] =>
  entries.map(({ id }) => id),
);
