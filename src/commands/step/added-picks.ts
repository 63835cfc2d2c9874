import { choicesOf } from "../../domain/library/step.ts";
import { unmarked } from "../../domain/project/answer-line.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import type { ProposalRow } from "../../render/text/proposal-rows.ts";

/** What a person picked on a screen of answers. */
export interface PickedRows {
  /** The names of the questions whose answer they want to change. */
  picked: ReadonlySet<string>;
  /** The lines that they added to what an answer picks from a list, by the name of its question. */
  added: ReadonlyMap<string, readonly string[]>;
}

/** Reads which rows were picked. A line is only added to an answer that isn't saved yet. */
export function readPickedRows(
  rows: readonly ProposalRow[],
  { questions }: Pick<StepSession, "questions">,
): PickedRows {
  const saved = new Set(questions.filter((one) => one.isAnswered).map(({ name }) => name));
  const picked = new Set<string>();
  const added = new Map<string, string[]>();
  for (const { names, adds } of rows) {
    const [name = ""] = names;
    if (adds && !saved.has(name)) added.set(name, [...(added.get(name) ?? []), adds.text]);
    else for (const each of names) picked.add(each);
  }
  return { picked, added };
}

/** Returns an answer with the lines that the person added, in the order of their list. */
export function addPicked<T extends Pick<SessionQuestion, "lines"> & { question: SessionQuestion }>(
  answer: T,
  added: PickedRows["added"],
): T {
  const { name, question } = answer.question;
  const texts = added.get(name);
  if (!texts) return answer;
  const order = choicesOf(question).map(({ value }) => value);
  const lines = [...answer.lines.filter(({ text }) => text !== ""), ...unmarked(texts)];
  return {
    ...answer,
    lines: lines.toSorted((a, b) => order.indexOf(a.text) - order.indexOf(b.text)),
  };
}
