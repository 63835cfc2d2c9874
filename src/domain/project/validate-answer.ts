import { choicesOf, type Question, takesEntries } from "../library/step.ts";
import { suggestWord } from "../text/closest.ts";
import { normalizeDate, parseCount } from "../text/number.ts";
import { countOf, joinWords } from "../text/words.ts";

/** A wrong answer in words: what is wrong, and what would be right. */
export interface Refusal {
  message: string;
  fix: string;
}

/**
 * Says why `texts` cannot answer a question, or nothing when they can. `most` is the highest number
 * that makes sense, where the library cannot know it. Empty answers are for the one who asks to
 * judge.
 *
 */
export function validateAnswer(
  question: Question,
  texts: readonly string[],
  most?: number,
): Refusal | undefined {
  const given = texts.filter((text) => text !== "");
  if (given.length === 0) return validateNotEmpty(question);
  if (!takesEntries(question) && texts.length > 1) {
    return { message: `The question "${question.id}" takes one answer.`, fix: "Give it once." };
  }
  return (
    validateCount(question, given) ??
    firstRefusal(given, (text) => validateText(question, text, most))
  );
}

/** Writes an answer as it is saved: a number in digits, a date as year-month-day. */
export function normalizeAnswer({ type }: Question, text: string): string {
  if (type === "number") return String(parseCount(text)?.value ?? text);
  return type === "date" ? normalizeDate(text) : text;
}

/** True when an empty answer may be kept. */
export function mayBeEmpty({ optional, confirmEmpty, default: preset }: Question): boolean {
  return Boolean(optional || confirmEmpty || preset);
}

function validateNotEmpty(question: Question): Refusal | undefined {
  if (mayBeEmpty(question)) return undefined;
  return {
    message: `The question "${question.id}" needs an answer.`,
    fix: question.help ?? question.ask,
  };
}

function validateCount(
  { id, type, min = 0, max = Number.POSITIVE_INFINITY }: Question,
  given: readonly string[],
) {
  if (type !== "list") return undefined;
  if (given.length < min) {
    return {
      message: `"${id}" needs at least ${countOf(min, "line")}, and has ${given.length}.`,
      fix: "Add another.",
    };
  }
  if (given.length > max) {
    return {
      message: `"${id}" takes at most ${countOf(max, "line")}, and has ${given.length}.`,
      fix: "Take some out.",
    };
  }
  return undefined;
}

function validateText(
  question: Question,
  text: string,
  most: number | undefined,
): Refusal | undefined {
  if (question.type === "number") return validateNumber(question, text, most);
  if (question.type === "date") return validateDate(text);
  const choices = choicesOf(question).map(({ value }) => value);
  if (choices.length === 0 || choices.includes(text)) return undefined;
  return {
    message: `"${text}" is not an answer to the question "${question.id}".`,
    fix: suggestWord(text, choices, `Use ${joinWords(choices, "or")}.`),
  };
}

function validateNumber({ id, min, max }: Question, text: string, most = max): Refusal | undefined {
  const { value = Number.NaN, of } = parseCount(text) ?? {};
  const low = min ?? 0;
  const high = most ?? Number.MAX_SAFE_INTEGER;
  const isOfAll = of === undefined || most === undefined || of === most;
  if (value >= low && value <= high && isOfAll) return undefined;
  const range = most === undefined ? `${low} or more` : `from ${low} to ${high}`;
  return {
    message: `"${text}" is not an answer to the question "${id}".`,
    fix: `Give a whole number, ${range}.`,
  };
}

function validateDate(text: string): Refusal | undefined {
  const written = normalizeDate(text);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(written)
    ? new Date(`${written}T00:00:00Z`)
    : new Date(Number.NaN);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(written)) return undefined;
  return {
    message: `"${text}" is not a day.`,
    fix: "Write it as year-month-day, for example 2026-07-31.",
  };
}

function firstRefusal(
  texts: readonly string[],
  fail: (text: string) => Refusal | undefined,
): Refusal | undefined {
  for (const text of texts) {
    const refusal = fail(text);
    if (refusal) return refusal;
  }
  return undefined;
}
