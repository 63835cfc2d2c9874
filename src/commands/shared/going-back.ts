import type { Prompter, TextQuestion } from "../../prompts/prompter.ts";

/** What a hint says where a person can go back. */
export const BACK_HINT = "Type < to go back";

/** What a hint says where the line holds the old answer. */
export const KEEP_HINT = "Change it, or press Enter to keep it";

/** What is said to someone who wants to go back where nothing comes before. */
export const NO_WAY_BACK = "There's nothing to go back to from here.";

/**
 * Returns true if a typed text means going back. The line may start with the old answer, so the
 * sign may come after it.
 */
export function isBack(typed: string, initial = ""): boolean {
  const before = readBeforeBack(typed);
  return before === "" || (before !== undefined && before === initial.trim());
}

/** Returns what was typed before the sign for going back; undefined if the text has none. */
export function readBeforeBack(typed: string): string | undefined {
  const words = typed.trim();
  return words.endsWith("<") ? words.slice(0, -1).trim() : undefined;
}

/** Asks for a text where nothing comes before, so that `<` is never taken as the answer. */
export async function askWithoutBack(
  prompter: Pick<Prompter, "text">,
  question: TextQuestion,
): Promise<string> {
  let { hint } = question;
  for (;;) {
    const typed = await prompter.text({ ...question, hint });
    if (!isBack(typed, question.initial)) return typed;
    hint = `${NO_WAY_BACK} ${question.hint}`;
  }
}
