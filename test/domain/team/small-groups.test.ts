import { describe, expect, test } from "vitest";
import {
  showAtLeast,
  showNested,
  showTable,
  type Tally,
} from "../../../src/domain/team/small-groups.ts";
import { findComputable, listTables, type Row, toTallies } from "../../helpers/computable.ts";

const showAll = (table: readonly Row[]) => {
  const { total, counts } = showTable(toTallies(table));
  return [total, ...counts.values()];
};

describe("no table gives away what is left out of it", () => {
  test.each([
    { people: 3, rows: 2, most: 12 },
    { people: 4, rows: 2, most: 12 },
    { people: 5, rows: 2, most: 9 },
    { people: 3, rows: 3, most: 9 },
    { people: 4, rows: 3, most: 7 },
    { people: 3, rows: 4, most: 6 },
  ])("$people people, $rows rows, at most $most in all", ({ people, rows, most }) => {
    expect(findComputable(listTables(people, rows, most), showAll)).toEqual([]);
  });

  test("the search finds a table that only leaves out small rows", () => {
    const showNaively = (table: readonly Row[]) => {
      const all = [...toTallies(table).values()];
      const shown = all.map(({ count, people }) => (people.size >= 3 ? count : null));
      return [all.reduce((sum, { count }) => sum + count, 0), ...shown];
    };
    expect(findComputable(listTables(4, 2, 6), showNaively).length).toBeGreaterThan(0);
  });
});

/** Lists all nested counts of people: how many have it, show it, and show it twice. */
function listNested(people: number): number[][] {
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);
  return upTo(people).flatMap((own) =>
    upTo(own).flatMap((shown) => upTo(shown).map((twice) => [own, shown, twice])),
  );
}

test.each([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  "no counts of %d people give away how many are between two of them",
  (people) => {
    const pages = new Map<string, number[][]>();
    for (const counts of listNested(people)) {
      const open = showAtLeast(people, people - (counts[0] ?? 0));
      const page = JSON.stringify([showNested(people, counts), open]);
      pages.set(page, [...(pages.get(page) ?? []), [people, ...counts, 0]]);
    }
    const computable = [...pages].flatMap(([page, same]) =>
      [0, 1, 2, 3].flatMap((from) =>
        [1, 2, 3, 4]
          .filter((to) => to > from)
          .flatMap((to) => {
            const between = new Set(same.map((counts) => (counts[from] ?? 0) - (counts[to] ?? 0)));
            const [only = 0] = between;
            return between.size === 1 && [1, 2].includes(only) ? [`${page}: ${from}-${to}`] : [];
          }),
      ),
    );
    expect(computable).toEqual([]);
  },
);

test.each([
  { all: 12, size: 12, people: 12, isExact: true },
  { all: 12, size: 9, people: 9, isExact: true },
  { all: 12, size: 11, people: 10, isExact: false },
  { all: 12, size: 10, people: 10, isExact: false },
  { all: 12, size: 2, people: 0, isExact: false },
  { all: 12, size: 0, people: 0, isExact: true },
  { all: 4, size: 3, people: 0, isExact: false },
  { all: 3, size: 3, people: 3, isExact: true },
])("of $all people, $size are said to be $people", ({ all, size, people, isExact }) => {
  expect(showAtLeast(all, size)).toEqual({ people, isExact });
});

test("leaves out the smallest row with one that is too small", () => {
  const tally = (count: number, ...people: string[]): Tally => ({ count, people: new Set(people) });
  const rows = new Map([
    ["kept", tally(9, "a", "b", "c", "d")],
    ["killed", tally(4, "a", "b", "c")],
    ["handed over", tally(1, "d")],
  ]);
  const { total, counts } = showTable(rows);
  expect(total).toBe(14);
  expect(Object.fromEntries(counts)).toEqual({ kept: 9, killed: null, "handed over": null });
});
