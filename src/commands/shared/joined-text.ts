import { shorten } from "../../domain/text/words.ts";
import type { Prompter, TextQuestion } from "../../prompts/prompter.ts";
import { readBeforeBack } from "./going-back.ts";

/** So much of a text fits beside its choice in a narrow window. */
const MAX_SHOWN = 40;
const WORD_END = /[\p{L}\p{N}.!?)"'\u201d]$/u;
/** Fewer words may be the end of the last word and what follows: "mail" and "s by hand". */
const MIN_WORDS = 4;

/**
 * Returns a prompter that asks what is meant where a new text was typed right behind the one that
 * the line started with, as if the line had been empty.
 */
export function askAboutJoined(prompter: Prompter): Prompter {
  const text: Prompter["text"] = async (question) => {
    const typed = await prompter.text(question);
    const added = findJoinedText(question.initial, typed);
    if (added === undefined) return typed;
    question.keepDraft?.(typed);
    const meant = await askWhichText(prompter, question, added);
    if (meant === "change") return text({ ...question, initial: typed });
    return meant === "new" ? added : typed;
  };
  return { ...prompter, text };
}

/** Returns what was typed behind the text of the line without a space; undefined if nothing was. */
export function findJoinedText(initial = "", typed: string): string | undefined {
  if (!WORD_END.test(initial) || !typed.startsWith(initial)) return undefined;
  const added = typed.slice(initial.length);
  const words = added.split(/\s+/).length;
  const isSentence = /^\p{Lu}/u.test(added) && words > 1;
  const isNew = isSentence || (/^[\p{L}\p{N}]/u.test(added) && words >= MIN_WORDS);
  return isNew && readBeforeBack(added) === undefined ? added : undefined;
}

function askWhichText(prompter: Prompter, { initial = "" }: TextQuestion, added: string) {
  return prompter.select({
    message: "The old text was still in the line. What do you mean?",
    choices: [
      { value: "new", label: `Only the new text: ${shorten(added, MAX_SHOWN)}` },
      { value: "change", label: "Change the text once more" },
      { value: "both", label: "Both, joined as they are", hint: nameJoint(initial, added) },
    ],
  });
}

/** Shows where two texts meet: "seamlessSending". */
function nameJoint(initial: string, added: string): string {
  return `"${initial.split(/\s/).at(-1)}${added.split(/\s/)[0]}"`;
}
