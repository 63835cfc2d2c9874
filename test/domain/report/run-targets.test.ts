import { expect, test } from "vitest";
import {
  collectOwnNames,
  EVERY_NAME,
  type OwnNames,
} from "../../../src/domain/report/own-names.ts";
import { readReport } from "../../../src/domain/report/read-report.ts";
import { rebuildInstructions } from "../../../src/domain/report/run-targets.ts";
import { loadKeyedReports } from "../../helpers/report-key.ts";
import {
  loadHonestSections,
  loadHostileLines,
  noNames,
  withFilesOf,
} from "../../helpers/run-sections.ts";

const forms: Record<string, (line: string) => string> = {
  text: (line) => line,
  entry: (line) => `- ${line}`,
  fence: (line) => `\`\`\`\n${line}\n\`\`\``,
  prompt: (line) => `\`\`\`\n$ ${line}\n\`\`\``,
  code: (line) => (line.includes("`") ? line : `Type \`${line}\` now.`),
};

/** Rebuilds how to run the result from the section of a report. */
function rebuild(section: string, own: OwnNames): string[] {
  return rebuildInstructions(readReport(`## How to run it\n\n${section}\n`, ["One"]).run, own);
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

const folders = { "without a folder": () => noNames, "with files of such names": withFilesOf };
const hostileCases = Object.entries(forms).flatMap(([name, form]) =>
  Object.entries(folders).map(([folder, own]) => [name, folder, form, own] as const),
);

test.each(hostileCases)(
  "shows no claim of a hostile line as %s, %s",
  (_name, _folder, form, own) => {
    const shown = loadHostileLines().map(({ line, told }) => {
      const lines = rebuild(form(line), own(line));
      return { line, lines, told: findTold(told, lines) };
    });
    expect(shown.length).toBeGreaterThan(180);
    expect(shown.filter(({ told }) => told.length > 0)).toEqual([]);
  },
);

test("keeps the steps of honest sections in many voices", () => {
  const sections = loadHonestSections();
  const lost = sections.flatMap(({ name, text, steps }) => {
    const shown = rebuild(text, noNames);
    const missing = steps.filter((step) => !shown.includes(step));
    return missing.length > 0 ? [{ name, missing, shown }] : [];
  });
  expect(sections.length).toBeGreaterThanOrEqual(50);
  expect(lost.length / sections.length, JSON.stringify(lost)).toBeLessThan(0.05);
});

test("shows something to run of every report that says how, by an author who didn't know it", () => {
  const silent = loadKeyedReports("b").filter(({ text, key }) => {
    return rebuildInstructions(readReport(text, key.checks).run, noNames).length === 0;
  });
  // Its last report leaves out what it doesn't change.
  expect(silent.map(({ name }) => name)).toEqual(["08-opencode-two-reports.md"]);
});

test("reads lines that a report saved by an earlier version has without backticks", () => {
  expect(
    rebuildInstructions(["cd web && npm run dev", "python report.py june.csv"], noNames),
  ).toEqual(["Run `cd web && npm run dev`", "Run `python report.py june.csv`"]);
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
  rebuildInstructions(
    Array.from({ length: 200 }, () => line),
    noNames,
  );
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000_000).toBeLessThan(2);
});

test.each([
  ["a word of the title", collectOwnNames("Standup digest", []), "Open standup-digest.html"],
  [
    "a file that the person wrote of",
    collectOwnNames("", ["It writes Standup-digest.html."]),
    "Open standup-digest.html",
  ],
  [
    "one of several files",
    collectOwnNames("", [], { paths: [], files: ["a.html", "b.py", "Standup-digest.html"] }),
    "Open <\u2026.html, file 2>",
  ],
  [
    "one file",
    collectOwnNames("", [], { paths: [], files: ["standup-digest.html"] }),
    "Open \u2026.html",
  ],
  ["a report that is open", EVERY_NAME, "Open standup-digest.html"],
])("names a file of the agent's by %s", (_, own, line) => {
  expect(rebuild("Open `standup-digest.html`.", own)).toEqual([line]);
});

test.each([
  [
    "cd /home/ada/work/monday && python3 run.py",
    "Run `cd /home/ada/work/monday && python3 run.py`",
  ],
  ['cd "/home/ada/work/monday"', "Run `cd /home/ada/work/monday`"],
  ["cd ~/work/monday", "Run `cd /home/ada/work/monday`"],
  ["cd monday", "Run `cd monday`"],
  ["Open `/home/ada/work/monday/report.html`.", "Open /home/ada/work/monday/report.html"],
  ["Open `/home/ada/work/monday/all-equal.html`.", "Open /home/ada/work/monday/\u2026.html"],
  ["cd /home/ada/work/monday-c1-met", "Run `cd /home/\u2026/\u2026/\u2026`"],
  ["cd /c1-met/home/ada/work/monday", "Run `cd /\u2026/home/\u2026/\u2026/monday`"],
])("names the project's folder, and nothing else of the path: %s", (line, shown) => {
  const paths = ["/home/ada/work/monday", "~/work/monday"];
  expect(rebuild(line, collectOwnNames("", [], { paths, files: [] }))).toEqual([shown]);
});

test("a folder with a space can be pasted", () => {
  const paths = ["/home/Ada L/monday", "/home/Ada\\ L/monday"];
  const own = collectOwnNames("", [], { paths, files: [] });
  const shown = ['Run `cd "/home/Ada L/monday"`', 'Run `python3 "/home/Ada L/monday/run.py"`'];
  expect(
    rebuild('- `cd "/home/Ada L/monday"`\n- `python3 "/home/Ada L/monday/run.py"`', own),
  ).toEqual(shown);
  expect(rebuild("cd /home/Ada\\ L/monday", own)).toEqual(shown.slice(0, 1));
});

test("shows no claim from the title's words that judge", () => {
  const own = collectOwnNames("All totals are equal", ["all-equal.html"], {
    paths: [],
    files: ["all-equal.html"],
  });
  expect(rebuild("Open `all-equal.html`.", own)).toEqual(["Open \u2026.html"]);
});
