import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Basis, Claim, ReadReport } from "../../src/domain/report/claim.ts";

/** What an author said about a report. */
interface ReportKey {
  agent: string;
  checks: string[];
  claims: { check: number; claim: Claim | null; basis: Basis | null }[];
  run: string[];
  faked: string[];
  packages: string[];
  added: string[];
  engineer: string[];
}

/** A report with its key. */
export interface KeyedReport {
  name: string;
  text: string;
  key: ReportKey;
}

/** How the claims of a report were read: in its key, right, and what is wrong or missed. */
export interface ReportScore {
  keyed: number;
  right: number;
  wrong: string[];
  missed: string[];
  bases: string[];
}

const FOLDER = join(import.meta.dirname, "../fixtures/reports");

/** Reads the reports of one author. */
export function loadKeyedReports(author: string, folder = join(FOLDER, author)): KeyedReport[] {
  const files = readdirSync(folder).filter((file) => !file.endsWith(".json"));
  return files.map((file) => ({
    name: file,
    text: readFileSync(join(folder, file), "utf8"),
    key: JSON.parse(readFileSync(join(folder, file.replace(/\.\w+$/, ".json")), "utf8")),
  }));
}

/** Compares the claims that were read with those that the author keyed. */
export function scoreReport({ name, key }: KeyedReport, read: ReadReport): ReportScore {
  const rows = read.claims.map(({ claim = null, basis = null }, index) => {
    const wanted = key.claims.find(({ check }) => check === index + 1);
    const keyed = wanted?.claim ?? null;
    return { at: `${name} C${index + 1}`, claim, basis, keyed, keyedBasis: wanted?.basis ?? null };
  });
  const right = rows.filter(({ claim, keyed }) => claim && claim === keyed);
  return {
    keyed: rows.filter(({ keyed }) => keyed).length,
    right: right.length,
    wrong: rows
      .filter(({ claim, keyed }) => claim && claim !== keyed)
      .map(({ at, claim, keyed }) => `${at}: ${claim} (${keyed})`),
    missed: rows
      .filter(({ claim, keyed }) => !claim && keyed)
      .map(({ at, keyed }) => `${at}: ${keyed}`),
    bases: right
      .filter(({ basis, keyedBasis }) => basis !== keyedBasis)
      .map(({ at, basis, keyedBasis }) => `${at}: ${basis} (${keyedBasis})`),
  };
}

const NOTHING =
  /^(?:(?:none|nothing|nichts|\u306a\u3057)\.?$|no outside services|nothing is faked|none beyond)/i;

/** Writes the lines of a key without marks of form, and without "None". */
export function cleanKeyLines(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(/<\/?p>/g, "")
        .replace(/<\/?code>/g, "`")
        .replace("&amp;", "&"),
    )
    .map((line) => line.replace(/^\s*(?:[-*]|\d\.)\s+/, "").trim())
    .filter((line) => !NOTHING.test(line));
}

/** Writes lines of code like those of a key: without backticks around the whole line. */
export function cleanCodeLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^`([^`]*)`$/, "$1"));
}
