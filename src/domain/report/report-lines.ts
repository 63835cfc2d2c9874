import { splitLines } from "../text/clean.ts";
import { readHtml } from "./report-html.ts";
import { type ReportLine, readReportLine } from "./report-line.ts";
import { findReportTopic, isReportTitle } from "./report-topics.ts";
import { compileForm } from "./wide-form.ts";

const FENCE = /^\s*(`{3,}|~{3,})\s*([^`]*)$/;
const MESSAGE = compileForm(
  String.raw`
    ^\s*(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\]?\s+)?(?:#{1,6}\s+)?(?:\*\*|
    __)?([\p{L}][\p{L} .'-]{0,30}?)(?:\*\*|__)?(?:\s*\([^()]{0,40}\))?\s*:(?:\*\*|
    __)?(?:\s|$)
  `,
  "iu",
);
const STAMP = /^\s*\[?\d{1,2}:\d{2}/;
const PEOPLE = /^(?:user|me|human|you|pm|product manager|person)$/i;
const AGENTS = compileForm(
  String.raw`
    ^(?:assistant|agent|ai|bot|model|claude(?: code)?|codex|cursor|gemini(?: cli)?|
    copilot|opencode|chatgpt|gpt[\w.-]*|aider|windsurf|devin|cline|coding agent|response)$
  `,
  "i",
);

/** Reads a report line by line. Leaves out what other people wrote, quotes and comments. */
export function readReportLines(text: string): ReportLine[] {
  const raw = dropPeople(unquote(limitLines(splitLines(readHtml(blankOutRemarks(text))))));
  return joinWrapped(readFenced(raw)).map((line, index, lines) =>
    underline(line, lines[index + 1]),
  );
}

const MAX_LINES = 10_000;
/** How many of them are the first ones: a report stands at the end of a conversation, or first. */
const FIRST_LINES = 2000;
const MAX_CODE_LINES = 100;

/** Of a very long text, keeps the first and last lines, and the start of each passage of code. */
function limitLines(raw: string[]): string[] {
  if (raw.length <= MAX_LINES) return raw;
  let codeLines = -1;
  const kept = raw.filter((line) => {
    if (FENCE.test(line)) codeLines = codeLines < 0 ? 0 : -1;
    else if (codeLines >= 0) codeLines++;
    return codeLines <= MAX_CODE_LINES;
  });
  if (kept.length <= MAX_LINES) return kept;
  return [...kept.slice(0, FIRST_LINES), ...kept.slice(FIRST_LINES - MAX_LINES)];
}

/** Empties HTML comments, so that nothing hidden is read. */
function blankOutRemarks(text: string): string {
  const end = text.lastIndexOf("-->") + 3;
  if (end < 3) return text;
  const parts: string[] = [];
  let at = 0;
  for (let from = text.indexOf("<!--"); from >= 0 && from < end; from = text.indexOf("<!--", at)) {
    parts.push(text.slice(at, from));
    at = text.indexOf("-->", from) + 3;
    if (at < 3) break;
  }
  return parts.join("") + text.slice(at);
}

/** Removes the marks of a quote if nearly everything is quoted; else the quoted lines. */
function unquote(raw: readonly string[]): string[] {
  const isQuoted = (line: string) => /^\s*>/.test(line);
  const filled = raw.filter((line) => line.trim() !== "");
  const quoted = filled.filter(isQuoted).length;
  if (quoted > filled.length * 0.7) return raw.map((line) => line.replace(/^\s*>\s?/, ""));
  return raw.map((line) => (isQuoted(line) ? "" : line));
}

/** Leaves out the messages of people in a chat log. */
function dropPeople(raw: readonly string[]): string[] {
  const isAgent = (sender = "") => AGENTS.test(sender);
  if (!raw.some((line) => isAgent(findSender(line)))) return [...raw];
  let isPerson = false;
  return raw.map((line) => {
    const sender = findSender(line) ?? "";
    const isOther = PEOPLE.test(sender) || (sender !== "" && STAMP.test(line));
    if (isAgent(sender) || isOther) isPerson = !isAgent(sender);
    if (isPerson) return "";
    return isAgent(sender) ? line.replace(MESSAGE, "") : line;
  });
}

function findSender(line: string): string | undefined {
  const sender = MESSAGE.exec(line.slice(0, 120))?.[1]?.trim();
  return sender ?? /^\s*(?:#{1,6}\s+|\*\*)(user|assistant|human)\**\s*$/i.exec(line)?.[1];
}

/** A fence that is open: its mark, and its number, which is below 0 for code. */
interface Fence {
  mark: string;
  id: number;
}

/** Reads the lines of code fences as code, unless a fence holds the report itself. */
function readFenced(raw: readonly string[]): ReportLine[] {
  const open: Fence[] = [];
  const json = findBareJson(raw);
  let count = 0;
  const toggle = (mark: string, info: string, index: number) => {
    const inner = open.at(-1);
    if (inner && info.trim() === "" && isClosing(mark, inner, raw[index + 1])) open.pop();
    else if (!isCode(inner)) open.push({ mark, id: isReportFence(raw, index) ? ++count : -1 });
  };
  return raw.map((line, index) => {
    const [, mark, info = ""] = FENCE.exec(line) ?? [];
    if (mark) toggle(mark, info, index);
    const outer = Math.max(0, open[0]?.id ?? 0);
    if (mark) return readReportLine("", outer);
    const isOfCode = isCode(open.at(-1)) || (index > json.start && index < json.end);
    return isOfCode ? readCodeLine(line, outer) : readReportLine(line, outer);
  });
}

/** Finds JSON that stands in no fence: from a line with a bracket alone to the last one. */
function findBareJson(raw: readonly string[]): { start: number; end: number } {
  const start = raw.findIndex((line) => /^[{[]\s*$/.test(line));
  const end = raw.findLastIndex((line) => /^[}\]]\s*$/.test(line));
  const isPair = /^\s+(?:"[\w -]{1,40}"\s*:|\{)/.test(raw[start + 1] ?? "");
  return start >= 0 && isPair ? { start, end } : { start: -1, end: -1 };
}

function isCode(fence: Fence | undefined): boolean {
  return fence !== undefined && fence.id < 0;
}

function readCodeLine(line: string, fence: number): ReportLine {
  const blank = readReportLine("", fence);
  return { ...blank, kind: "code", text: line.trim().slice(0, MAX_CODE) };
}

const MAX_CODE = 1000;

/** In a fence that holds a report, marks of the same length may open a fence of code. */
function isClosing(mark: string, inner: Fence, next: string | undefined) {
  if (mark.charAt(0) !== inner.mark.charAt(0) || mark.length < inner.mark.length) return false;
  return inner.id < 0 || (next ?? "").trim() === "";
}

const MAX_LOOK = 12;

/** Returns true if the first words in a fence are the title of a report or of its checks. */
function isReportFence(raw: readonly string[], fence: number): boolean {
  const lines = raw.slice(fence + 1, fence + 1 + MAX_LOOK);
  const first = lines.find((line) => line.trim() !== "" && !/^\s*---\s*$/.test(line));
  if (!first) return false;
  const { kind, text } = readReportLine(first, 0);
  return kind === "heading" && (isReportTitle(text) || findReportTopic(text) !== undefined);
}

const MAX_JOINED = 4000;
const OWN_LINE = compileForm(
  String.raw`
    ^(?:\W{0,4}(?:C|AC|check|criterion)[\s#-]{0,2}\d|\*\*|__|#|\d|\(|\[|
    [\p{Lu}][\p{L} ]{1,30}:|[^\p{L}\p{N}\s"'\x60])
  `,
  "iu",
);

/** Joins the lines of one sentence or entry that an editor has wrapped. */
function joinWrapped(lines: readonly ReportLine[]): ReportLine[] {
  const joined: ReportLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isMore = line.kind === "text" && (last?.kind === "entry" || last?.kind === "text");
    if (last && isMore && !OWN_LINE.test(line.text) && isRoom(last, line))
      last.text = `${last.text} ${line.text}`;
    else joined.push(line);
  }
  return joined;
}

function isRoom(last: ReportLine, line: ReportLine): boolean {
  return last.text.length + line.text.length < MAX_JOINED && last.text.length > 40;
}

/** Reads a line above "===" or "---" as a heading. */
function underline(line: ReportLine, after: ReportLine | undefined): ReportLine {
  const isUnder = after?.kind === "rule" && /^(?:={3,}|-{3,})$/.test(after.text);
  if (line.kind !== "text" || !isUnder || line.text.length > 80) return line;
  return { ...line, kind: "heading", level: after.text.startsWith("=") ? 1 : 2 };
}
