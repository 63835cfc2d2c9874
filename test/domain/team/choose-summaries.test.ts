import { describe, expect, test } from "vitest";
import {
  chooseSummaries,
  describeWaiting,
  type SummaryFile,
} from "../../../src/domain/team/choose-summaries.ts";
import { summaryOf } from "../../helpers/team.ts";

function fileOf(
  person: number,
  month: string,
  more = {},
  file = `${month}-${person}.json`,
): SummaryFile {
  return { file, summary: summaryOf(person, { month, ...more }) };
}

const oneKept = { decisions: [{ slice: "script", decision: "done" as const, count: 1 }] };

test("of two files of a person and month, the fuller one counts", () => {
  const files = [
    ...[1, 2, 3].map((person) => fileOf(person, "2026-10")),
    fileOf(1, "2026-10", oneKept, "a-copy.json"),
  ];
  const { summaries, left } = chooseSummaries(files);
  expect(summaries.map(({ decisions }) => decisions.length).toSorted()).toEqual([0, 0, 1]);
  expect(left).toEqual([
    { file: "2026-10-1.json", reason: '"a-copy.json" has the same person and month' },
  ]);
});

describe("months", () => {
  test.each([
    { months: { "2026-09": 3, "2026-10": 3 }, counted: ["2026-09", "2026-10"], waiting: [] },
    { months: { "2026-09": 3, "2026-10": 2 }, counted: ["2026-09"], waiting: ["2026-10"] },
    { months: { "2026-09": 2, "2026-10": 3 }, counted: ["2026-09", "2026-10"], waiting: [] },
    { months: { "2026-09": 2, "2026-10": 2 }, counted: [], waiting: ["2026-09", "2026-10"] },
    {
      months: { "2026-08": 3, "2026-09": 1, "2026-10": 1, "2026-11": 4 },
      counted: ["2026-08", "2026-09", "2026-10", "2026-11"],
      waiting: [],
    },
  ])("$months", ({ months, counted, waiting }) => {
    const files = Object.entries(months).flatMap(([month, people]) =>
      Array.from({ length: people }, (_, person) => fileOf(person, month)),
    );
    const chosen = chooseSummaries(files);
    const found = [...new Set(chosen.summaries.map(({ month }) => month))].toSorted();
    expect({ counted: found, waiting: chosen.waiting }).toEqual({ counted, waiting });
  });

  test("what a new month adds to the page is never about one or two people", () => {
    const shares = [3, 1, 1, 2, 0, 4, 2, 1, 5, 1];
    const files = shares.flatMap((people, month) =>
      Array.from({ length: people }, (_, person) =>
        fileOf(person + (month % 4), `2026-${String(month + 1).padStart(2, "0")}`, oneKept),
      ),
    );
    const pages = shares.map((_, month) => {
      const until = `2026-${String(month + 1).padStart(2, "0")}`;
      return chooseSummaries(files.filter(({ summary }) => summary.month <= until)).summaries;
    });
    const added = pages.map((page, index) => {
      const before = new Set(pages[index - 1]);
      return new Set(page.filter((each) => !before.has(each)).map(({ person }) => person)).size;
    });
    expect(added).toContain(3);
    expect(added.filter((people) => people === 1 || people === 2)).toEqual([]);
  });

  test("says which months wait", () => {
    expect(describeWaiting([])).toBe("");
    expect(describeWaiting(["2026-10", "2026-11"])).toBe(
      "Oct 2026 and Nov 2026 wait: fewer than 3 people have shared them so far.",
    );
  });
});

test("names two files with the same figures, which may be one person's", () => {
  const files = [
    fileOf(1, "2026-10", oneKept),
    fileOf(2, "2026-10", oneKept),
    fileOf(3, "2026-10"),
  ];
  expect(chooseSummaries(files).twins).toEqual([["2026-10-1.json", "2026-10-2.json"]]);
  const third = [...files, fileOf(4, "2026-10", oneKept)];
  expect(chooseSummaries(third).twins).toEqual([
    ["2026-10-1.json", "2026-10-2.json", "2026-10-4.json"],
  ]);
});
