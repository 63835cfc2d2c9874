import type { Line } from "./line.ts";

/** Where a line is shown: the column it starts in, and how text is measured and made safe. */
export interface LinePlace {
  column: number;
  width: number;
  measure: (text: string) => number;
  visible: (text: string) => string;
}

/**
 * Returns what to write so that a line on the screen becomes another, for terminals without escape
 * sequences. Within one row the cursor moves by backspaces; a longer line that changes before its
 * end is written again below.
 */
export function paintLine(before: Line, after: Line, place: LinePlace): string {
  const show = (text: string) => place.visible(text.replaceAll("\t", " "));
  const measure = (text: string) => place.measure(show(text));
  const isAtEnd = before.cursor === before.text.length;
  if (isAtEnd && after.cursor === after.text.length && after.text.startsWith(before.text)) {
    return show(after.text.slice(before.text.length));
  }
  const fits = ({ text }: Line) =>
    !text.includes("\n") && place.column + measure(text) < place.width;
  if (!fits(before) || !fits(after))
    return before.text === after.text ? "" : `\n${show(after.text)}`;
  const back = "\b".repeat(measure(before.text.slice(0, before.cursor)));
  const gap = Math.max(0, measure(before.text) - measure(after.text));
  const behind = measure(after.text.slice(after.cursor));
  return `${back}${show(after.text)}${" ".repeat(gap)}${"\b".repeat(gap + behind)}`;
}
