import type { NoteLine } from "./note-line.ts";

/** A label that no question has, a lead-in or a note to oneself: none continues a line. */
const STARTS_ANEW = /^\p{Lu}[^:.!?|]{0,30}: |:$|^todo\b/iu;
/** A line this long may be wrapped: the next one continues it. */
const WRAPPED = 60;
const MAX_SHORT_WORDS = 6;

/** Returns true if a line can't continue the one before. */
export function startsAnew(line: NoteLine): boolean {
  return line.kind === "entry" || line.isCode || STARTS_ANEW.test(line.text);
}

/** What the line before belongs to. */
interface Continued {
  /** True if it's a line of a list. */
  isList: boolean;
  /** True if it came after a label. */
  isInline: boolean;
}

/** Returns true if a line continues the one before: below its mark, or because that is full. */
export function isContinued(
  before: NoteLine,
  line: NoteLine,
  { isList, isInline }: Continued,
): boolean {
  if (before.isCode) return false;
  const isBelow = before.kind === "entry" && line.indent > before.indent;
  const isWrapped = before.text.length >= WRAPPED && !/[.!?:;]$/.test(before.text);
  if (isInline && !isWrapped) return false;
  return isList ? isBelow || isWrapped : before.kind !== "entry" || isBelow;
}

/** Returns true for a few words that aren't a sentence. */
export function isShort({ isCode, text }: NoteLine): boolean {
  return !isCode && !/[.!?:,;\d]$/.test(text) && text.split(" ", 9).length <= MAX_SHORT_WORDS;
}

/** Returns true if an indented list stands below an entry. */
export function isNested(line: NoteLine, after: NoteLine | undefined): boolean {
  return line.kind === "entry" && after?.kind === "entry" && after.indent > line.indent;
}
