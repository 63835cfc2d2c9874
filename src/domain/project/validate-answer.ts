import { choicesOf, type Question, takesEntries } from "../library/step.ts";
import { findOversize, type InvalidAnswer, type SizeLimits } from "../text/answer-size.ts";
import { suggestWord } from "../text/closest.ts";
import { normalizeDate, parseCount, writeDay } from "../text/number.ts";
import { countOf, joinWords } from "../text/words.ts";

/** What depends on where a question is asked. */
export interface AnswerLimits extends SizeLimits {
  /** The highest number that makes sense, where the library can't know it. */
  max?: number | undefined;
  /** The day on which the answer is given, for a date without a year. */
  today?: Date | undefined;
}

/**
 * Returns why `texts` can't answer a question; undefined if they can. Whether an empty answer is
 * worth a second thought is for the one who asks.
 */
export function validateAnswer(
  question: Question,
  texts: readonly string[],
  limits: AnswerLimits,
): InvalidAnswer | undefined {
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0) return validateNotEmpty(question, limits);
  if (!takesEntries(question) && texts.length > 1)
    return { message: `${limits.subject} takes one answer.`, fix: "Use it only once." };
  const sizeProblem = validateCount(question, filled, limits) ?? findOversize(filled, limits);
  if (sizeProblem) return sizeProblem;
  for (const text of filled) {
    const problem = validateText(question, text, limits);
    if (problem) return problem;
  }
  return undefined;
}

/** Writes an answer as it is saved: a number in digits, a date as year-month-day. */
export function normalizeAnswer({ type }: Question, text: string, today: Date): string {
  if (type === "number") return String(parseCount(text)?.value ?? text);
  return type === "date" ? normalizeDate(text, today) : text;
}

/** Returns true if an empty answer may be kept. */
export function mayBeEmpty(question: Question): boolean {
  const { optional, confirmEmpty, ifEmpty, default: preset } = question;
  return Boolean(optional || confirmEmpty || ifEmpty || preset);
}

function validateNotEmpty(question: Question, { subject }: AnswerLimits) {
  if (mayBeEmpty(question)) return undefined;
  return { message: `${subject} needs an answer.`, fix: question.help ?? question.ask };
}

function validateCount(
  { type, min = 0, max = Number.POSITIVE_INFINITY }: Question,
  texts: readonly string[],
  { subject }: AnswerLimits,
): InvalidAnswer | undefined {
  if (type !== "list") return undefined;
  const count = texts.length;
  const hasParts = texts.some((text) => /;\s*\S/.test(text));
  const splitting = hasParts ? ' Each part after ";" can be a line of its own.' : "";
  if (count < min)
    return {
      message: `${subject} needs at least ${countOf(min, "line")}. You have ${count}.`,
      fix: `Add ${min - count} more.${splitting}`,
    };
  if (count > max)
    return {
      message: `${subject} takes at most ${countOf(max, "line")}. You have ${count}.`,
      fix: "Remove some.",
    };
  return undefined;
}

function validateText(
  question: Question,
  text: string,
  limits: AnswerLimits,
): InvalidAnswer | undefined {
  if (question.type === "number") return validateNumber(question, text, limits);
  if (question.type === "date") return validateDate(question, text, limits);
  const choices = choicesOf(question).map(({ value }) => value);
  if (choices.length === 0 || choices.includes(text)) return undefined;
  const fix = question.picks
    ? `Use numbers from 1 to ${choices.length}, or none.`
    : suggestWord(text, choices, `Use ${joinWords(choices, "or")}.`);
  return { message: describeWrong(text, limits), fix };
}

function validateNumber(
  question: Question,
  text: string,
  limits: AnswerLimits,
): InvalidAnswer | undefined {
  const { value = Number.NaN, of } = parseCount(text) ?? {};
  const low = question.min ?? 0;
  const max = limits.max ?? question.max;
  const isOfAll = of === undefined || max === undefined || of === max;
  if (value >= low && value <= (max ?? Number.MAX_SAFE_INTEGER) && isOfAll) return undefined;
  const range = describeRange(question, limits.max);
  return { message: describeWrong(text, limits), fix: `Enter a whole number, ${range}.` };
}

/** Says which numbers answer a question: "from 0 to 3". `highest` is what only the place knows. */
export function describeRange(question: Question, highest: number | undefined): string {
  const low = question.min ?? 0;
  const max = highest ?? question.max;
  return max === undefined ? `${low} or more` : `from ${low} to ${max}`;
}

function validateDate(
  { future }: Question,
  text: string,
  { today, before = [] }: AnswerLimits,
): InvalidAnswer | undefined {
  const fix = "Write a day, such as July 31, or 2026-07-31.";
  const written = normalizeDate(text, today);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(written)
    ? new Date(`${written}T00:00:00Z`)
    : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(written))
    return { message: `"${text}" isn't a date.`, fix };
  // A day that was saved while it lay ahead can still be kept.
  if (!future || !today || before.includes(written) || written >= writeDay(today)) return undefined;
  return { message: `"${text}" is in the past.`, fix: "Write a day from today on." };
}

function describeWrong(text: string, { subject }: AnswerLimits): string {
  return subject.startsWith('"')
    ? `"${text}" isn't an answer to ${subject}.`
    : `"${text}" isn't an answer to this.`;
}
