import { makeVisible } from "../visible.ts";

// Characters that start markup anywhere in a line, text that would become a link, and marks that
// start a list, heading, quote, table or rule at the beginning of a line.
// An underscore inside a word, as in a file name, starts nothing, and neither does an ampersand
// that spells no entity, as in "R&D".
const ANYWHERE = /[\\`*{}[\]<>|~$]|&(?=#?[a-z0-9]+;)|(?<![a-z0-9])_|_(?![a-z0-9])/gi;
const LINK = /:(?=\/\/)|(?<=www)\.|@/gi;
const SHORTCODE = /:(?=[a-z0-9_+-]+:)/gi;
// A sign before a digit is a number, and a point after one is a decimal point: no list.
const LINE_START = /^([#=:]|[+-](?!\d))|^(\d+)([.)])(?!\S)/;

// What GitHub, GitLab and chats turn into a name, a link or a picture, even behind a backslash:
// @name, @org/team, #12, org/repo#3, GH-3 and :tada:. In a code span they stay as they are. GitHub
// finds a name or a number after anything but an ASCII letter, digit or underscore, which includes
// the end of a code span, so those that touch share one. It finds a picture anywhere. Only two have
// a name of digits, which is a time otherwise.
const PERSON = /@\w+(?:[.-]+\w+)*(?:\/\w+(?:[.-]+\w+)*)?/.source;
const ISSUE = /(?:(?<![.-])[\w.-]{1,100}(?:\/[\w.-]{1,100})?)?#\d+(?!\w)|gh-\d+(?!\w)/.source;
const PICTURE = /:(?:(?=[\d_+-]*[a-z])[a-z0-9_+-]{1,100}|[+-]1|100|1234):/.source;
const REFERENCE = new RegExp(
  `(?:(?<!\\w)(?:${PERSON}|${ISSUE})|${PICTURE})(?:${PERSON}|#\\d+(?!\\w)|${PICTURE})*`,
  "gi",
);

// A link that reads the same with and without markdown: http or https, a name with a dot, and only
// characters that can't start markup, name a person or an issue, or spell an entity. It stands
// alone or in parentheses, and may end a sentence. If the sentence ends in parentheses, markdown-it
// takes its point into a path: "(see https://example.com/a.)".
const NAME = /[a-z0-9](?:[a-z0-9-]*[a-z0-9])?/.source;
const HOST = `${NAME}(?:\\.${NAME})*\\.[a-z]{2,}(?::\\d{2,5})?`;
const PART = /(?:[a-z0-9]|%[0-9a-f]{2})+/.source;
const WORD = `${PART}(?:(?:[.=+-]|[_,](?=[a-z0-9]))${PART})*`;
const PATH = `(?:/${WORD})*/?(?:\\?${WORD}(?:&${WORD})*)?(?:#[a-z]${WORD})?`;
const AFTER_HOST = `(?=[.,!?)]*(?:\\s|$))`;
const AFTER_PATH = `(?=\\)*[.,!?]*(?:\\s|$))`;
const SAFE_LINK = new RegExp(
  `(?<=^|\\s|\\()https?://${HOST}(?:${PATH}${AFTER_PATH}|${AFTER_HOST})`,
  "gi",
);

// Code that reads the same with and without markdown: between single backticks that stand alone or
// in parentheses, and may end a sentence. A dollar sign beside one would start a formula on GitHub.
const CODE = /(?<=^|[\s(])`(?! )[^`\n]+(?<! )`(?=[.,:;!?)]*(?:\s|$))/g;

// Text that isn't typed as code but set as code here: a reference, or the path of a folder.
const OWN_CODE = new RegExp(`^(?:(?:${REFERENCE.source})+|(?:[a-z]:)?[/\\\\].*)$`, "is");

/** Returns true for the inside of a code span that stands for plain text. */
export function isOwnCode(text: string): boolean {
  return OWN_CODE.test(text);
}

/** Nobody sees it where markdown is pasted as plain text, unlike a backslash. */
const LINE_BREAK = "  \n";

/**
 * Escapes what a person typed, so that markdown shows it as typed: no markup, no lists, and
 * no links but those to web addresses that were typed as such.
 */
export function escapeMarkdown(text: string): string {
  const lines = makeVisible(text)
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.map(escapeLine).join(LINE_BREAK);
}

/** Renders a list entry, aligning all lines with the first. `depth` 0 is the outer list. */
export function listEntry(markdown: string, { mark = "-", depth = 0 } = {}): string {
  const margin = "  ".repeat(depth);
  return `${margin}${mark} ${markdown.replaceAll("\n", `\n${margin}  `)}`;
}

function escapeLine(line: string): string {
  const escaped = keepMatches(
    line,
    CODE,
    (code) => !isOwnCode(code.slice(1, -1)),
    escapeAroundCode,
  );
  return escaped.replace(
    LINE_START,
    (_match, mark: string | undefined, digits: string, end: string) =>
      mark ? `\\${mark}` : `${digits}\\${end}`,
  );
}

function escapeAroundCode(text: string): string {
  return keepMatches(text, SAFE_LINK, () => true, escapeMarks);
}

/** Changes a text, except where it matches. */
function keepMatches(
  text: string,
  pattern: RegExp,
  isKept: (match: string) => boolean,
  change: (text: string) => string,
): string {
  let end = 0;
  let changed = "";
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (!isKept(match)) continue;
    changed += change(text.slice(end, index)) + match;
    end = index + match.length;
  }
  return changed + change(text.slice(end));
}

function escapeMarks(text: string): string {
  const references = text.match(REFERENCE) ?? [];
  const between = text.split(REFERENCE).map(escapeCharacters);
  return between
    .map((escaped, index) => escaped + (references[index] ? `\`${references[index]}\`` : ""))
    .join("");
}

function escapeCharacters(text: string): string {
  return text.replace(ANYWHERE, "\\$&").replace(LINK, "\\$&").replace(SHORTCODE, "\\$&");
}
