import type { NoteLine } from "./note-line.ts";
import type { Topic } from "./topics.ts";

/** A label that no question has, a lead-in, a note to oneself or what someone says. */
const STARTS_ANEW = /^\p{Lu}[^:.!?|]{0,30}: |:$|^todo\b|^\p{L}+ (?:asks|asked|says|said|wants)\b/iu;
/** A line this long may be wrapped: the next one continues it. */
const WRAPPED = 60;
const MAX_WRAPPED = 150;

/** Returns true if a line can't continue the one before. */
export function startsAnew(line: NoteLine): boolean {
  return line.kind === "entry" || line.isCode || STARTS_ANEW.test(line.text);
}

/** A story ends with its line, unless the next one goes on with what someone wants, or why. */
function endsEntry(before: NoteLine, { text }: NoteLine): boolean {
  // The reason in a story may be what hurts, or what should change.
  if (before.isCode || /^so that\b/i.test(text)) return true;
  return /^as an? /i.test(before.text) && !/^(?:\p{Ll}|I\b)/u.test(text);
}

const MIN_TYPED = 4;
const MIN_TYPED_SHARE = 0.6;

/** Returns true for notes as typed into a phone: each line a thought, without capital or dot. */
export function isTypedLineByLine(lines: readonly NoteLine[]): boolean {
  const texts = lines.filter(({ kind, isCode }) => kind === "text" && !isCode);
  const typed = texts.filter(({ text }) => /^[^\p{Lu}]/u.test(text) && !/[.!?:,;]$/.test(text));
  return typed.length >= MIN_TYPED && typed.length >= texts.length * MIN_TYPED_SHARE;
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
  if (endsEntry(before, line)) return false;
  const isBelow = before.kind === "entry" && line.indent > before.indent;
  const { length } = before.text;
  const isFull = length >= WRAPPED && length <= MAX_WRAPPED;
  const isWrapped = isFull && !/[.!?:;]$/.test(before.text);
  if (isInline && (!isWrapped || /^\p{Lu}/u.test(line.text))) return false;
  return isList ? isBelow || isWrapped : before.kind !== "entry" || isBelow;
}

/** A label with its answer on one line: what it is about, and how far it is indented. */
export interface InlineLabel {
  topic: Topic;
  indent: number;
  /** True for "Background:", behind which figures may stand as well. */
  isBackground: boolean;
}

/** Returns true for a line that is indented below the answer after a label. */
export function isHanging(line: NoteLine, label: InlineLabel | undefined): boolean {
  const isAnswer = typeof label?.topic === "object";
  return isAnswer && line.kind === "text" && line.indent > label.indent;
}
