import { findStepWord } from "./form.ts";
import type { Part } from "./part.ts";

/** Splits a paragraph into the lines that its author meant. A problem is a whole paragraph. */
export function splitParagraph(parts: readonly Part[], isProblem: boolean): Part[][] {
  if (isListOfLines(parts) && !isProblem) return parts.map((part) => [part]);
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const before = last?.at(-1)?.text.trim() ?? "";
    if (last && continuesBelow(before, part.text.trim(), isProblem)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** Returns true if a line goes on in the next one: it is long, and its sentence is not over. */
function continuesBelow(before: string, next: string, isProblem: boolean): boolean {
  if (isProblem) return true;
  if (/[.!?:;]["')\]]?$/.test(before)) return false;
  if (/^\p{Ll}/u.test(next) && findStepWord(next) !== undefined) return true;
  return before.length >= 65 || (before.length >= 40 && /^[\p{Ll}\p{N}("'`]/u.test(next));
}

/** Three lines or more that all start with a capital and end without a mark are one each. */
function isListOfLines(parts: readonly Part[]): boolean {
  const lines = parts.map(({ text }) => text.trim());
  return lines.length > 2 && lines.every((line) => /^\p{Lu}.*[^.!?:;,]$/u.test(line));
}
