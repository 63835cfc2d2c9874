import { describe, expect, test } from "vitest";
import type { Summary } from "../../../src/domain/team/summary.ts";
import { findTeachNext } from "../../../src/domain/team/teach-next.ts";
import { addUpTeam } from "../../../src/domain/team/team.ts";
import { toTeamJson } from "../../../src/render/json/team.ts";
import { findComputable, listPeople, listTables, type Row } from "../../helpers/computable.ts";
import { summaryOf, teamContent } from "../../helpers/team.ts";

const names = ["a", "b", "c", "d", "e"];

/** Returns what a program sees of these summaries: all that the pages show is in it. */
function showTeam(summaries: readonly Summary[]): unknown {
  const team = addUpTeam(summaries, teamContent);
  const teachNext = findTeachNext(team, teamContent);
  return toTeamJson({ team, teachNext, left: [], waiting: [], content: teamContent });
}

/** Returns how often each person did what is in each row: the first one did it the most often. */
function spread(table: readonly Row[], people: number): number[][] {
  return names.slice(0, people).map((name) =>
    table.map((row) => {
      const own = listPeople(row);
      if (!own.includes(name)) return 0;
      return own[0] === name ? row.count - own.length + 1 : 1;
    }),
  );
}

interface Part {
  what: string;
  rows: number;
  most: number;
  people?: number;
  write: (did: readonly number[]) => Partial<Summary>;
}

const [cause = "", otherCause = ""] = teamContent.shipped.causes;
const [slice = "", otherSlice = ""] = teamContent.shipped.slices;

const parts: Part[] = [
  {
    what: "causes",
    rows: 4,
    most: 5,
    write: ([a = 0, b = 0, c = 0, d = 0]) => ({
      misses: [
        { cause, about: "error", count: a },
        { cause, about: "time", count: b },
        { cause: otherCause, about: "error", count: c },
        { cause: otherCause, about: "time", count: d },
      ],
    }),
  },
  {
    what: "kinds of checks",
    rows: 3,
    most: 7,
    people: 4,
    write: ([a = 0, b = 0, c = 0]) => ({
      misses: [
        { cause, about: "error", count: a },
        { cause, about: "time", count: b },
        { cause, about: "value", count: c },
      ],
    }),
  },
  {
    what: "decisions",
    rows: 4,
    most: 5,
    write: ([a = 0, b = 0, c = 0, d = 0]) => ({
      decisions: [
        { slice, decision: "done", count: a },
        { slice: otherSlice, decision: "done", count: b },
        { slice, decision: "killed", count: c },
        { slice: otherSlice, decision: "killed", count: d },
      ],
    }),
  },
  {
    what: "predictions",
    rows: 3,
    most: 7,
    people: 4,
    write: ([tooHigh = 0, exact = 0, tooLow = 0]) => ({ predictions: { tooHigh, exact, tooLow } }),
  },
  {
    what: "claims",
    rows: 4,
    most: 6,
    write: ([a = 0, b = 0, c = 0, d = 0]) => ({
      claims: [
        { agent: "codex", counted: a + b, overclaimed: a },
        { agent: "other", counted: c + d, overclaimed: c },
      ],
    }),
  },
  {
    what: "defects in practice",
    rows: 4,
    most: 5,
    write: ([a = 0, b = 0, c = 0, d = 0]) => ({
      defects: [
        { kind: "rounding", planted: a + b, caught: a },
        { kind: "time-zone", planted: c + d, caught: c },
      ],
    }),
  },
  {
    what: "claims of one agent",
    rows: 2,
    most: 8,
    people: 5,
    write: ([a = 0, b = 0]) => ({ claims: [{ agent: "cursor", counted: a + b, overclaimed: a }] }),
  },
  {
    what: "durations",
    rows: 3,
    // Their number isn't shown, so a reader must not know that there are no more.
    most: 11,
    write: ([a = 0, b = 0, c = 0]) => ({
      ideaToArtifact: [
        { within: "1-hour", count: a },
        { within: "1-day", count: b },
        { within: "longer", count: c },
      ],
    }),
  },
];

test.each(parts)(
  "no figure that is left out of the $what can be computed",
  ({ rows, most, people = 3, write }) => {
    const show = (table: readonly Row[]) =>
      showTeam(spread(table, people).map((did, person) => summaryOf(person, write(did))));
    expect(findComputable(listTables(people, rows, most), show)).toEqual([]);
  },
  60_000,
);

describe("items", () => {
  /** Says for each person whether two items are true for them. */
  function writeItems(bits: number, people: number): Summary[] {
    return names.slice(0, people).map((_, person) =>
      summaryOf(person, {
        items: teamContent.shipped.items.slice(0, 2).map((item, at) => ({
          item,
          level: (bits >> (2 * person + at)) & 1 ? ("said" as const) : ("none" as const),
        })),
      }),
    );
  }

  test.each([3, 4, 5])("of %d people can't be computed, also by what is taught next", (people) => {
    const pages = new Map<string, Set<number>>();
    for (let bits = 0; bits < 2 ** (2 * people); bits++) {
      const summaries = writeItems(bits, people);
      const page = JSON.stringify(showTeam(summaries));
      for (const at of [0, 1]) {
        const count = summaries.filter(({ items }) => items[at]?.level === "said").length;
        const key = `${page} ${at}`;
        pages.set(key, (pages.get(key) ?? new Set()).add(count));
      }
    }
    const known = [...pages].filter(
      ([, counts]) =>
        counts.size === 1 &&
        [...counts].some(
          (count) => ![0, people].includes(count) && (count < 3 || people - count < 3),
        ),
    );
    expect(known.map(([page]) => page)).toEqual([]);
  });
});
