import { joinSentence } from "../domain/text/words.ts";
import type { Choice, TextQuestion } from "./prompter.ts";

/** Returns true if what was typed at a list is a text of its own, and doesn't repeat a choice. */
export function isOwnText(typed: string, choices: readonly Choice<string>[]): boolean {
  const isSentence = (typed.match(/\p{L}{2,}/gu) ?? []).length > 1;
  const words = typed.toLowerCase();
  return isSentence && !choices.some(({ label }) => label.toLowerCase().includes(words));
}

/** Adds words that were typed at a list to what the text after it starts with. */
export function addAhead({ initial = "" }: TextQuestion, words: string): string {
  if (words === "") return initial;
  return initial === "" ? words : joinSentence(initial, words);
}

/** Returns the choice that asks for a text, unless the list is full without it. */
export function findOpenChoice<T extends string>(
  own: Choice<T> | undefined,
  chosen: readonly T[],
  max = Number.POSITIVE_INFINITY,
): Choice<T> | undefined {
  return chosen.filter((value) => value !== own?.value).length < max ? own : undefined;
}

/** Says what is wrong with what was typed at a list, and then what to type. */
export function refuseChoice(typed: string, wrong: string | undefined, asking: string): string {
  const isNumber = wrong !== undefined && /^\d+$/.test(wrong);
  const missing = isNumber ? `There is no choice ${wrong}. ` : "";
  const wayBack = typed === "<" ? "There's nothing to go back to from here. " : missing;
  const untaken = /\p{L}/u.test(typed) ? " The words you typed weren't taken." : "";
  return wayBack + asking + untaken;
}
