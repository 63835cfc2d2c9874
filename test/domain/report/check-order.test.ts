import { expect, test } from "vitest";
import { readReport } from "../../../src/domain/report/read-report.ts";

const checks = [
  "Ten sample tickets are sorted into at most five themes",
  "An empty file shows a message that says what is missing",
  "The result shows within ten seconds",
  "Each theme links to its tickets",
];

function readOrdered(lines: readonly string[], heading = "## Checks"): string {
  const { claims } = readReport(`# Report\n\n${heading}\n\n${lines.join("\n")}\n`, checks);
  return claims.map(({ claim }) => claim ?? "-").join(", ");
}

const ALL = "met, met, not-met, not-tried";

test.each([
  ["- Works: four themes", "- Works: the message", "- Fails: 14 seconds", "- Not tried"],
  ["* Met (ran)", "* Met (ran)", "* Not met (ran)", "* Not tried"],
  ["- \u2705 Sorted into themes", "- \u2705 Message", "- \u274c 14 seconds", "- Links: not tried"],
  ["1. It works: four themes", "2. Works fine.", "3. It fails: 14 seconds", "4. Skipped"],
  ["1 - works", "2 - works", "3 - fails", "4 - not tried"],
  ["1: works", "2: works: yes", "3: fails", "4: not tried"],
  [
    "### 1. Themes",
    "Works. Four.",
    "### 2. Message",
    "Works.",
    "### 3.",
    "Fails.",
    "### 4.",
    "Skipped.",
  ],
])("gives what stands below the heading to the checks in their order: %j, ...", (...lines) => {
  expect(readOrdered(lines)).toBe(ALL);
  expect(readOrdered(lines, "## Acceptance criteria")).toBe(ALL);
});

test.each(["Here is how it did on your checks:", "Results for the four checks:"])(
  "reads a list below the sentence %j",
  (sentence) => {
    const lines = ["1. Works: four themes", "2. Works: the message", "3. Fails", "4. Not tried"];
    expect(readOrdered(lines, sentence)).toBe(ALL);
  },
);

test("gives numbers to the checks in a list that leaves out the last ones", () => {
  const lines = ["1. Works: ten tickets in four themes", "2. Works: the message shows up"];
  expect(readOrdered(lines)).toBe("met, met, -, -");
});

test.each([
  ["- npm test: passed", "- lint: passed", "- types: passed", "- build: passed"],
  ["- \u2705 npm test", "- \u2705 lint", "- \u2705 types", "- \u2705 build"],
  ["- Works: four themes", "- Works: the message", "- Fails: 14 seconds"],
  ["- Links of a theme", "- Result in seconds", "- Message for a file", "- Sample: fails"],
  ["- A1: met", "- B2: met", "- C-level: met", "- D4: met"],
  ["1. Works: installed the tool", "2. Works: opened the port"],
  ["- Works most of the time", "- Should work", "- Works on paper, I think", "- Would pass"],
])("makes no claim of a list that may count something else: %j, ...", (...lines) => {
  expect(readOrdered(lines)).not.toMatch(/met|partly|tried|tell/);
});
