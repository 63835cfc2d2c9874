import type { Summary } from "../../domain/team/summary.ts";

/** Renders a summary as the JSON that is shared, with one row of a list on each line. */
export function renderSummary(summary: Summary): string {
  const fields = Object.entries(summary).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${renderSummaryField(value)}`,
  );
  return `{\n${fields.join(",\n")}\n}\n`;
}

function renderSummaryField(value: unknown): string {
  if (!Array.isArray(value)) return renderSummaryRow(value);
  if (value.length === 0) return "[]";
  return `[\n${value.map((row) => `    ${renderSummaryRow(row)}`).join(",\n")}\n  ]`;
}

function renderSummaryRow(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const cells = Object.entries(value).map(([name, cell]) => `"${name}": ${JSON.stringify(cell)}`);
  return `{ ${cells.join(", ")} }`;
}
