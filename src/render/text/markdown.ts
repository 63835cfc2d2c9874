import { makeVisible } from "../visible.ts";

// Characters that can start markup anywhere in a line, an address that would become a link, and the
// marks of a list, a heading, a quote, a table or a rule at the start of one.
const ANYWHERE = /[\\`*_{}[\]<>|~&$]/g;
const LINK = /:(?=\/\/)|(?<=www)\.|@/gi;
const SHORTCODE = /:(?=[a-z0-9_+-]+:)/gi;
const LINE_START = /^([#+\-=:])|^(\d+)([.)])/;

/**
 * What a person typed, as markdown that shows it the way they typed it: no markup, no link, no
 * list comes out of it.
 */
export function escapeMarkdown(text: string): string {
  const lines = makeVisible(text)
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.map(escapeLine).join("\\\n");
}

/** A list entry; the lines after the first stand below its text. `depth` 0 is the outer list. */
export function listEntry(markdown: string, { mark = "-", depth = 0 } = {}): string {
  const margin = "  ".repeat(depth);
  return `${margin}${mark} ${markdown.replaceAll("\n", `\n${margin}  `)}`;
}

function escapeLine(line: string): string {
  return line
    .replace(ANYWHERE, "\\$&")
    .replace(LINK, "\\$&")
    .replace(SHORTCODE, "\\$&")
    .replace(LINE_START, (_match, mark: string | undefined, digits: string, end: string) =>
      mark ? `\\${mark}` : `${digits}\\${end}`,
    );
}
