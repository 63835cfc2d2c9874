import type { Step } from "../library/step.ts";
import { findAnswer, type Project } from "./project.ts";
import { readProposed } from "./proposed.ts";
import {
  listMissing,
  listQuestionInstances,
  nameInstance,
  type QuestionInstance,
} from "./question-instance.ts";

/** The place of a question in its step: "Question 2 of 8". */
export interface QuestionPlace {
  number: number;
  total: number;
  /** The first and the last number before it that aren't asked, because they are answered. */
  answered?: readonly [first: number, last: number];
}

/**
 * Lists the questions that count when those of a step are numbered. It doesn't matter which of them
 * are answered, so each keeps its number through a round. Leaves out questions that are part of
 * another one's choices, and those that another answer may still make needless.
 */
export function listNumbered(project: Project, step: Step): QuestionInstance[] {
  return listQuestionInstances(project, step).filter(
    ({ question }) => !question.joins && !mayBeNeedless(project, step, question),
  );
}

/** Counts the numbered questions that keep a step from being finished. */
export function countOpen(project: Project, step: Step): number {
  const numbered = listNumbered(project, step).map(nameInstance);
  const missing = listMissing(project, step).map(nameInstance);
  return missing.filter((name) => numbered.includes(name)).length;
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
  const names = listNumbered(project, step).map(nameInstance);
  const number = names.indexOf(nameNumbered(project, step, name)) + 1;
  if (number === 0) return undefined;
  const place = { number, total: names.length };
  return number > last + 1 ? { ...place, answered: [last + 1, number - 1] } : place;
}

/** A question that is part of another one's choices has that one's number. */
function nameNumbered(project: Project, step: Step, name: string): string {
  const asked = listQuestionInstances(project, step).find((one) => nameInstance(one) === name);
  const { joins, when } = asked?.question ?? {};
  const other = step.questions.find(({ id }) => joins && id === when?.question);
  return other ? nameInstance({ ...asked, question: other }) : name;
}

function mayBeNeedless(
  project: Project,
  step: Step,
  { id, askUnless }: QuestionInstance["question"],
): boolean {
  if (!askUnless || findAnswer(project, `${step.id}.${id}`)) return false;
  if (readProposed(project, step.id, id)) return false;
  return findAnswer(project, `${step.id}.${askUnless.evidenceIn}`) === undefined;
}
