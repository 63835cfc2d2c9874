// Table borders: the bars of Markdown and Jira, and box-drawing characters.
const BAR = /[|\u2502\u2503\u2551]/;
const ROW = /^\s*[|\u2502\u2503\u2551].*$/;
const RULE = /^[\s|:+=\-\u2500-\u257f]+$/;
/** A first cell that only numbers or labels its row. */
const ROW_NAME = /^(?:#?\d{1,3}[.)]?|[A-Z]{1,3}[ -]?\d{1,3}[:.)]?)$/;

/** Tells whether lines are table rows: with bars between cells, or tabs from a spreadsheet. */
export function isTable(lines: readonly string[]): boolean {
  if (lines.length === 0) return false;
  return lines.every((line) => ROW.test(line) || RULE.test(line)) || lines.every(isSheetRow);
}

/**
 * Reads a table as entries, one per row, without its header, borders and numbering column. A single
 * row becomes a list of its cells.
 */
export function readTableEntries(lines: readonly string[]): string[] {
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

/** Removes the header: the row above the dashes in Markdown, or with double bars in Jira. */
function removeHead(lines: readonly string[]): string[] {
  const rows = lines.filter((line) => !/^\s*\|\|/.test(line));
  const rule = rows.findIndex((line) => /^\s*\|[\s:|-]+$/.test(line));
  return rule === 1 ? rows.slice(2) : rows;
}

function readCells(line: string): string[] {
  const cells = isSheetRow(line) ? line.split("\t") : line.split(/(?<!\\)[|\u2502\u2503\u2551]/);
  return cells.map((cell) => cell.replaceAll("\\|", "|").trim()).filter(Boolean);
}

/** A bullet or number before a tab: a list from a word processor, not a spreadsheet. */
const TABBED_MARK = /^\s*(?:[^\w\s]|o|\d{1,3}[.)]|\(\d{1,3}\))\t/;

/** Tells whether a line was copied from a spreadsheet. */
function isSheetRow(line: string): boolean {
  return line.trim().includes("\t") && !BAR.test(line) && !TABBED_MARK.test(line);
}
