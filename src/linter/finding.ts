import { deriveOnce } from "../domain/library/derived.ts";
import { compilePattern, type Rule } from "../domain/library/rule.ts";
import { shorten } from "../domain/text/words.ts";
import type { LineKind, Span } from "./line.ts";
import type { CleanText } from "./marks.ts";

/** What a rule found in a line: where, and the question that helps to fix it. */
export interface Finding {
  rule: string;
  severity: Rule["severity"];
  message: string;
  question: string;
  /** Counts from 1, in code units of the line. */
  column: number;
  length: number;
}

/** The most characters of a first result that a message about a second one quotes. */
const MAX_FIRST = 60;
/** The most characters of a line that a message quotes. */
export const MAX_WORD = 40;

/** Returns what a rule says about a part of a line, widened to whole words. */
export function createFinding(rule: Rule, kind: LineKind, span: Span, clean: CleanText): Finding {
  const { start, end } = wholeWords(span, clean.text);
  const word = shorten(clean.text.slice(start, end), MAX_WORD);
  const { says, question, problemQuestion } =
    compileWordings(rule).find(
      ({ matches, words }) => words.has(word.toLowerCase()) || matches?.test(word),
    ) ?? rule;
  const own: Partial<Record<LineKind, string | undefined>> = { problem: problemQuestion };
  const before = clean.text.slice(0, start);
  const fill = (text: string) =>
    text.replaceAll("{word}", () => word).replaceAll("{first}", () => describeFirst(before));
  const column = clean.originOf(start) + 1;
  const length = clean.originOf(Math.max(start, end - 1)) + 2 - column;
  return {
    rule: rule.id,
    severity: rule.severity,
    message: fill(says),
    question: fill(own[kind] ?? question),
    column,
    length,
  };
}

const compileWordings = deriveOnce(({ wordings, lists }: Rule) =>
  wordings.map((wording) => ({
    ...wording,
    matches: wording.pattern === undefined ? undefined : compilePattern(wording.pattern),
    words: new Set(wording.lists.flatMap((name) => lists[name] ?? [])),
  })),
);

/** Quotes what stands before a second result, if it is short. */
function describeFirst(before: string): string {
  const first = before.replace(/(?:[\s,;:.]|\b(?:and|or|but|then|also)\b)+$/i, "");
  const isShort = first !== "" && first.length <= MAX_FIRST;
  return isShort ? `"${first}"` : "the first one";
}

/** Widens a span to whole words: "friendly" in "script-friendly" becomes "script-friendly". */
function wholeWords({ start, end }: Span, text: string): Span {
  let [from, to] = [start, end];
  if (isLinkedLetter(text, start)) while (isLinkedLetter(text, from - 1)) from--;
  if (isLinkedLetter(text, end - 1)) while (isLinkedLetter(text, to)) to++;
  return { start: from, end: to };
}

/** A letter, a digit, or a hyphen or apostrophe between two of them. */
function isLinkedLetter(text: string, index: number): boolean {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? "");
  if (isLetter(index)) return true;
  return /['\u2019-]/.test(text[index] ?? "") && isLetter(index - 1) && isLetter(index + 1);
}
