import type { Plugin } from "rolldown";

const OTHER = /[^\0-\x7f]/g;
const RAW = /\braw`[^`]*[^\0-\x7f][^`]*`/;

/**
 * Writes other characters as escapes: a single one of them makes Node keep the whole file at two
 * bytes per character, which takes longer to read and to parse.
 */
export const plainAscii: Plugin = {
  name: "plain-ascii",
  // An escape would change what String.raw returns, so a file with such a text stays as it is.
  renderChunk: (code) => (RAW.test(code) ? null : code.replace(OTHER, escapeUnit)),
};

/** Returns the escape of a UTF-16 code unit, which strings, templates and patterns read alike. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
