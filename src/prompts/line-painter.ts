import type { Line } from "./line.ts";

/** How a line is drawn: its first column, the width, and how to measure and sanitize text. */
export interface LineLayout {
  column: number;
  width: number;
  measure: (text: string) => number;
  visible: (text: string) => string;
}

/**
 * Returns what to write to turn one line on the screen into another, without escape sequences. In a
 * single row, backspaces move the cursor. A longer line that changes before its end is written
 * again below.
 */
export function paintLine(before: Line, after: Line, layout: LineLayout): string {
  const show = (text: string) => layout.visible(text.replaceAll("\t", " "));
  const measure = (text: string) => layout.measure(show(text));
  const isAtEnd = before.cursor === before.text.length;
  if (isAtEnd && after.cursor === after.text.length && after.text.startsWith(before.text)) {
    return show(after.text.slice(before.text.length));
  }
  const fits = ({ text }: Line) =>
    !text.includes("\n") && layout.column + measure(text) < layout.width;
  if (!fits(before) || !fits(after))
    return before.text === after.text ? "" : `\n${show(after.text)}`;
  const back = "\b".repeat(measure(before.text.slice(0, before.cursor)));
  const gap = Math.max(0, measure(before.text) - measure(after.text));
  const afterCursor = measure(after.text.slice(after.cursor));
  return `${back}${show(after.text)}${" ".repeat(gap)}${"\b".repeat(gap + afterCursor)}`;
}
