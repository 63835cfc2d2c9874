import type { Names } from "./names.ts";
import type { NoteLine } from "./note-line.ts";

const MAX_SHORT_WORDS = 6;
const MAX_ASKED_WORDS = 12;

/** What the lines around a line say about it. */
export interface Neighbors {
  isAfterBlank: boolean;
  after: NoteLine | undefined;
  /** The next line that isn't empty. */
  next: NoteLine | undefined;
}

/** Finds lines that are headings or labels without any mark for it. */
export class PlainHeadings {
  readonly #names: Names;
  /** True if other headings have marks. */
  readonly #hasMarks: boolean;

  constructor(lines: readonly NoteLine[], names: Names) {
    this.#names = names;
    this.#hasMarks = lines.some(({ kind }) => kind === "heading");
  }

  /** Returns true for a name alone, or a few words above indented or after empty lines. */
  has(line: NoteLine, around: Neighbors): boolean {
    if (line.isMarked && isAboveIndented(line, around.after)) return true;
    if (this.#isQuestion(line, around)) return true;
    if (this.#isName(line, around)) return true;
    if (!isShort(line)) return false;
    if (isSectionNumber(line, around)) return true;
    if (this.#isAlone(line, around) || this.#isAboveList(line, around)) return true;
    return isAboveIndented(line, around.after) && this.#isLabel(line);
  }

  /** "3. How big is it?" or "How would it work?" right above its answer. */
  #isQuestion(line: NoteLine, around: Neighbors): boolean {
    const { isCode, isQuote, kind, text } = line;
    if (isCode || isQuote || !isAsked(text) || !around.isAfterBlank) return false;
    if (!around.after || around.after.kind === "blank" || isAsked(around.after.text)) return false;
    if (line.level > 0) return isSectionNumber(line, around);
    return kind === "text" && this.#names.ofHeading(text) !== undefined;
  }

  #isName({ isCode, kind, text }: NoteLine, { isAfterBlank }: Neighbors): boolean {
    if (isCode || /[.!?:,;\d]$/.test(text)) return false;
    return this.#names.isName(text) && (kind === "entry" || isAfterBlank);
  }

  /** Four words or more above an indented list must name a question: "Weird stuff that happens". */
  #isLabel(line: NoteLine): boolean {
    if (line.isBox || line.kind === "text" || line.text.split(" ").length < 4) return true;
    return /^\p{Lu}[^:]*$/u.test(line.text) && this.#isNamed(line);
  }

  #isNamed({ text }: NoteLine): boolean {
    return typeof (this.#names.ofHeading(text) ?? this.#names.ofWords(text)) === "object";
  }

  /** A few words right above a list, with the name of a question, are its heading. */
  #isAboveList(line: NoteLine, { after }: Neighbors): boolean {
    return line.kind === "text" && after?.kind === "entry" && this.#isNamed(line);
  }

  /** In a text without marks, a few words after an empty line and above others are a heading. */
  #isAlone(line: NoteLine, { isAfterBlank, after }: Neighbors): boolean {
    if (this.#hasMarks || !isAfterBlank || line.kind !== "text") return false;
    return /^\p{Lu}/u.test(line.text) && after !== undefined && after.kind !== "blank";
  }
}

/** Returns true for a question that is no longer than a heading. */
function isAsked(text: string): boolean {
  return /^\p{Lu}[^.?!]*\?$/u.test(text) && text.split(" ", 14).length <= MAX_ASKED_WORDS;
}

/** Returns true for a few words that aren't a sentence. */
function isShort({ isCode, text }: NoteLine): boolean {
  return !isCode && !/[.!?:,;\d]$/.test(text) && text.split(" ", 9).length <= MAX_SHORT_WORDS;
}

/** Returns true if an indented list stands below an entry, or indented lines below a text. */
function isAboveIndented(line: NoteLine, after: NoteLine | undefined): boolean {
  if (after === undefined || after.indent <= line.indent) return false;
  return line.kind === "entry" ? after.kind === "entry" : /^\p{Lu}/u.test(line.text);
}

/** "2. Team and roles" is a heading if it isn't part of a list. */
function isSectionNumber(line: NoteLine, { isAfterBlank, next }: Neighbors): boolean {
  if (line.level === 0 || line.kind !== "entry" || !isAfterBlank) return false;
  if (!next || next.indent > line.indent || !/^\p{Lu}/u.test(line.text)) return false;
  return next.kind === "text" || (next.kind === "entry" && next.level !== line.level);
}
