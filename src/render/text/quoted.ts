import { makeVisible } from "../visible.ts";

/** What starts a heading, a fence, a quote, markup or a rule at the beginning of a line. */
const STARTS_BLOCK = /^ *(?:#{1,6}(?=\s|$)|`{3}|~{3}|[><]|=+\s*$|(?:-\s*)+$|(?:[*_]\s*){3,}$)/;

/**
 * Quotes what a person wrote, each line behind `> `, so that no line of it can pass for a part of
 * the page. Leaves the words as they are, because an agent reads them, not a browser.
 */
export function quoteAnswer(text: string): string {
  return makeVisible(text)
    .split(/[\n\r]/)
    .map(quoteLine)
    .join("\n");
}

/** Quotes the entries of a list. */
export function quoteEntries(texts: readonly string[]): string {
  return texts.map((text) => `> - ${toOneLine(text)}`).join("\n");
}

/** Puts what a person wrote on one line, so that it can stand in a line of the page. */
export function toOneLine(text: string): string {
  return makeVisible(text).replace(/\s+/g, " ").trim();
}

function quoteLine(line: string): string {
  const shown = STARTS_BLOCK.test(line) ? line.replace(/\S/, "\\$&") : line;
  return `> ${shown}`.trimEnd();
}
