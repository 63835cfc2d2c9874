import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

/** Plain ASCII without spaces at the ends, which needs no wrapping if it fits on a line. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** A link, also when escaped for markdown, or an absolute path. Wrapping would make it useless. */
const LINK = new RegExp(
  String.raw`((?:(?:https?|ftp|file)\\?:\/\/|mailto:|www\\?\.)[!-~]+` +
    String.raw`|(?<![!-~])["'(]?(?:~?\/\w|[a-z]:\\)[!-~]+)`,
  "i",
);

const QUOTED = String.raw`"[^"\n]{0,200}"|'[^'\n]{0,200}'`;
/** What follows an option: a word, a path, a text in quotes, or a name with one of them. */
const VALUE = String.raw`(?:[\w.-]+=)?(?:${QUOTED}|[\w.:\/~-]*[\w\/])`;

/** A command in a sentence, with what may follow: copied in two rows, it would fail. */
const COMMAND = new RegExp(
  String.raw`\b(?:npx )?builder-pm [a-z][\w-]*(?: [a-z][\w-]*)?` +
    String.raw`(?: (?:--?[a-z][\w-]*(?:[ =]${VALUE})?|${QUOTED}))*(?: > [\w./-]*\w)?`,
  "g",
);

/** What someone types to change a line of a list, in quotes: in two rows, nobody could read it. */
const TYPED = /"\d+: [^"\n]{1,20}"/g;

/** Stands for a space that isn't broken at: no text has this noncharacter. */
const TIED_SPACE = "\uFDD0";

const TIED_COMMAND = `builder-pm${TIED_SPACE}`;

/** Ties the last two words of a text, so that no line has only the last one. */
export function tieEnd(text: string): string {
  const at = text.lastIndexOf(" ");
  return at < 0 ? text : `${text.slice(0, at)}${TIED_SPACE}${text.slice(at + 1)}`;
}

/**
 * Wraps text into lines of at most `width` columns. Cuts longer words, but never a link or a
 * command, which has a line of its own then.
 */
function wrapLines(text: string, width: number): string[] {
  if (text.length <= width && PLAIN.test(text)) return [text];
  const columns = Math.max(width, 20);
  const tie = (words: string) => words.replaceAll(" ", TIED_SPACE);
  const tied = text.replace(COMMAND, tie).replace(TYPED, tie);
  return wrapWords(tied, columns).map((line) => line.replaceAll(TIED_SPACE, " "));
}

function wrapWords(text: string, columns: number): string[] {
  const hasCommand = text.includes(TIED_COMMAND);
  if (!hasCommand && !LINK.test(text))
    return wrapAnsi(text, columns, { hard: true, trim: true }).split("\n");
  const isLong = (word: string) => stringWidth(word) > columns && !word.includes(TIED_COMMAND);
  const words = text
    .split(" ")
    .map((word) => (isLong(word) ? cutAroundLinks(word, columns) : word));
  return wrapAnsi(words.join(" "), columns, { trim: true }).split("\n");
}

/** Cuts a long word into rows, with each link on its own row. */
function cutAroundLinks(word: string, columns: number): string {
  const parts = word.split(LINK).filter((part) => part !== "");
  return parts
    .map((part) => (LINK.test(part) ? part : wrapAnsi(part, columns, { hard: true })))
    .join("\n");
}

/** Wraps each line of a text, keeping its indentation or hanging it below its list mark. */
export function breakAtWords(text: string, width: number): string {
  const lines = text.split("\n").map((line) => breakLine(line, width));
  return lines.join("\n");
}

/**
 * Wraps a message or help text. Never breaks a command to paste, and puts it on its own line if
 * needed. Keeps the second column of a list in its column.
 */
export function breakMessage(text: string, width: number): string {
  const lines = text
    .split("\n")
    .map((line) => (stringWidth(line) <= width ? line : breakMessageLine(line, width)));
  return lines.join("\n");
}

function breakMessageLine(line: string, width: number): string {
  if (/^\s*(?:(?:npx )?'?builder-pm|cd|echo) /.test(line)) return line;
  const [, words, command] =
    /^(.*\S[:?]) ((?:(?:npx )?builder-pm(?: (?!.* {2})[^()]*)?)|cd \S.*)$/.exec(line) ?? [];
  if (words && command) {
    const columns = stringWidth(command);
    // A command that just fits has no room for an indentation, which would break it.
    const margin = columns <= width && columns + 2 > width ? "" : "  ";
    return `${breakAtWords(words, width)}\n${margin}${command}`;
  }
  const [, entry = "", about = ""] = /^( {2}\S.*? {2,})(\S.*)$/.exec(line) ?? [];
  return entry !== "" && width - entry.length >= 20
    ? hang(entry, about, width)
    : breakAtWords(line, width);
}

function breakLine(line: string, width: number): string {
  const quote = /^ *> /.exec(line)?.[0];
  if (quote !== undefined) {
    const inside = breakLine(line.slice(quote.length), width - quote.length);
    return inside.replace(/^/gm, quote);
  }
  const lead = /^ *(?:- (?:\[.\] )?|\d{1,2}\. )?/.exec(line)?.[0] ?? "";
  return hang(lead, line.slice(lead.length), width);
}

/** Puts short pieces side by side on as many lines as needed, without breaking any. */
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

/** Wraps text after `first`, aligning the following lines with the text. */
export function hang(first: string, text: string, width: number): string {
  const indent = " ".repeat(stringWidth(first));
  const lines = wrapLines(text, width - indent.length);
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd()).join("\n");
}

/** Wraps text, indenting every line by `columns`. */
export function indent(text: string, width: number, columns = 2): string {
  return hang(" ".repeat(columns), text, width);
}

/** Returns the width of a text in columns. Wide characters count as two. */
export function measure(text: string): number {
  return stringWidth(text);
}

/** Pads text with spaces to `width` columns. Wide characters count as two. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/**
 * Renders two columns, the first as wide as its widest text. Puts the second below the first if
 * there are fewer than 24 columns left for it.
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

/** Adds a note to the right of the first line of each wrapped text, all in one column. */
export function addNotes(rows: ReadonlyArray<readonly [string, string | undefined]>): string[] {
  const column =
    Math.max(0, ...rows.flatMap(([text]) => text.split("\n").map((line) => stringWidth(line)))) + 2;
  return rows.map(([text, note]) => {
    if (!note) return text;
    const [first = "", ...others] = text.split("\n");
    return [padTo(first, column) + note, ...others].join("\n");
  });
}

/** Joins blocks with a blank line between them, leaving out empty ones. Ends in a line feed. */
export function stack(blocks: ReadonlyArray<string | readonly string[] | undefined>): string {
  const texts = blocks.map((block) =>
    typeof block === "string" ? block : (block ?? []).join("\n"),
  );
  return `${texts.filter((text) => text !== "").join("\n\n")}\n`;
}
