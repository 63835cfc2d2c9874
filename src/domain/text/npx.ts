/**
 * A command of the program to paste, at the start of a text or line, or behind a colon or a bar.
 */
const COMMAND =
  /((?:^|: |\| |or |`|["(])[ \t]*| {2})builder-pm(?= (?!is\b|needs\b|saved\b|tells\b)[a-z[-]|$)/gm;

/** Puts "npx" before every command of the program in a text. */
export function addNpx(text: string): string {
  return text.replace(COMMAND, "$1npx builder-pm");
}
