// Borders of tables: the bars of Markdown and Jira, and the lines that terminal programs draw.
const BAR = /[|\u2502\u2503\u2551]/;
const ROW = /^\s*[|\u2502\u2503\u2551].*$/;
const RULE = /^[\s|:+=\-\u2500-\u257f]+$/;
/** A first cell that only counts or names its row. */
const ROW_NAME = /^(?:#?\d{1,3}[.)]?|[A-Z]{1,3}[ -]?\d{1,3}[:.)]?)$/;

/** Tells whether lines are the rows of a table: between bars, or cells of a sheet between tabs. */
export function isTable(lines: readonly string[]): boolean {
  if (lines.length === 0) return false;
  return lines.every((line) => ROW.test(line) || RULE.test(line)) || lines.every(isSheetRow);
}

/**
 * Reads a table as entries, one a row: without its head, its borders and a column that only counts.
 * A single row is a list of its cells.
 */
export function readTable(lines: readonly string[]): string[] {
  const rows = removeHead(lines)
    .filter((line) => !RULE.test(line))
    .map(readCells)
    .filter((cells) => cells.length > 0);
  if (rows.length === 1) return rows[0] ?? [];
  return rows.map((cells) => {
    const named = cells.length > 1 && ROW_NAME.test(cells[0] ?? "");
    return (named ? cells.slice(1) : cells).join(": ");
  });
}

/** The head stands above the first rule of a Markdown table, or between the double bars of Jira. */
function removeHead(lines: readonly string[]): string[] {
  const rows = lines.filter((line) => !/^\s*\|\|/.test(line));
  const rule = rows.findIndex((line) => /^\s*\|[\s:|-]+$/.test(line));
  return rule === 1 ? rows.slice(2) : rows;
}

function readCells(line: string): string[] {
  const cells = isSheetRow(line) ? line.split("\t") : line.split(/(?<!\\)[|\u2502\u2503\u2551]/);
  return cells.map((cell) => cell.replaceAll("\\|", "|").trim()).filter(Boolean);
}

/** A bullet or a number before a tab: a list of a word processor, not a sheet. */
const TABBED_MARK = /^\s*(?:[^\w\s]|o|\d{1,3}[.)]|\(\d{1,3}\))\t/;

/** Cells that were copied from a sheet. */
function isSheetRow(line: string): boolean {
  return line.trim().includes("\t") && !BAR.test(line) && !TABBED_MARK.test(line);
}
