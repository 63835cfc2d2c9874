import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readReport } from "../../src/domain/report/read-report.ts";
import { parseContentFile } from "../../src/front-matter/parse.ts";

/** What the tests need to know of a drill's front matter. */
interface DrillFields {
  checks: string[];
  open: string;
  truth: { verdict: string }[];
}

/** Time zones in which a drill has to look the same. */
export const zones = ["UTC", "America/Los_Angeles", "Asia/Tokyo"];

/** Returns the path of a file in a drill's folder. */
export function drillPath(id: string, name: string): string {
  return join("content", "drills", id, name);
}

/** Returns the text of a file in a drill's folder. */
export function drillText(id: string, name: string): string {
  return readFileSync(drillPath(id, name), "utf8");
}

/** Returns the verdicts of a drill's truth next to what its report claims, check by check. */
export async function truthAndClaims(id: string): Promise<string[]> {
  const file = await parseContentFile(readFileSync(join("content", "drills", `${id}.md`)));
  const { checks, truth } = file.fields as DrillFields;
  const { claims } = readReport(file.body, checks);
  return checks.map((_, index) => {
    const { claim, basis } = claims[index] ?? {};
    return `${truth[index]?.verdict}, claimed ${claim} (${basis})`;
  });
}

/** Reads a CSV file with a header, whose cells may be quoted but hold no line breaks. */
export function drillRows(id: string, name: string): Record<string, string>[] {
  const [head = "", ...lines] = drillText(id, name).trimEnd().split("\n");
  const columns = splitRow(head);
  return lines.map((line) => {
    const cells = splitRow(line);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

function splitRow(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "");
}

/** Counts how often each value comes up. */
export function countEach(values: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? ""] = (counts[value ?? ""] ?? 0) + 1;
  return counts;
}
