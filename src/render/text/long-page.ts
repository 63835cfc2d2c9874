import { breakAtWords, indent } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** A page, and the command that writes it to a file to read. */
interface LongPage {
  text: string;
  command: string;
  /** What the command is for, if it isn't to read the page in a browser. */
  purpose?: string;
}

/** Says how to read a page that is longer than the window; "" for one that isn't. */
export function renderLongPageHint(
  { text, command, purpose = "To read it in a browser:" }: LongPage,
  { theme, width, rows }: RenderOptions,
): string {
  const length = breakAtWords(text, width).trimEnd().split("\n").length;
  if (rows === undefined || length < rows) return "";
  const words = `This page is longer than the window. ${purpose}`;
  return `\n${indent(words, width, 0)}\n  ${theme.command(command)}\n`;
}
