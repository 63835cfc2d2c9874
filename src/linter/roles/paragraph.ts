import { findStepWord } from "./form.ts";
import type { Part } from "./part.ts";

/** Splits a paragraph into the lines that its author meant. A problem is a whole paragraph. */
export function splitParagraph(parts: readonly Part[], isProblem: boolean): Part[][] {
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
