import type { Step } from "../library/step.ts";
import type { Project } from "./project.ts";
import { listQuestionInstances, nameInstance, type QuestionInstance } from "./question-instance.ts";

/** The place of a question in its step: "Question 2 of 8". */
export interface QuestionPlace {
  number: number;
  total: number;
  /** The first and the last number before it that aren't asked, because they are answered. */
  answered?: readonly [first: number, last: number];
  /** How many questions are asked about each check, and how many checks there are. */
  each?: { questions: number; entries: number };
}

/**
 * Lists the questions that count when those of a step are numbered. It doesn't matter which of them
 * are answered, so each keeps its number. Leaves out those that are part of another one's choices.
 */
export function listNumbered(project: Project, step: Step): QuestionInstance[] {
  return listQuestionInstances(project, step).filter(({ question }) => !question.joins);
}

/**
 * Finds the place of a question in its step; undefined if it has no number. `last` is the number of
 * the question that was asked before it.
 */
export function findPlace(
  project: Project,
  step: Step,
  { name, last = 0 }: { name: string; last?: number | undefined },
): QuestionPlace | undefined {
  const numbered = listNumbered(project, step);
  const names = numbered.map(nameInstance);
  const number = names.indexOf(nameNumbered(project, step, name)) + 1;
  if (number === 0) return undefined;
  const place = { number, total: names.length, ...countPerCheck(numbered) };
  return number > last + 1 ? { ...place, answered: [last + 1, number - 1] } : place;
}

/** Counts the questions that are asked about each entry of a list; {} if there is no such list. */
function countPerCheck(numbered: readonly QuestionInstance[]): Pick<QuestionPlace, "each"> {
  const entries = numbered.flatMap(({ entry }) => entry?.id ?? []);
  const different = new Set(entries).size;
  const questions = entries.length / different;
  return Number.isInteger(questions) ? { each: { questions, entries: different } } : {};
}

/** A question that is part of another one's choices has that one's number. */
function nameNumbered(project: Project, step: Step, name: string): string {
  const asked = listQuestionInstances(project, step).find((one) => nameInstance(one) === name);
  const { joins, when } = asked?.question ?? {};
  const other = step.questions.find(({ id }) => joins && id === when?.question);
  return other ? nameInstance({ ...asked, question: other }) : name;
}
