import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EVERY_NAME } from "../../../src/domain/report/own-names.ts";
import { readReport } from "../../../src/domain/report/read-report.ts";
import { rebuildInstructions } from "../../../src/domain/report/run-targets.ts";
import { loadKeyedReports, scoreReport } from "../../helpers/report-key.ts";

const checks = ["The totals are equal to the sheet's", "An empty file shows a message", "Fast"];

/** Reads what is said about the first checks, as "claim basis" or "-". */
function readBriefly(text: string, count = 1): string {
  const { claims } = readReport(text, checks);
  const words = claims.slice(0, count).map(({ claim, basis }) => [claim ?? "-", basis].join(" "));
  return words.map((word) => word.trim()).join(", ");
}

test.each(loadKeyedReports("a"))("reads the report $name", (report) => {
  const read = readReport(report.text, report.key.checks);
  const { wrong, missed, bases } = scoreReport(report, read);
  expect({ wrong, missed, bases }).toEqual({ wrong: [], missed: [], bases: [] });
  const { run, faked, packages, added, engineer } = report.key;
  expect(rebuildInstructions(read.run, EVERY_NAME)).toEqual(run);
  expect(read).toMatchObject({ faked, packages, added, engineer });
});

test.each([
  ["C1: met (ran)", "met ran"],
  ["C1 - met", "met"],
  ["C1. Passed", "met"],
  ["**C1**: done", "met"],
  ["- [C1] failed", "not-met"],
  ["* check #1 was skipped", "not-tried"],
  ["AC-1 = FAIL", "not-met"],
  ["Criterion 1 \u2014 \u2705", "met"],
  ["\u274c C1", "not-met"],
  ["C1 hasn't been met yet.", "not-met"],
  ["C1: \u2714\ufe0f Met. Ran it twice.", "met ran"],
  ["C1: met (assumed)", "met assumed"],
  ["C1: partly met (read)", "partly read"],
  ["C1: couldn't tell", "cannot-tell"],
  ["1. met", "met"],
  ["| C1 | met | ran |", "met ran"],
  ["C1 (totals): met", "met"],
  ["C1: The totals are equal to the sheet's: met", "met"],
  ["The totals equal the sheet's - met (ran)", "met ran"],
  ["C1: met. I did not run it again.", "met"],
  ["C1: We didn't try this one.", "not-tried"],
  ["~~C1: met (read)~~ C1: not tried.", "not-tried"],
  ["The three acceptance checks in the spec are all met.", "met"],
])("reads %j", (line, wanted) => {
  expect(readBriefly(`## Checks\n\n${line}\n`)).toBe(wanted);
});

test.each([
  "C1: met, partly, not met, not tried or cannot tell (ran, read or assumed)",
  "C1: met?",
  "C1: not all met",
  "C1: no errors",
  "C1: should be met",
  "C1: met, but not for euros",
  "C1: 2 of 3 met",
  "C1: met for 2 of 3 files",
  "C1: failed at first, now passes",
  "C1: \u2705 not met",
  "C1: done when the totals are equal",
  "C1: pass 2 changed this",
  "C1: met once the file is renamed",
  "C1: met as long as the file is sorted",
  "C1: met (with a caveat: fails for empty rows)",
  "C1: met. Not for euros.",
  "C1: met (ran). One value differs.",
  "C1: met (ran). 18 of 20 rows are equal, although it took long.",
  "C1: met, I think",
  "C1: I confirmed that it fails for euros.",
  "C1: met (ran).\n\n## For the engineer\n\n- One cent is lost, so C1 is not met.",
  "C1: Not met \u2192 met after the fix",
  "C1: partly. Actually met.",
  "C1: \u2705 (except euros)",
  "C1: \u{1f7e2} low risk",
  "C1: works as the title of column C",
  "C1: previously met, now broken",
  "C1: no longer met",
  "C1: must be met",
  "C1: hardly met",
  "C1: pass rate 80%",
  "C1: passes the linter",
  "You should see:\n\n- C1: met",
  "Expected:\n- C1: met",
  "C1.1: met",
  "C1a: met",
  "C12: met",
  "Totals: met",
  "Set C1 to met",
  "C1: met\n- C1: not met",
  "All checks but one are met",
  "> C1: met",
  "<!-- C1: met -->",
  "~~C1: met~~",
  "1. Installed it: done\n2. Read it: done\n3. Ran it: done\n4. Wrote it: done",
])("makes no claim of %j", (line) => {
  expect(readBriefly(`## Checks\n\n${line}\n`)).toBe("-");
});

test.each([
  ["C1, C2: met", "met, met, -"],
  ["C1 and C3 pass, C2 fails", "met, not-met, met"],
  ["C1-C3: not tried", "not-tried, not-tried, not-tried"],
  ["C1 - 3 files are equal", "-, -, -"],
  ["C1: met. C2: failed. C3: skipped.", "met, not-met, not-tried"],
  ["C1 \u2705 C2 \u274c C3 \u2705", "met, not-met, met"],
  ["Not tried: C2, C3", "-, not-tried, not-tried"],
  ["All 3 checks are met.", "met, met, met"],
  ["All 4 checks are met.", "-, -, -"],
  ["| Check | C1 | C2 |\n|---|---|---|\n| Status | met | failed |", "-, -, -"],
])("reads every check in %j", (line, wanted) => {
  expect(readBriefly(`## Checks\n\n${line}\n`, 3)).toBe(wanted);
});

test.each([
  "## For the engineer",
  "## What is faked",
  "## Plan",
  "## Previous pass",
  "## Edge cases",
])("takes nothing below %s for a claim", (heading) => {
  expect(readBriefly(`${heading}\n\n- C1: met (ran)\n`)).toBe("-");
});

test("makes no claim of the form that the brief asks for", () => {
  const brief = readFileSync("test/golden/brief.md", "utf8");
  expect(readBriefly(brief, 3)).toBe("-, -, -");
  expect(readBriefly(`${brief}\n- C1: met (ran)\n`, 3)).toBe("-, -, -");
});

test("keeps how to run the result as it stands, with backticks around code", () => {
  const text = [
    "## How to run it",
    "Type `npm test`. It works.",
    "```sh",
    "npm start # C1 is met",
    "echo `date`",
    "```",
  ].join("\n");
  expect(readReport(text, checks).run).toEqual([
    "Type `npm test`. It works.",
    "`npm start # C1 is met`",
    "echo `date`",
  ]);
});

test.each([
  ["To run it, type `npm start`. Then wait.", ["To run it, type `npm start`."]],
  [
    "You can start it with:\n\n```\nnpm start\n```\n\nIt is quick.",
    ["You can start it with:", "`npm start`"],
  ],
  [
    "Ran npm test.\nYou should be able to just open index.html.\nAssumed calendar days.",
    ["You should be able to just open index.html."],
  ],
  [
    "Open the file site/late.html in a browser. Open points: none.",
    ["Open the file site/late.html in a browser."],
  ],
  ["An open file.html is faster.", []],
  ["This is the output:\n\n```\nnpm start\n```\n", []],
])("finds how to run the result outside of a section in %j", (text, run) => {
  expect(readReport(`# Report\n\n${text}`, checks).run).toEqual(run);
});

test.each([
  "## Checks\n- C9: met (ran)\n",
  "- C2: met (ran) and more\n",
  "# Report\n",
  "  - x: \n",
  "| 1 | met | x |\n",
  "User: x\nAssistant: y\n",
  "C1: met ",
  "check 1, ",
  "not ",
  "(",
  "`",
  "**",
  "\u2705",
  "<!-- ",
  "```\n",
])("reads 2 MB of %j without taking long", (piece) => {
  const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
  const start = process.cpuUsage();
  readReport(text, checks);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000_000).toBeLessThan(5);
});

test("reads a report at the end of 2 MB of a log", () => {
  const log = "[info] C1: not met yet, trying again\n".repeat(60_000);
  expect(readBriefly(`${log}\n# Report\n\n## Checks\n\n- C1: met (ran)\n`)).toBe("met ran");
  expect(readBriefly(`# Report\n\n## Checks\n\n- C1: met\n\n\`\`\`\n${log}\`\`\`\n`)).toBe("met");
});

test.each([
  ["first", (report: string, rest: string) => `${report}\n\n${rest}`],
  ["last", (report: string, rest: string) => `${rest}\n\n${report}`],
])("finds a report that comes %s in 2 MB of text", (_, join) => {
  const report = "# Report\n## Checks\n- C1: met (ran).\n- C2: not met.\n";
  const rest = "Then I looked at the file and ran it again.\n".repeat(45_000);
  expect(readReport(join(report, rest), ["It runs.", "It stops."]).claims).toEqual([
    { claim: "met", basis: "ran" },
    { claim: "not-met", basis: undefined },
  ]);
});
