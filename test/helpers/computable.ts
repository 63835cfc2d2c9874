import type { Tally } from "../../src/domain/team/small-groups.ts";

/** The rows of a table: how often something happened, and to whom, one bit for each person. */
export interface Row {
  count: number;
  people: number;
}

function countBits(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + countBits(bits >> 1);
}

/** Lists every table of some people in which at most so much happened, as often as it could. */
export function listTables(people: number, rows: number, most: number): Row[][] {
  if (rows === 0) return [[]];
  const groups = Array.from({ length: 2 ** people }, (_, bits) => bits);
  const counts = Array.from({ length: most + 1 }, (_, count) => count);
  const firsts = counts.flatMap((count) =>
    groups
      .filter((bits) => (count === 0) === (bits === 0) && countBits(bits) <= count)
      .map((bits) => ({ count, people: bits })),
  );
  return firsts.flatMap((first) =>
    listTables(people, rows - 1, most - first.count).map((others) => [first, ...others]),
  );
}

/** Names the people of a row. */
export function listPeople({ people }: Row): string[] {
  return ["a", "b", "c", "d", "e"].filter((_, bit) => (people >> bit) & 1);
}

/** Returns the rows by their numbers. */
export function toTallies(table: readonly Row[]): Map<string, Tally> {
  return new Map(
    table.map((row, at) => [`${at}`, { count: row.count, people: new Set(listPeople(row)) }]),
  );
}

/** What is known about the sum of some rows: its values so far, and whether few are behind it. */
interface Known {
  values: Set<number>;
  isAboutFew: boolean;
}

/**
 * Finds sums of rows that a reader could compute who knows the rules: all tables that show the same
 * have the same sum, although one or two people are behind it in one of them.
 */
export function findComputable(
  tables: readonly Row[][],
  show: (table: readonly Row[]) => unknown,
): string[] {
  const sums = new Map<string, Known>();
  const choices = Array.from({ length: 2 ** (tables[0]?.length ?? 0) - 1 }, (_, bits) => bits + 1);
  for (const table of tables) {
    const page = JSON.stringify(show(table));
    for (const choice of choices) {
      const rows = table.filter((_, row) => (choice >> row) & 1);
      const key = `${page}: rows ${choice.toString(2)}`;
      const known = sums.get(key) ?? { values: new Set(), isAboutFew: false };
      const people = countBits(rows.reduce((all, row) => all | row.people, 0));
      known.values.add(rows.reduce((sum, { count }) => sum + count, 0));
      known.isAboutFew ||= people === 1 || people === 2;
      sums.set(key, known);
    }
  }
  return [...sums]
    .filter(([, { values, isAboutFew }]) => values.size === 1 && isAboutFew)
    .map(([key]) => key);
}
