import { cleanLine } from "../../domain/text/clean.ts";
import { splitEntries } from "../../domain/text/entries.ts";

/** One edit of a list: the lines that go to a place, or no lines to remove the one there. */
export interface ListEdit {
  index: number;
  texts: string[];
  /** What the person would type to do the same again: `2: ` before the new text of line 2. */
  lead: string;
}

/** Why a typed line does nothing. `draft` is what was typed, if only its number is wrong. */
export interface NoListEdit {
  problem: string;
  draft?: string | undefined;
}

/** "-2", and what someone types who doesn't remember that. */
const REMOVAL = /^(?:-|(?:delete|remove)(?: line)? )(\d+)$/i;

/** Parses what a typed line does to a list of `length` lines that takes `max`. */
export function parseListEdit(
  typed: string,
  length: number,
  max = Number.POSITIVE_INFINITY,
): ListEdit | NoListEdit {
  const edit = parseEdit(typed, length);
  const isFull = length > 0 && length >= max;
  if (!isFull || "problem" in edit || edit.index < length) return edit;
  const problem = `The list is full, so that isn't in it. Type "-${length}" to make room.`;
  return { problem };
}

function parseEdit(typed: string, length: number): ListEdit | NoListEdit {
  const [, removed] = REMOVAL.exec(typed) ?? [];
  if (removed !== undefined) return parseRemoval(Number(removed), length);
  if (/^#?\d+[.)]?$/.test(typed)) return { problem: describeBareNumber(typed, length) };
  const [, number, text = ""] = /^(\d+):(?:\s+(.+))?$/.exec(typed) ?? [];
  return number === undefined
    ? { index: length, texts: splitEntries(withoutNextNumber(typed, length)), lead: "" }
    : parseChange(Number(number), text, length);
}

/** "4) text" is the fourth line after three others. */
function withoutNextNumber(typed: string, length: number): string {
  const [mark = "", number] = /^(\d+)[.)]\s+/.exec(typed) ?? [];
  const isNext = Number(number) === length + 1 && !typed.includes("\n");
  return isNext ? typed.slice(mark.length) : typed;
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
    : { problem: `${describeMissing(number)} ${OTHER_NUMBER}`, draft: `${number}: ${text}` };
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

/** A number alone picks nothing here, and it is no line. */
function describeBareNumber(typed: string, length: number): string {
  const number = Number(typed.replace(/\D/g, ""));
  const isThere = number >= 1 && number <= length;
  return `"${typed}" is only a number. ${isThere ? describeLineKeys(number) : WHOLE_LINE}`;
}

const WHOLE_LINE = "Type or paste the whole line, also one that you see above.";

const OTHER_NUMBER = "Change the number, or take it out to add a line.";

function describeLineKeys(number: number): string {
  return `To change line ${number}, type "${number}: new text". To delete it, type "-${number}".`;
}
