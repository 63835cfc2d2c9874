import { makeVisible } from "../visible.ts";

// Characters that start markup anywhere in a line, text that would become a link, and marks that
// start a list, heading, quote, table or rule at the beginning of a line.
const ANYWHERE = /[\\`*_{}[\]<>|~&$]/g;
const LINK = /:(?=\/\/)|(?<=www)\.|@/gi;
const SHORTCODE = /:(?=[a-z0-9_+-]+:)/gi;
const LINE_START = /^([#+\-=:])|^(\d+)([.)])/;

/** Escapes what a person typed, so that markdown shows it as typed: no markup, links or lists. */
export function escapeMarkdown(text: string): string {
  const lines = makeVisible(text)
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.map(escapeLine).join("\\\n");
}

/** Renders a list entry, aligning all lines with the first. `depth` 0 is the outer list. */
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
