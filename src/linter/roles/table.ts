import { isRequirement } from "./form.ts";
import type { Part } from "./part.ts";
import type { Section } from "./section.ts";

/** The cells of a row that are judged, each with the cell that holds its pass line. */
export interface JudgedCells {
  lines: Part[][];
  /** The section that the row stands for, whatever its heading says. */
  section?: Section;
}

const judgedColumn =
  /\b(?:criteri(?:a|on)|requirements?|expected|outcomes?|results?|then|acceptance|statement|deliverables?|specification|shall|check)\b/;
const criterionId = /^[\s*`]*(?:SC|AC|FR|NFR|NF|REQ)-?\d+(?:[.-]\d+)*[\s*`]*$/;
/** "> 40%", "99.9 %", "under 2 s" */
const passLine =
  /^\s*(?:[<>\u2264\u2265\u2248~=]|(?:under|over|at (?:least|most)|below|above)\b|\d[\d.,]*\s?%)/i;

/** Finds what is judged in a row: below a head such as "Requirement", or the longest cell. */
export function findJudgedCells(
  cells: readonly Part[],
  columns: readonly string[],
  section: Section | undefined,
): JudgedCells {
  const named = cells.filter((_, index) => judgedColumn.test(columns[index] ?? ""));
  if (named.length > 0)
    return { lines: named.filter(({ text }) => text.trim().includes(" ")).map((cell) => [cell]) };
  const longest = findLongest(cells);
  if (section !== undefined) return { lines: longest ? [withPassLine(longest, cells)] : [] };
  if (longest && criterionId.test(cells[0]?.text ?? ""))
    return { lines: [[longest]], section: "criteria" };
  return { lines: cells.filter(({ text }) => isRequirement(text)).map((cell) => [cell]) };
}

function findLongest(cells: readonly Part[]): Part | undefined {
  const longest = cells.reduce<Part | undefined>(
    (best, cell) => (cell.text.trim().length > (best?.text.trim().length ?? 0) ? cell : best),
    undefined,
  );
  return longest && longest.text.trim().split(/\s+/).length > 3 ? longest : undefined;
}

/** The metric of a row and its pass line are one criterion. */
function withPassLine(cell: Part, cells: readonly Part[]): Part[] {
  const after = cells.slice(cells.indexOf(cell) + 1);
  const target = after.find(({ text }) => text.length < MAX_TARGET && passLine.test(text));
  return target ? [cell, target] : [cell];
}

const MAX_TARGET = 60;
