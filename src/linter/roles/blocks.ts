import { findStepWord } from "./form.ts";
import type { Part } from "./part.ts";
import { startsStepLine } from "./scenario.ts";
import { isTitleOnly } from "./section.ts";
import { type ReadableText, readVerbatim, type SkipReason, type Unclosed } from "./verbatim.ts";

/** One piece of a text, by its layout alone. */
export type Block =
  | { type: "heading"; level: number; parts: Part[] }
  | { type: "skipped"; why: SkipReason | "rule" | "link" | "indented code"; parts: Part[] }
  | { type: "text"; list: boolean; checkbox: boolean; indent: number; parts: Part[] }
  | { type: "row"; head: boolean; parts: Part[] }
  | { type: "gherkin"; parts: Part[] };

/** Patterns for the start of a line read only this much of it, so that any line is fast. */
const MAX_START = 300;
const atx = /^\s{0,3}(#{1,6})(?=\s|$)/;
const jiraHeading = /^\s*h([1-6])\.(?=\s)/;
const setext = /^\s{0,3}(=+|-{2,})\s*$/;
const rule = /^\s{0,3}([-*_])\s*(?:\1\s*){2,}$/;
const listMark =
  /^([\s>]*)(?:\d{1,2}\.(?=\p{Lu}\p{Ll}+\s)|(?:[-*+\u2022\u00b7\u25aa\u25e6\u25cf\u2013]|\(?\d{1,3}(?:\.\d{1,3})*\\?[.)]|\(?[a-zA-Z][)]|\*{2,4}|#{1,4}(?=\s+\S))\s+)/u;
/** The marks of a block quote. Its headings, labels and entries are those of the text. */
const quoteMark = /^\s{0,3}(?:>\s?)+/;
const linkDefinition = /^\s{0,3}\[[^\]]{1,200}\]:\s*\S/;
/** A line of nothing but a hard break ends a paragraph too. */
const hardBreak = /^\s*\\\s*$/;
const checkboxMark = /^[\s>]*(?:[-*+]|\d{1,3}[.)])?\s*\[[ xX-]?\]\s/;

/** Splits a text into blocks. */
export function readBlocks(text: string): { blocks: Block[]; unclosed?: Unclosed } {
  const readable = readVerbatim(text);
  const reader = new BlockReader(readable);
  for (const index of readable.lines.keys()) reader.readLine(index);
  const { unclosed } = readable;
  return { blocks: reader.blocks, ...(unclosed ? { unclosed } : {}) };
}

class BlockReader {
  readonly blocks: Block[] = [];
  private open: Extract<Block, { type: "text" }> | undefined;
  private inList = false;
  private inTable = false;
  private readonly text: ReadableText;
  private readonly isJira: boolean;
  private readonly isFeature: boolean;

  constructor(text: ReadableText) {
    this.text = text;
    this.isJira = text.lines.some((line) => jiraHeading.test(line));
    const first = text.lines.find((line) => line.trim() !== "" && !/^\s*[@#]/.test(line)) ?? "";
    this.isFeature = /^\s*(?:Feature|Scenario(?: Outline)?|Rule|Ability):/.test(first);
  }

  readLine(index: number): void {
    const part = this.readPart(index);
    const why = this.text.skipped.get(index) ?? findSkipped(part.text);
    if (why) this.close({ type: "skipped", why, parts: [part] });
    else if (part.text.trim() === "") this.endParagraph();
    else if (this.isFeature || this.text.gherkin.has(index))
      this.close({ type: "gherkin", parts: [part] });
    else if (!this.readTitle(part) && !this.readRow(part, index)) this.readText(part);
  }

  /** Returns a line without the marks of a block quote, and without a hard break at its end. */
  private readPart(index: number): Part {
    const line = this.text.lines[index] ?? "";
    const offset = this.text.skipped.has(index) ? 0 : (quoteMark.exec(line)?.[0].length ?? 0);
    const text = line.slice(offset);
    return { line: index + 1, offset, text: hardBreak.test(text) ? text : text.replace(/\\$/, "") };
  }

  private close(block?: Block): void {
    this.open = undefined;
    if (block) this.blocks.push(block);
  }

  private endParagraph(): void {
    this.open = undefined;
    this.inTable = false;
  }

  /** Reads headings and horizontal rules. */
  private readTitle(part: Part): boolean {
    const start = part.text.slice(0, MAX_START);
    const match = (!this.isJira && atx.exec(start)) || jiraHeading.exec(start);
    if (match) {
      const [{ length }, mark = ""] = match;
      const text = part.text.slice(length).replace(/#+\s{0,9}$/, "");
      const offset = part.offset + length;
      this.addHeading(Number(mark) || mark.length, [{ ...part, offset, text }]);
      return true;
    }
    const above = this.blocks.at(-1);
    if (setext.test(start) && above?.type === "text" && isRightAbove(above, part)) {
      this.blocks.pop();
      this.addHeading(start.includes("=") ? 1 : 2, [...above.parts, part]);
      return true;
    }
    if (!rule.test(start)) return false;
    this.close({ type: "skipped", why: "rule", parts: [part] });
    return true;
  }

  private addHeading(level: number, parts: Part[]): void {
    this.inList = false;
    this.close({ type: "heading", level, parts });
  }

  /** Reads a row of a table: between bars, or above or below a row of hyphens. */
  private readRow(part: Part, index: number): boolean {
    const text = part.text.trim();
    if (!text.includes("|")) return false;
    const isDelimiter = isDelimiterRow(text);
    const isHead = text.startsWith("||") || isDelimiterRow(this.text.lines[index + 1] ?? "");
    const isRow = (text.startsWith("|") && text.endsWith("|")) || this.inTable;
    if (!isDelimiter && !isHead && !isRow) return false;
    this.inTable = true;
    if (isDelimiter) this.close({ type: "skipped", why: "rule", parts: [part] });
    else this.close({ type: "row", head: isHead, parts: splitRow(part) });
    return true;
  }

  private readText(part: Part): void {
    const start = part.text.slice(0, MAX_START);
    const checkbox = checkboxMark.test(start);
    const next = (this.text.lines[part.line] ?? "").slice(0, MAX_START);
    const isList = checkbox || listMark.test(start);
    if (!isList && this.isIndentedCode(start))
      this.close({ type: "skipped", why: "indented code", parts: [part] });
    else if (!isList && this.open && !startsNewLine(start, this.open, next))
      this.open.parts.push(part);
    else this.addText(part, start, isList, checkbox);
  }

  private addText(part: Part, start: string, isList: boolean, checkbox: boolean): void {
    this.inList = isList || (this.inList && /^\s/.test(start));
    const indent = part.offset + start.length - start.trimStart().length;
    const block = { type: "text" as const, list: isList, checkbox, indent, parts: [part] };
    this.close(block);
    if (isList || !isTitleOnly(start)) this.open = block;
  }

  /** Four spaces after an empty line are code, but not in a list, and not before a step. */
  private isIndentedCode(text: string): boolean {
    return (
      !this.open &&
      !this.inList &&
      /^(?: {4}|\t)/.test(text) &&
      findStepWord(text.trim()) === undefined
    );
  }
}

/** A step, a label or a link alone starts a new line, although no empty line comes before it. */
function startsNewLine(text: string, open: { parts: Part[] }, next: string): boolean {
  return (
    startsStepLine(text.trim(), open.parts, next) ||
    isTitleOnly(text) ||
    /^\s*!?\[[^\]]*\]\([^)]*\)\s*$/.test(text) ||
    /^\s*(?:\*\*|__)(?:[^*_]{1,60}:(?:\*\*|__)|[^*_]{1,60}(?:\*\*|__)\s?:|(?:as an?|i want|so that)\b)/i.test(
      text,
    )
  );
}

function findSkipped(text: string): "link" | "rule" | undefined {
  if (hardBreak.test(text)) return "rule";
  return linkDefinition.test(text.slice(0, MAX_START)) ? "link" : undefined;
}

function isDelimiterRow(line: string): boolean {
  const text = line.trim();
  return text.includes("|") && text.length < 2000 && /^[|:\s-]+$/.test(text) && text.includes("--");
}

/** Splits a row at its bars, except those in code or after a backslash. Keeps empty cells. */
function splitRow({ line, offset, text }: Part): Part[] {
  const cells: Part[] = [{ line, offset, text: "" }];
  for (const { 0: piece, index } of text.matchAll(/`[^`]*`|\\.|\|{1,2}|[^|`\\]+|./g)) {
    const last = cells.at(-1) as Part;
    if (piece.startsWith("|"))
      cells.push({ line, offset: offset + index + piece.length, text: "" });
    else last.text += piece;
  }
  const isEdge = (cell: Part | undefined) => cell?.text.trim() === "";
  const inner = cells.slice(isEdge(cells[0]) ? 1 : 0, isEdge(cells.at(-1)) ? -1 : undefined);
  return inner.length > 0 ? inner : cells.slice(0, 1);
}

/** Returns true if a line of a paragraph stands right above another line. */
function isRightAbove({ list, parts }: Extract<Block, { type: "text" }>, { line }: Part): boolean {
  return !list && parts.at(-1)?.line === line - 1;
}
