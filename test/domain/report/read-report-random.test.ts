import fc from "fast-check";
import { expect, test } from "vitest";
import { EVERY_NAME } from "../../../src/domain/report/own-names.ts";
import { readReport } from "../../../src/domain/report/read-report.ts";
import { rebuildInstructions } from "../../../src/domain/report/run-targets.ts";

const checks = ["The totals are equal to the sheet's", "An empty file shows a message", "Fast"];

const words = [
  "# Report|## Checks|## How to run it|## What is faked|### C2|## Packages|- |1. |2) ",
  "\u2705 |\u274c |**|C1|C2: |C4|C7: |check 3|Check 9: |#2 |AC-1|met|not met|partly|passed",
  "not tried|(ran)|(read)|All checks pass.|It works.|Open the page.|`npm start`",
  "All 3 checks are met.|is |and |, |. |\n|\n\n|\r\n|```\n|````md\n|> |<!--|-->|User: ",
  "Assistant: |[x] | - |: |~~|<li>|<html>|\u0000|\u202e|\ud83d|\ufeff",
];
/** What names checks in other ways. */
const names = [
  "The first one works. |the second check |the third |That check is met. |I can't say. |P1: |P2: |",
  'P3: |T1: |```json\n|{ "id": "C1", "claim": "met" }|"C2": "met"|, |"Fast" Met. |Faked:\n',
];
const tables = ["| C1 | met |\n", "|---|---|\n", "\n| # | Status |\n|---|---|\n| 2 | failed |\n"];
const pieces = fc.constantFrom(...words.flatMap((line) => line.split("|")), ...tables);
const named = fc.constantFrom(
  ...[...words, ...names].flatMap((line) => line.split("|")),
  ...tables,
);
const text = fc.oneof(
  { weight: 5, arbitrary: fc.array(pieces, { maxLength: 60 }).map((list) => list.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
const claims = ["met", "partly", "not-met", "not-tried", "cannot-tell", undefined];

test("never throws, and reads the same text the same way", () => {
  const wild = fc.array(named, { maxLength: 60 }).map((list) => list.join(""));
  fc.assert(
    fc.property(fc.oneof(text, wild), fc.array(fc.string(), { maxLength: 4 }), (report, own) => {
      const read = readReport(report, own);
      expect(read.claims).toHaveLength(own.length);
      for (const { claim, basis } of read.claims) {
        expect(claims).toContain(claim);
        expect(["ran", "read", "assumed", undefined]).toContain(basis);
        if (!claim) expect(basis).toBeUndefined();
      }
      expect(readReport(report, own)).toEqual(read);
    }),
    { numRuns: 1000 },
  );
});

test("makes no claim of checks that don't exist", () => {
  const other = text.map((report) => report.replace(/\d/g, "9").replace(/all/gi, "some"));
  fc.assert(
    fc.property(other, (report) => {
      expect(readReport(report, checks).claims.filter(({ claim }) => claim)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("shows nothing that reads as a claim in how to run it", () => {
  const run = text.map((report) => `## How to run it\n\n${report}`);
  const said = /\bmet\b|\bchecks?\b|\bworks\b|\bpass|\bC\d|\u2705|\u274c/i;
  fc.assert(
    fc.property(run, (report) => {
      const lines = rebuildInstructions(readReport(report, checks).run, EVERY_NAME);
      expect(lines.filter((line) => said.test(line))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
