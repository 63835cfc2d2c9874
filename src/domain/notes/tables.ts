import type { NoteLine } from "./note-line.ts";

/** Returns true if a row names the columns of the table: a border comes below, or it says so. */
export function isColumnTitles(row: NoteLine, after: NoteLine | undefined): boolean {
  return row.kind === "row" && (row.level > 0 || after?.kind === "rule");
}

/**
 * Writes a row as one line. Numbers and the steps of a test keep the title of their column; the
 * number of the row is left out.
 */
export function writeRow(cells: readonly string[], titles: readonly string[]): string {
  const named = cells.map((text, index) => ({ text, title: titles[index] ?? "" }));
  const filled = named.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const [first, ...others] = isRowNumber(filled[0]?.text ?? "") ? filled.slice(1) : filled;
  if (!first) return "";
  const isTest = titles.some((title) => /^given$/i.test(title));
  const rest = others.map(({ text, title }) =>
    isTest || isCellFigure(text) ? nameCell(title, text) : text,
  );
  if (isTest) return [nameCell(first.title, first.text), ...rest].join(" ");
  return rest.length > 0 ? `${first.text}: ${rest.join(", ")}` : first.text;
}

function nameCell(title: string, text: string): string {
  return title === "" ? text : `${title} ${text}`;
}

function isRowNumber(text: string): boolean {
  return /^#?[A-Za-z]{0,4}-?\d{1,3}[.)]?$/.test(text);
}

function isCellFigure(text: string): boolean {
  return /^[<>~\u2264\u2265]?\s*[\d.,]+\s*\S{0,4}$/.test(text);
}
