/** A builder-pm command to paste: at the start of a line, in quotes, or after a colon, ? or bar. */
const COMMAND = new RegExp(
  String.raw`((?:^|[:?] |\| |or |\x60|["(])[ \t]*| {2})` +
    String.raw`builder-pm(?= (?!is\b|needs\b|saved\b|tells\b)[a-z[-]|$)`,
  "gm",
);

/** Adds "npx" before every builder-pm command in a text. */
export function addNpx(text: string): string {
  return text.replace(COMMAND, "$1npx builder-pm");
}
