import { suggestWord } from "./closest.ts";
import { choicesOf, type Question, takesEntries } from "./step.ts";
import { countOf, joinWords } from "./words.ts";

/** A wrong answer in words: what is wrong, and what would be right. */
export interface Refusal {
  message: string;
  fix: string;
}

/**
 * Says why `texts` cannot answer a question, or nothing when they can. `most` is the highest number that makes
 * sense, where the library cannot know it. Empty answers are for the one who asks to judge.
 */
export function refuseAnswer(question: Question, texts: readonly string[], most?: number): Refusal | undefined {
  const given = texts.filter((text) => text !== "");
  if (given.length === 0) return refuseEmpty(question);
  if (!takesEntries(question) && texts.length > 1) {
    return { message: `The question "${question.id}" takes one answer.`, fix: "Give it once." };
  }
  return refuseCount(question, given) ?? firstRefusal(given, (text) => refuseText(question, text, most));
}

/** True when an empty answer may be kept. */
export function mayBeEmpty({ optional, confirmEmpty, default: preset }: Question): boolean {
  return Boolean(optional || confirmEmpty || preset);
}

function refuseEmpty(question: Question): Refusal | undefined {
  if (mayBeEmpty(question)) return undefined;
  return { message: `The question "${question.id}" needs an answer.`, fix: question.help ?? question.ask };
}

function refuseCount({ id, type, min = 0, max = Number.POSITIVE_INFINITY }: Question, given: readonly string[]) {
  if (type !== "list") return undefined;
  if (given.length < min) {
    return { message: `"${id}" needs at least ${countOf(min, "line")}, and has ${given.length}.`, fix: "Add another." };
  }
  if (given.length > max) {
    return {
      message: `"${id}" takes at most ${countOf(max, "line")}, and has ${given.length}.`,
      fix: "Take some out.",
    };
  }
  return undefined;
}

function refuseText(question: Question, text: string, most: number | undefined): Refusal | undefined {
  if (question.type === "number") return refuseNumber(question, text, most);
  if (question.type === "date") return refuseDate(text);
  const choices = choicesOf(question).map(({ value }) => value);
  if (choices.length === 0 || choices.includes(text)) return undefined;
  return {
    message: `"${text}" is not an answer to the question "${question.id}".`,
    fix: suggestWord(text, choices, `Use ${joinWords(choices, "or")}.`),
  };
}

function refuseNumber({ id, min, max }: Question, text: string, most = max): Refusal | undefined {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  const low = min ?? 0;
  const high = most ?? Number.MAX_SAFE_INTEGER;
  if (number >= low && number <= high) return undefined;
  const range = most === undefined ? `${low} or more` : `from ${low} to ${high}`;
  return { message: `"${text}" is not an answer to the question "${id}".`, fix: `Give a whole number, ${range}.` };
}

function refuseDate(text: string): Refusal | undefined {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return undefined;
  return { message: `"${text}" is not a day.`, fix: "Write it as year-month-day, for example 2026-07-31." };
}

function firstRefusal(texts: readonly string[], refuse: (text: string) => Refusal | undefined): Refusal | undefined {
  for (const text of texts) {
    const refusal = refuse(text);
    if (refusal) return refusal;
  }
  return undefined;
}
