import type { Prompter } from "../../prompts/prompter.ts";
import type { Taken } from "./reply.ts";

/** What a prompter does with something typed that is no answer. */
interface Taking {
  /** Takes what was typed as something other than an answer; undefined if it is one. */
  take: (typed: string) => Promise<Taken | undefined>;
  say: (text: string) => void;
}

/** Returns a prompter that takes pictures and the like out of a text, and asks for it again. */
export function takeFromTexts(prompter: Prompter, { take, say }: Taking): Prompter {
  const text: Prompter["text"] = async (question) => {
    const typed = await prompter.text(question);
    const { initial = "" } = question;
    // What is dropped into a prompt that starts with an answer stands after it.
    const kept = typed.startsWith(initial) ? initial : "";
    const taken = await take(typed.slice(kept.length));
    if (taken === undefined) return typed;
    say(taken.said);
    const { words } = taken;
    return text(words === undefined ? question : { ...question, initial: kept + words });
  };
  return { ...prompter, text };
}
