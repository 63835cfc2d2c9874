import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

/**
 * Plain letters with no space at either end: where these fit a line, there is nothing to break,
 * and no need to look further.
 */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/**
 * A link, also as Markdown escapes it, or an absolute path: broken, it could no longer be clicked
 * or copied.
 *
 */
const LINK =
  /((?:(?:https?|ftp|file)\\?:\/\/|mailto:|www\\?\.)[!-~]+|(?<![!-~])["'(]?(?:~?\/\w|[a-z]:\\)[!-~]+)/i;

/**
 * Breaks a text at words into lines of at most `width` columns; a word longer than that is cut,
 * but not a link.
 */
function wrapLines(text: string, width: number): string[] {
  if (text.length <= width && PLAIN.test(text)) return [text];
  const columns = Math.max(width, 20);
  if (!LINK.test(text)) return wrapAnsi(text, columns, { hard: true, trim: true }).split("\n");
  const words = text
    .split(" ")
    .map((word) => (stringWidth(word) > columns ? cutAroundLinks(word, columns) : word));
  return wrapAnsi(words.join(" "), columns, { trim: true }).split("\n");
}

/** Cuts a long word into rows; a link in it is a row of its own. */
function cutAroundLinks(word: string, columns: number): string {
  const parts = word.split(LINK).filter((part) => part !== "");
  return parts
    .map((part) => (LINK.test(part) ? part : wrapAnsi(part, columns, { hard: true })))
    .join("\n");
}

/**
 * A text of one or more lines, each broken at words and set in as far as it began, or as its list
 * mark.
 */
export function breakAtWords(text: string, width: number): string {
  const lines = text.split("\n").map((line) => breakLine(line, width));
  return lines.join("\n");
}

/**
 * A message or a help page, broken at words. A command to paste stays whole: where it has no room,
 * it stands on a line of its own. Words about an entry stay in their column.
 *
 */
export function breakMessage(text: string, width: number): string {
  const lines = text
    .split("\n")
    .map((line) => (stringWidth(line) <= width ? line : breakMessageLine(line, width)));
  return lines.join("\n");
}

function breakMessageLine(line: string, width: number): string {
  if (/^\s*(?:npx )?builder-pm /.test(line)) return line;
  const [, words, command] =
    /^(.*\S:) ((?:npx )?builder-pm(?: (?!.* {2})[^()]*)?)$/.exec(line) ?? [];
  if (words && command) return `${breakAtWords(words, width)}\n  ${command}`;
  const [, entry = "", about = ""] = /^( {2}\S.*? {2,})(\S.*)$/.exec(line) ?? [];
  return entry !== "" && width - entry.length >= 20
    ? hang(entry, about, width)
    : breakAtWords(line, width);
}

function breakLine(line: string, width: number): string {
  const lead = /^ *(?:- (?:\[.\] )?|\d{1,2}\. )?/.exec(line)?.[0] ?? "";
  return hang(lead, line.slice(lead.length), width);
}

/** Short pieces side by side, on as many lines as they need; none is broken. */
export function flow(pieces: readonly string[], width: number, margin = 2): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const longer = `${last}  ${piece}`;
    if (last !== undefined && stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(" ".repeat(margin) + piece);
  }
  return lines;
}

/** A wrapped text whose first line starts with `first` and whose other lines start below it. */
export function hang(first: string, text: string, width: number): string {
  const indent = " ".repeat(stringWidth(first));
  const lines = wrapLines(text, width - indent.length);
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd()).join("\n");
}

/** A wrapped text with every line set in by `columns`. */
export function indent(text: string, width: number, columns = 2): string {
  return hang(" ".repeat(columns), text, width);
}

/** The columns a text takes; wide characters count as two. */
export function measure(text: string): number {
  return stringWidth(text);
}

/** The text with spaces added up to `width` columns; wide characters count as two. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/**
 * Two columns, the first as wide as its widest text. Where the second would be narrower than 24
 * columns, it goes below the first instead.
 *
 */
export function twoColumns(
  rows: ReadonlyArray<readonly [string, string]>,
  width: number,
  margin = 2,
): string[] {
  const first = Math.max(...rows.map(([left]) => stringWidth(left)));
  const beside = width - margin - first - 2 >= 24;
  return rows.flatMap(([left, right]) =>
    beside
      ? [hang(" ".repeat(margin) + padTo(left, first + 2), right, width)]
      : [indent(left, width, margin), indent(right, width, margin + 2)],
  );
}

/** Wrapped texts with a word to the right of each one's first line, all words in one column. */
export function wordsBeside(rows: ReadonlyArray<readonly [string, string | undefined]>): string[] {
  const column =
    Math.max(0, ...rows.flatMap(([text]) => text.split("\n").map((line) => stringWidth(line)))) + 2;
  return rows.map(([text, word]) => {
    if (!word) return text;
    const [first = "", ...others] = text.split("\n");
    return [padTo(first, column) + word, ...others].join("\n");
  });
}

/** Blocks with one blank line between them; empty ones are left out. Ends in a line feed. */
export function stack(blocks: ReadonlyArray<string | readonly string[] | undefined>): string {
  const texts = blocks.map((block) =>
    typeof block === "string" ? block : (block ?? []).join("\n"),
  );
  return `${texts.filter((text) => text !== "").join("\n\n")}\n`;
}
