import { showTable, type Tally } from "./small-groups.ts";

/** A row of a table, with the parts of it that may be shown. */
export interface TableRow<Name extends string, Part extends string = never> {
  name: Name;
  /** Null if it is left out. */
  count: number | null;
  parts: { name: Part; count: number }[];
}

/** A table with its total, which is null if it is left out. */
export interface Table<Name extends string, Part extends string = never> {
  total: number | null;
  rows: TableRow<Name, Part>[];
}

/** Counts by name how often something happened, and to whom. */
export class Tallies<Name extends string> {
  readonly rows = new Map<Name, { count: number; people: Set<string> }>();

  constructor(names: readonly Name[] = []) {
    for (const name of names) this.rows.set(name, { count: 0, people: new Set() });
  }

  /** Adds what happened to a person. */
  add(name: Name, person: string, count: number): void {
    if (count === 0) return;
    const row = this.#open(name);
    row.count += count;
    row.people.add(person);
  }

  /** Adds what happened to several people. */
  addAll(name: Name, { count, people }: Tally): void {
    const row = this.#open(name);
    row.count += count;
    for (const person of people) row.people.add(person);
  }

  #open(name: Name): { count: number; people: Set<string> } {
    const known = this.rows.get(name);
    if (known) return known;
    const row = { count: 0, people: new Set<string>() };
    this.rows.set(name, row);
    return row;
  }

  /** Returns what may be shown. `parts` says what the rows consist of. */
  show<Part extends string = never>(parts?: ReadonlyMap<string, Tallies<Part>>): Table<Name, Part> {
    const { total, counts } = showTable(this.rows);
    const rows = [...this.rows.keys()].map((name) => {
      const count = counts.get(name) ?? null;
      const inside = count === null ? undefined : parts?.get(name)?.rows;
      return { name, count, parts: inside ? listShownParts(inside) : [] };
    });
    return { total, rows };
  }
}

function listShownParts<Part extends string>(
  rows: ReadonlyMap<Part, Tally>,
): { name: Part; count: number }[] {
  const { counts } = showTable(rows);
  return [...rows.keys()]
    .flatMap((name) => {
      const count = counts.get(name);
      return count ? [{ name, count }] : [];
    })
    .toSorted((a, b) => b.count - a.count);
}
