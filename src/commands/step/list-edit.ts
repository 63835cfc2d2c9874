import { cleanLine } from "../../domain/text/clean.ts";
import { splitEntries } from "../../domain/text/entries.ts";

/** One edit of a list: the lines that go to a place, or no lines to remove the one there. */
export interface ListEdit {
  index: number;
  texts: string[];
  /** What the person would type to do the same again: `2: ` before the new text of line 2. */
  lead: string;
}

/** Why a typed line does nothing, and what of it can still be added as a line. */
export interface NoListEdit {
  problem: string;
  draft?: string | undefined;
}

/** Parses what a typed line does to a list of `length` lines. */
export function parseListEdit(typed: string, length: number): ListEdit | NoListEdit {
  const [, removed] = /^-(\d+)$/.exec(typed) ?? [];
  if (removed !== undefined) return parseRemoval(Number(removed), length);
  const [, number, text = ""] = /^(\d+):(?:\s+(.+))?$/.exec(typed) ?? [];
  return number === undefined
    ? { index: length, texts: splitEntries(typed), lead: "" }
    : parseChange(Number(number), text, length);
}

function parseChange(number: number, text: string, length: number): ListEdit | NoListEdit {
  const isThere = number >= 1 && number <= length;
  if (text === "") return { problem: isThere ? describeLineKeys(number) : describeMissing(number) };
  const texts = [cleanLine(text)];
  if (isThere) return { index: number - 1, texts, lead: `${number}: ` };
  // "3: text" is a new line after two others, as in a numbered list.
  const isNext = length === 0 || number === length + 1;
  return isNext
    ? { index: length, texts, lead: "" }
    : { problem: describeMissing(number), draft: text };
}

function parseRemoval(number: number, length: number): ListEdit | NoListEdit {
  const isThere = number >= 1 && number <= length;
  return isThere
    ? { index: number - 1, texts: [], lead: "" }
    : { problem: describeMissing(number) };
}

function describeMissing(number: number): string {
  return `There is no line ${number}.`;
}

function describeLineKeys(number: number): string {
  return `To change line ${number}, type "${number}: new text". To delete it, type "-${number}".`;
}
