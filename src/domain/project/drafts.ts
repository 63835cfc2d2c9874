import { parseReference } from "../library/reference.ts";
import { choicesOf, findQuestion, type Question, type Step } from "../library/step.ts";
import {
  type Entry,
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  textsOf,
} from "./project.ts";
import { applies } from "./question-instance.ts";

/**
 * Drafts an answer from earlier ones, for the person to edit. Returns none if the question has no
 * drafts.
 */
export function draftAnswers(
  steps: readonly Step[],
  project: Project,
  { drafts }: Question,
): string[] {
  if (!drafts) return [];
  const texts = drafts.from.flatMap(({ question: reference, is }) => {
    const question = findQuestion(steps, reference);
    const { step: stepId } = parseReference(reference);
    const step = steps.find(({ id }) => id === stepId);
    if (!question || !step) return [];
    return question.each
      ? draftFromEntries(project, step, question, is)
      : draftFromChoices(project, reference, question, is);
  });
  return texts.slice(0, drafts.max);
}

function draftFromEntries(
  project: Project,
  step: Step,
  question: Question,
  is: readonly string[],
): string[] {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  return entriesOf(findAnswer(project, question.each ?? "")).flatMap((entry, index) => {
    const answer = findEntryAnswer(value, entry.id)?.text ?? "";
    if (!is.includes(answer) || !applies(project, step, question, entry)) return [];
    const line = `C${index + 1}, "${entry.text.replace(/\.$/, "")}"`;
    const label = labelOf(question, answer).toLowerCase();
    const seen = readSeen(project, step, question, entry);
    return [`${line}: ${label}. ${seen}What would you look at first?`];
  });
}

/** Quotes what the person wrote about the same entry, if they did. */
function readSeen(project: Project, step: Step, { each }: Question, entry: Entry): string {
  const text = step.questions.find((other) => other.each === each && other.type === "text");
  const value = text && findAnswer(project, `${step.id}.${text.id}`);
  const seen = findEntryAnswer(value, entry.id)?.text ?? "";
  return seen === "" ? "" : `I saw: "${seen}" `;
}

function draftFromChoices(
  project: Project,
  reference: string,
  question: Question,
  is: readonly string[],
): string[] {
  const given = textsOf(findAnswer(project, reference)).filter((answer) => is.includes(answer));
  return given.map((answer) => `${labelOf(question, answer)}. Is that a problem here?`);
}

/** Returns what a person sees for an answer: the label of a choice, else the answer itself. */
export function labelOf(question: Question, answer: string): string {
  return choicesOf(question).find(({ value }) => value === answer)?.label ?? answer;
}
