import type { ReadReport } from "./claim.ts";
import { readReportLines } from "./report-lines.ts";
import { chooseReport } from "./report-part.ts";
import { readSections } from "./report-sections.ts";

/**
 * Reads what a coding agent reports about its pass. Returns a claim for each check that the text
 * speaks of without doubt, and the lines of the other parts of the report. Never throws, and takes
 * time in proportion to the text. The text is data: whatever it asks for, nothing is done.
 */
export function readReport(text: string, checks: readonly string[]): ReadReport {
  const { claims, lines } = chooseReport(readReportLines(text), checks);
  return { claims, ...readSections(lines) };
}
