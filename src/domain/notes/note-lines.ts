import { splitLines } from "../text/clean.ts";
import { type NoteLine, readNoteLine } from "./note-line.ts";
import { removeSenders } from "./senders.ts";

const FENCE = /^\s*(?:```|~~~|\{(?:code|noformat)\b[^}]*\})/;
/** The marks of a tracker or of HTML around text. A panel's title is a heading. */
const PANEL = /^\s*\{panel:(?:[^}]*\|)?title=([^}|]+)[^}]*\}\s*$/;
const FORM = /\{(?:panel|quote|color)\b[^{}]*\}|<\/?[a-z][^<>]*>/gi;
const FOLDED = /^.*<summary>(.+)<\/summary>\s*$/i;
/** "[9:04] fitz: " before a message of a chat. */
const SENDER = /^(\s*)\[\d{1,2}:\d{2}(?:\s?[ap]m)?\]\s+[\w.-]+:\s+/i;
const QUOTE = /^\s*\{quote\}([^{}]+)\{quote\}\s*$/;
/** A line that starts with a label of a few words, also in bold. */
const LABELED = /^(\s*(?:[-*+\u2022]\s+)?)((?:\*\*)?\p{L}[\p{L} '\u2019-]{0,40}:(?:\*\*)?)(?=\s)/u;
const PICTURE = /^\s*!(?:\[[^\]]*\]\([^)]*\)|[^!\s]+\.\w+(?:\|[^!]*)?!)\s*$/;

/** Reads notes line by line. Leaves out comments, front matter and the marks of code. */
export function readLines(text: string): NoteLine[] {
  const lines = markQuotes(unmarkRemarks(splitLines(blankOutComments(text)))).map(removeForm);
  const raw = removeSenders(lines);
  const isJira = raw.some((line, index) => isOfJira(line, raw[index + 1] ?? ""));
  const isMarkdown = raw.some((line) => /^\*\*[^*\s]/.test(line));
  const start = findTextStart(raw);
  return listCode(raw, start).flatMap((isCode, at) => {
    const index = start + at;
    if (isCode === undefined) return [];
    const before = raw[index - 1]?.trim() ?? "";
    const after = raw[index + 1]?.trim() ?? "";
    const around = { before, after, isCode, isJira, isMarkdown };
    const pieces = isCode ? [raw[index] ?? ""] : splitAtLabel(raw[index] ?? "");
    return pieces.map((piece) => readNoteLine(piece, index + 1, around));
  });
}

/** Splits "Not: mails. Not: a page." at the label that is repeated in it. */
function splitAtLabel(line: string): string[] {
  const [, start = "", label = ""] = LABELED.exec(line) ?? [];
  if (label === "") return [line];
  const [first = "", ...others] = line.slice(start.length + label.length).split(` ${label} `);
  // A label in the middle of a sentence is only a word of it.
  if (others.length === 0 || ![first, ...others.slice(0, -1)].every(endsPiece)) return [line];
  return [first, ...others].map((piece) => `${start}${label} ${piece.replace(/[;,]?\s*$/, "")}`);
}

function endsPiece(text: string): boolean {
  return /[.?!;,]["'\u201d)]*\s*$/.test(text);
}

/** Jira writes "h2. Heading". Its `#` numbers a list: no other form has two headings in a row. */
function isOfJira(line: string, after: string): boolean {
  return /^\s*h[1-6]\.\s/.test(line) || (/^#\s/.test(line) && /^#\s/.test(after));
}

/** Says of each line from `start` on whether it is code; undefined for lines to leave out. */
function listCode(raw: readonly string[], start: number): (boolean | undefined)[] {
  let isCode = false;
  let header = -1;
  return raw.slice(start).map((line, at) => {
    if (!FENCE.test(line)) return start + at === header ? undefined : isCode;
    isCode = !isCode;
    header = isCode ? findDiagramOrColumns(raw, start + at) : -1;
    return undefined;
  });
}

/** Returns the index of a first line that isn't data: the kind of a diagram, or column titles. */
function findDiagramOrColumns(raw: readonly string[], fence: number): number {
  const isDiagram = /mermaid/i.test(raw[fence] ?? "");
  const first = raw[fence + 1] ?? "";
  return isDiagram || /^[a-z_]+(?:,[a-z_]+)+$/.test(first) ? fence + 1 : -1;
}

/** Returns the index of the first line after the front matter. */
function findTextStart(raw: readonly string[]): number {
  if (raw[0]?.trim() !== "---") return 0;
  const end = raw.findIndex((line, index) => index > 0 && line.trim() === "---");
  const isFields = raw.slice(1, end).every((line) => /^(?:\s*|\s*-\s.*|\s*[\w-]+:.*)$/.test(line));
  return end > 0 && isFields ? end + 1 : 0;
}

/** Empties comments, but keeps their lines, so that the numbers of the others stay true. */
function blankOutComments(text: string): string {
  // Without this limit, each comment that never ends would be looked for to the end of the text.
  const end = text.lastIndexOf("-->") + 3;
  if (end < 3) return text;
  const closed = text.slice(0, end).replace(/<!--[\s\S]*?-->/g, keepLineBreaks);
  return closed + text.slice(end);
}

function keepLineBreaks(comment: string): string {
  return comment.replace(/[^\r\n]+/g, "");
}

function removeForm(line: string): string {
  if (PICTURE.test(line)) return "";
  const [, quote] = QUOTE.exec(line) ?? [];
  if (quote) return `> ${quote}`;
  const [, panel] = PANEL.exec(line) ?? [];
  const title = panel ?? FOLDED.exec(line)?.[1];
  return title ? `**${title}**` : line.replace(FORM, "").replace(SENDER, "$1- ");
}

/** Marks what stands between two lines of "{quote}" like any other quote. */
function markQuotes(raw: readonly string[]): string[] {
  const isMark = (line: string) => line.trim() === "{quote}";
  let open = raw.filter(isMark).length;
  const isPair = open % 2 === 0;
  return raw.map((line) => {
    if (isMark(line)) open -= 1;
    return isPair && open % 2 === 1 && !isMark(line) && line.trim() ? `> ${line}` : line;
  });
}

/** In a file in the form of Gherkin, `#` is no heading but a remark, and `@` a tag. */
function unmarkRemarks(raw: string[]): string[] {
  const isRemark = (line: string) => /^\s*[#@]/.test(line);
  const first = raw.find((line) => line.trim() !== "" && !isRemark(line)) ?? "";
  if (!/^\s*feature:/i.test(first)) return raw;
  return raw.map((line) => (/^\s*@/.test(line) ? "" : line.replace(/^\s*#+\s*/, "")));
}
