import { anyWordOf } from "./normal-name.ts";
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

const BEFORE = anyWordOf(["now|today|current|currently|baseline|before|as is|so far"]);
const AFTER = anyWordOf(["target|goal|aim|after|then|by|end of|in \\d+|wanted|expected"]);

/** Returns true for a row whose columns say how a number is today and what it should become. */
export function isChange(cells: readonly string[], titles: readonly string[]): boolean {
  const before = titles.findIndex((title) => BEFORE.test(title));
  if (!/\d/.test(cells.slice(1).join())) return false;
  return before > 0 && titles.slice(before + 1).some((title) => AFTER.test(title));
}
