import { quote, quotePath } from "../text/words.ts";
import { findAskedQuestion, findNamedQuestion, type Question, type Step } from "./step.ts";

/**
 * Names a question as a person types it in a flag: by the label on the screen, or by its id if it
 * has no label or its label is the same word.
 */
export function nameInFlags({ id, label }: Pick<Question, "id" | "label">): string {
  return label === undefined || toWord(label) === id ? id : label;
}

/** Names what an answer name such as `saw.2` means, as a person types it in a flag. */
export function nameAnswerInFlags(step: Step, name: string): string {
  const question = findNamedQuestion(step, name);
  return question ? `${nameInFlags(question)}${name.slice(question.id.length)}` : name;
}

/** Writes the command that asks a question of a step again. */
export function writeRedo({ id }: Pick<Step, "id">, question: Pick<Question, "id" | "label">) {
  return `builder-pm ${id} --redo ${quotePath(nameInFlags(question))}`;
}

/** Writes the flag that answers a question. PowerShell needs quotes around the whole. */
export function writeAnswerFlag(step: Step, name: string, value: string): string {
  const typed = nameAnswerInFlags(step, name);
  if (quotePath(typed) === typed) return `--answer ${typed}=${value}`;
  return `--answer ${quote(`${typed}=${value.replace(/^"(.*)"$/, "$1")}`)}`;
}

/** Names a question for a sentence, with the check that it is asked about: "What I saw (C2)". */
export function nameInSentence(
  { label, ask }: Pick<Question, "ask" | "label">,
  entry?: { number: number },
): string {
  const name = label ?? ask;
  return entry ? `${name} (C${entry.number})` : name;
}

/**
 * Reads the name of a question as someone typed it: its id, its label in any spelling ("Edge
 * cases", "edge-cases"), or a check ("C2"). Returns the id, with the number of an entry if there is
 * one; what names no question stays as it is.
 */
export function readQuestionName(steps: readonly Step[], step: Step, typed: string): string {
  if (findAskedQuestion(steps, step, typed)) return typed;
  const [, number] = /^c(\d+)$/i.exec(typed.trim()) ?? [];
  if (number) return nameCheckQuestion(steps, step, number) ?? typed;
  const [, label = "", entry = ""] = /^(.*?)(\.\d+)?$/s.exec(typed.trim()) ?? [];
  const named = step.questions.find(
    (question) =>
      toWord(question.label ?? "") === toWord(label) || toWord(question.ask) === toWord(label),
  );
  return named && toWord(label) !== "" ? `${named.id}${entry}` : typed;
}

/** Names what a step asks about a check: the verdict on it, or the line of the list itself. */
function nameCheckQuestion(steps: readonly Step[], step: Step, number: string): string | undefined {
  const judging = step.questions.find(({ verdicts }) => verdicts);
  if (judging) return `${judging.id}.${number}`;
  const lists = steps.flatMap(({ questions }) =>
    questions.flatMap(({ verdicts, each }) => (verdicts && each ? [each] : [])),
  );
  const list = step.questions.find(({ id }) => lists.includes(`${step.id}.${id}`));
  return list && `${list.id}.${number}`;
}

function toWord(text: string): string {
  // Without \p{...}, which takes a millisecond to compile at every start.
  return text
    .toLowerCase()
    .split(/[^a-z0-9\u0080-\uffff]+/)
    .filter(Boolean)
    .join("-");
}
