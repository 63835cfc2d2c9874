import { findOversize, type InvalidAnswer } from "../domain/text/answer-size.ts";
import { splitEntries } from "../domain/text/entries.ts";
import type { Prompter, TextQuestion } from "./prompter.ts";

/**
 * Returns a prompter that asks again if a text is too long to be saved. What was typed stays on the
 * screen above, and is the draft of someone who stops: in the line, it would hide the reason. A
 * document has a limit of its own.
 */
export function limitTexts(prompter: Prompter, say: (problem: InvalidAnswer) => void): Prompter {
  return {
    ...prompter,
    text: (question) =>
      question.isDocument ? prompter.text(question) : askLimited(prompter, question, say),
  };
}

async function askLimited(
  prompter: Prompter,
  question: TextQuestion,
  say: (problem: InvalidAnswer) => void,
): Promise<string> {
  const { initial, list, keepDraft } = question;
  const isNew = (text: string) => text !== "" && text !== initial;
  for (let asked = question; ; ) {
    const typed = await prompter.text(asked);
    const texts = list ? [...list, ...splitEntries(typed)] : [typed];
    const before = list ?? (initial === undefined ? [] : [initial]);
    const problem = findOversize(texts, { subject: "This", before });
    if (!problem) return typed;
    say(problem);
    const keep = keepDraft && ((text: string) => keepDraft(isNew(text) ? text : typed));
    asked = { ...question, keepDraft: keep };
  }
}
