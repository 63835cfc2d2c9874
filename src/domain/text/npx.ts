/** A command of the program to paste, at the start of a text or line, or behind a colon or a bar. */
const COMMAND = /((?:^|: |\| |or |`|["(])[ \t]*| {2})builder-pm(?= (?!is\b|needs\b|saved\b|tells\b)[a-z[-]|$)/gm;

/** Puts "npx" before every command of the program in a text. */
export function addNpx(text: string): string {
  return text.replace(COMMAND, "$1npx builder-pm");
}

/** Puts "npx" before every command in the texts of a plain value. Keys stay as they are. */
export function addNpxEverywhere<T>(value: T): T {
  if (typeof value === "string") return addNpx(value) as T;
  if (Array.isArray(value)) return value.map(addNpxEverywhere) as T;
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, addNpxEverywhere(entry)]);
  return Object.fromEntries(entries) as T;
}
