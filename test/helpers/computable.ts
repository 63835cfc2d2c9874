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
  const sums = new Map<string, Known[]>();
  const choices = Array.from({ length: 2 ** (tables[0]?.length ?? 0) - 1 }, (_, bits) => bits + 1);
  for (const table of tables) {
    const page = JSON.stringify(show(table));
    const known = sums.get(page) ?? choices.map(() => ({ values: new Set(), isAboutFew: false }));
    sums.set(page, known);
    for (const [index, choice] of choices.entries()) addSum(known[index] as Known, table, choice);
  }
  return [...sums].flatMap(([page, known]) =>
    known.flatMap(({ values, isAboutFew }, index) =>
      values.size === 1 && isAboutFew ? [`${page}: rows ${choices[index]?.toString(2)}`] : [],
    ),
  );
}

/** Adds up the rows that are chosen, one bit for each. */
function addSum(known: Known, table: readonly Row[], choice: number): void {
  let people = 0;
  let sum = 0;
  for (let row = 0; row < table.length; row++) {
    if (!((choice >> row) & 1)) continue;
    people |= table[row]?.people ?? 0;
    sum += table[row]?.count ?? 0;
  }
  const behind = countBits(people);
  known.values.add(sum);
  known.isAboutFew ||= behind === 1 || behind === 2;
}
