import { expect, test } from "vitest";
import { readReport } from "../../../src/domain/report/read-report.ts";
import { rebuildInstructions } from "../../../src/domain/report/run-targets.ts";
import { loadKeyedReports } from "../../helpers/report-key.ts";
import { loadHonestSections, loadHostileLines } from "../../helpers/run-sections.ts";

const forms: Record<string, (line: string) => string> = {
  text: (line) => line,
  entry: (line) => `- ${line}`,
  fence: (line) => `\`\`\`\n${line}\n\`\`\``,
  prompt: (line) => `\`\`\`\n$ ${line}\n\`\`\``,
  code: (line) => (line.includes("`") ? line : `Type \`${line}\` now.`),
};

/** Rebuilds how to run the result from the section of a report. */
function rebuild(section: string): string[] {
  return rebuildInstructions(readReport(`## How to run it\n\n${section}\n`, ["One"]).run);
}

/** Finds the words of a claim that are shown, whole or in parts. */
function findTold(told: readonly string[], shown: readonly string[]): string[] {
  const text = shown
    .join("\n")
    .replace(/^(?:Run|Open|File:|Folder:) /gm, "")
    .toLowerCase();
  const words = new Set(splitWords(text));
  const claims = told.map((claim) => claim.toLowerCase());
  const parts = claims.flatMap(splitWords).filter((word) => word.length > 1 && words.has(word));
  return [...claims.filter((claim) => claim.length > 2 && text.includes(claim)), ...parts];
}

function splitWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

test.each(Object.entries(forms))("shows no claim of a hostile line as %s", (_, form) => {
  const shown = loadHostileLines().map(({ line, told }) => {
    const lines = rebuild(form(line));
    return { line, lines, told: findTold(told, lines) };
  });
  expect(shown.length).toBeGreaterThan(180);
  expect(shown.filter(({ told }) => told.length > 0)).toEqual([]);
});

test("keeps the steps of honest sections in many voices", () => {
  const sections = loadHonestSections();
  const lost = sections.flatMap(({ name, text, steps }) => {
    const shown = rebuild(text);
    const missing = steps.filter((step) => !shown.includes(step));
    return missing.length > 0 ? [{ name, missing, shown }] : [];
  });
  expect(sections.length).toBeGreaterThanOrEqual(50);
  expect(lost.length / sections.length, JSON.stringify(lost)).toBeLessThan(0.05);
});

test("shows something to run of every report that says how, by an author who didn't know it", () => {
  const silent = loadKeyedReports("b").filter(({ text, key }) => {
    return rebuildInstructions(readReport(text, key.checks).run).length === 0;
  });
  // Its last report leaves out what it doesn't change.
  expect(silent.map(({ name }) => name)).toEqual(["08-opencode-two-reports.md"]);
});

test("reads lines that a report saved by an earlier version has without backticks", () => {
  expect(rebuildInstructions(["cd web && npm run dev", "python report.py june.csv"])).toEqual([
    "Run `cd web && npm run dev`",
    "Run `python report.py june.csv`",
  ]);
});

test.each([
  ["dots", "a.".repeat(500)],
  ["backticks", "`".repeat(1000)],
  ["addresses", "http://".repeat(140)],
  ["commands", "python a.py ".repeat(80)],
  ["quotes", "\"'".repeat(500)],
  ["folders", "folder a-".repeat(100)],
])("rebuilds 200 lines of %s without taking long", (_, line) => {
  const start = process.cpuUsage();
  rebuildInstructions(Array.from({ length: 200 }, () => line));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000_000).toBeLessThan(2);
});
