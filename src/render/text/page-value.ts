import { capitalize } from "../../domain/text/words.ts";
import { FOLDER_LABEL, LEFT_EMPTY, LEFT_OUT } from "../page/answer-words.ts";
import type { ChangeView, CheckNote, JudgedCheck, Line, PageValue } from "../page/value.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { quoteAnswer, quoteEntries, toOneLine } from "./quoted.ts";

/** How answers are written: quoted as they were typed, for an agent, or escaped. */
export interface ValueStyle {
  isQuoted: boolean;
}

/** Renders what a placeholder stands for as markdown; "" for nothing. */
export function renderValue(value: PageValue, style: ValueStyle): string {
  switch (value.kind) {
    case "nothing":
      return "";
    case "left-empty":
      return LEFT_EMPTY;
    case "words":
      return value.lines.map((line) => renderLine(line, style)).join("\n");
    case "answer":
      return value.lines.map((line) => renderAnswerLine(line, style)).join("\n");
    case "list":
      return renderLines(value.lines, style, value.isPlain ?? false);
    case "picks":
      return value.lines.map((line) => renderPick(line, style)).join("\n");
    case "judged":
      return value.checks.map((check) => renderCheck(check, style)).join("\n");
    case "sum":
      return `${value.parts.map(({ words }) => chooseSafe(style)(words)).join("; ")}.`;
    case "amendments":
      return value.changes.map(renderChange).join("\n");
    case "place":
      return `${FOLDER_LABEL} ${renderPath(value.path, style)}`;
    case "traced":
      return renderTraced(value, style);
  }
}

function renderTraced(
  { answer, leftOut }: Extract<PageValue, { kind: "traced" }>,
  style: ValueStyle,
): string {
  const safe = chooseSafe(style);
  const lines = leftOut.map((text) => listEntry(safe(text))).join("\n");
  return [renderValue(answer, style), `${safe(LEFT_OUT)}\n\n${lines}`].filter(Boolean).join("\n\n");
}

function chooseSafe({ isQuoted }: ValueStyle): (text: string) => string {
  return isQuoted ? toOneLine : escapeMarkdown;
}

/** Renders a path as code, which needs no backslash before its own. */
function renderPath(path: string, style: ValueStyle): string {
  const shown = toOneLine(path);
  return shown.includes("`") ? chooseSafe(style)(path) : `\`${shown}\``;
}

/** Says which bytes were written for an agent. */
export function describeHash({ name, sha256 }: { name: string; sha256: string }): string {
  return `Fingerprint of ${name}, to check that it is the file the agent got (SHA-256): ${sha256}`;
}

function renderLine(line: Line, style: ValueStyle): string {
  return chooseSafe(style)(line.text) + renderLineNotes(line, style);
}

function renderLineNotes({ notes = [] }: Pick<Line, "notes">, style: ValueStyle): string {
  return notes.map((note) => ` (${chooseSafe(style)(note)})`).join("");
}

function renderAnswerLine(line: Line, style: ValueStyle): string {
  if (!style.isQuoted || line.text === "") return renderLine(line, style);
  return quoteAnswer(line.text) + renderLineNotes(line, style);
}

/** Renders a list. Entries that are judged later get a number. */
function renderLines(lines: readonly Line[], style: ValueStyle, isPlain: boolean): string {
  const isNumbered = lines.some(({ number }) => number !== undefined);
  if (style.isQuoted && !isNumbered && !isPlain) return quoteEntries(lines.map(({ text }) => text));
  return lines
    .map((line) => {
      const number = line.number === undefined ? "" : `**C${line.number}** `;
      return listEntry(number + renderLine(line, style));
    })
    .join("\n");
}

function renderPick({ text, mark, notes = [] }: Line, style: ValueStyle): string {
  if (style.isQuoted)
    return listEntry(`${capitalize(mark?.words ?? "not tried")}:\n${quoteEntries([text])}`);
  const said = [...(mark ? [mark.words] : []), ...notes].map(escapeMarkdown).join(", ");
  return listEntry(escapeMarkdown(text) + (said ? ` (${said})` : ""));
}

/** Renders a block for a check: the verdict, the check, and what else was said about it. */
function renderCheck(check: JudgedCheck, style: ValueStyle): string {
  const { name, verdict, text, notes, said, pictures } = check;
  const safe = chooseSafe(style);
  return [
    listEntry(`**${name} ${safe(verdict)}:** ${safe(text)}`),
    ...notes.map((note) => listEntry(renderCheckNote(note, style), { depth: 1 })),
    ...pictures.map(({ alt }) => listEntry(`Picture: ${alt}`, { depth: 1 })),
    ...(said === undefined ? [] : [listEntry(`The agent said: ${said}`, { depth: 1 })]),
  ].join("\n");
}

function renderCheckNote({ name, text, notes, isTyped }: CheckNote, style: ValueStyle): string {
  const safe = chooseSafe(style);
  if (style.isQuoted && isTyped) return `${safe(name)}\n${quoteAnswer(text)}`;
  return `${safe(name)} ${safe(text)}${renderLineNotes({ notes }, style)}`;
}

/** Renders a change to a locked step. */
export function renderChange({ when, about, because, texts }: ChangeView): string {
  return [
    listEntry(`${when}. ${escapeMarkdown(about)}`),
    ...[
      `Because: ${escapeMarkdown(because)}`,
      ...texts.map(({ name, texts }) => `${name}: ${joinTexts(texts)}`),
    ].map((note) => listEntry(note, { depth: 1 })),
  ].join("\n");
}

function joinTexts(texts: readonly string[]): string {
  if (texts.length < 2) return texts.map(escapeMarkdown).join("") || "nothing";
  return texts.map((text) => escapeMarkdown(text.replace(/\.$/, ""))).join("; ");
}
