import { showTable } from "./small-groups.ts";
import { Tallies } from "./tallies.ts";

/** How often something was counted, and how many of these were hits; null if left out. */
export interface ShownPair {
  counted: number | null;
  hits: number | null;
}

/** Counts hits and the rest by name. */
export class Pairs<Name extends string> {
  readonly rows = new Map<Name, Tallies<"hit" | "rest">>();

  /** Adds what was counted for a person, and how many of these were hits. */
  add(name: Name, person: string, { counted, hits }: { counted: number; hits: number }): void {
    const row = this.rows.get(name) ?? new Tallies();
    row.add("hit", person, hits);
    row.add("rest", person, counted - hits);
    this.rows.set(name, row);
  }

  /** Returns what may be shown of one row, which no other adds up with. */
  show(name: Name): ShownPair {
    return showPair(this.rows.get(name) ?? new Tallies());
  }

  /** Returns what may be shown of all rows together. */
  showAll(): ShownPair {
    return showPair(joinPairs([...this.rows.values()]));
  }

  /**
   * Returns what may be shown of each row, the most frequent first. Rows of which a figure would have
   * to be left out are joined with the row `other`, and with them the smallest one until nothing of
   * it has to be left out: else a sum would give it away. If all would be, none is shown.
   */
  showRows(other: Name): (ShownPair & { name: Name })[] {
    const used = [...this.rows].filter(([, { rows }]) => rows.size > 0);
    const isOwn = ([name, row]: (typeof used)[number]) => name !== other && isWholePair(row);
    const own = used.filter(isOwn).toSorted(([, a], [, b]) => countBoth(b) - countBoth(a));
    let others = joinPairs(used.filter((row) => !isOwn(row)).map(([, row]) => row));
    while (!isWholePair(others)) {
      const smallest = own.pop();
      if (!smallest) return [];
      others = joinPairs([others, smallest[1]]);
    }
    if (own.length === 0) return [];
    const rest = others.rows.size > 0 ? [[other, others] as const] : [];
    return [...own, ...rest].map(([name, row]) => ({ name, ...showPair(row) }));
  }
}

function showPair({ rows }: Tallies<"hit" | "rest">): ShownPair {
  const { total, counts } = showTable(rows);
  const isZero = total === 0 || (total !== null && !rows.has("hit"));
  return { counted: total, hits: isZero ? 0 : (counts.get("hit") ?? null) };
}

function isWholePair(row: Tallies<"hit" | "rest">): boolean {
  return showPair(row).hits !== null;
}

function countBoth({ rows }: Tallies<"hit" | "rest">): number {
  return [...rows.values()].reduce((sum, { count }) => sum + count, 0);
}

function joinPairs(all: readonly Tallies<"hit" | "rest">[]): Tallies<"hit" | "rest"> {
  const joined = new Tallies<"hit" | "rest">();
  for (const [name, tally] of all.flatMap(({ rows }) => [...rows])) joined.addAll(name, tally);
  return joined;
}
