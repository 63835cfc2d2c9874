import { expect, test } from "vitest";
import { readReport } from "../../../src/domain/report/read-report.ts";
import {
  cleanCodeLines,
  cleanKeyLines,
  loadKeyedReports,
  scoreReport,
} from "../../helpers/report-key.ts";

test.each(loadKeyedReports("d"))("reads $name, where checks have other names", (report) => {
  const read = readReport(report.text, report.key.checks);
  const { wrong, missed, bases } = scoreReport(report, read);
  expect({ wrong, missed, bases }).toEqual({ wrong: [], missed: [], bases: [] });
  for (const part of ["run", "faked", "added"] as const)
    expect([part, cleanCodeLines(read[part])]).toEqual([
      part,
      cleanCodeLines(cleanKeyLines(report.key[part])),
    ]);
});

const checks = ["Every order number stands in the list once", "The run stops", "The export opens"];

/** Reads what is said about each check. */
function readAll(text: string): string {
  const { claims } = readReport(text, checks);
  return claims.map(({ claim }) => claim ?? "-").join(", ");
}

test.each([
  "Your checks are below. I tried three approaches. The first one works. The second one fails. The third one works.",
  "I tried to parse the file in other ways. The first one works. The second one fails. The third works.",
  "About the checks: the first one works. The second one fails.",
  "About the checks: the first and the second one work. The third one works.",
  "About the checks: the first one should pass. The second one would pass if you have it. The third works.",
  "About the checks: the first order is met by the second. The third file fails.",
  "About the checks: the first works, but not twice. The second works on most days, except Mondays. The third one works, though an error shows up.",
  "About the checks: the first one works. The second one fails. The third one works. In the code, the first works and then the second one fails.",
])("makes no claim of ordinals that may count something else: %j", (text) => {
  expect(readAll(text)).not.toMatch(/^met, not-met, met$/);
  expect(
    readAll(text)
      .split(", ")
      .filter((claim) => claim === "met").length,
  ).toBeLessThan(3);
});

test.each([
  '```json\n[{ "id": 1, "status": "done" }, { "id": 2, "status": "failed" }, { "id": 3, "status": "done" }]\n```',
  '```json\n{ "C1": "a.csv", "C2": "b.csv", "C3": "c.csv" }\n```',
  '## How to run it\n\n```json\n{ "C1": "met", "C2": "met", "C3": "met" }\n```',
  '```json\n{ "id": "C7", "status": "met" }\n```',
  "## Checks\n\n- T1: passed\n- T2: passed\n- T3: passed\n",
  "## Checks\n\n- T1: met. The run stops.\n- T2: met. Order number in the list once.\n- T3: met. Opens.\n",
  "## Checks\n\n- P1: met, order number once in the list\n- P2: met, the run stops\n",
  "## Checks\n\n- P1: met, order number once\n- Q2: met, the run stops\n- P3: met, the export opens\n",
  '1. "Every order number stands in the list" Met.\n2. "The run never stops" Met.\n',
  '"The run stops" is what I will look at next. "The export opens" too.\n',
])("makes no claim of names that may be of something else: %j", (text) => {
  expect(readAll(text)).toBe("-, -, -");
});

test.each([
  ["C1: not tried the export, but the list works", "-"],
  ["C1: not tried the export. It works on Linux.", "-"],
  ["C1: not tried the export on one of three machines, ran it on two", "-"],
  ["C1: not tried the export yet.", "not-tried"],
])("reads what wasn't tried only if nothing else was: %j", (line, claim) => {
  expect(readAll(`## Checks\n\n- ${line}\n`)).toBe(`${claim}, -, -`);
});

test("a part of one word below the checks ends them", () => {
  const read = readReport("## Checks\n\n- C1: met (ran)\n\nBonus:\n\n- C2 is now faster\n", checks);
  expect(read.added).toEqual(["C2 is now faster"]);
  expect(read.claims[1]?.claim).toBeUndefined();
});
