/** Cleans a text on entry: line feeds for other line breaks, no space at either end. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** Cleans a text for a one-line field: like {@link cleanText}, with a space for each line break. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}

/** Splits a given text into the entries of a list, one a line; empty lines are left out. */
export function splitEntries(text: string): string[] {
  return cleanText(text).split("\n").map(cleanLine).filter(Boolean);
}
