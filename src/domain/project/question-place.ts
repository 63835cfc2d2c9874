import { nameInSentence } from "../library/question-name.ts";
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
  /** What the total counts: the questions as a person knows them. */
  counted?: readonly string[];
  /** The questions that the total counted before and doesn't count now, because of an answer. */
  fewer?: readonly string[];
  /** How many questions an answer has added to the total. */
  more?: number;
}

/**
 * Lists the questions that count when those of a step are numbered. It doesn't matter which of them
 * are answered, so each keeps its number. Leaves out those that are part of another one's choices.
 */
export function listNumbered(project: Project, step: Step): QuestionInstance[] {
  return listQuestionInstances(project, step).filter(({ question }) => !question.joins);
}

/**
 * Finds the place of a question in its step; undefined if it has no number. `last` is the place of
 * the question that was asked before it.
 */
export function findPlace(
  project: Project,
  step: Step,
  { name, last }: { name: string; last?: QuestionPlace | undefined },
): QuestionPlace | undefined {
  const numbered = listNumbered(project, step);
  const names = numbered.map(nameInstance);
  const number = names.indexOf(nameNumbered(project, step, name)) + 1;
  if (number === 0) return undefined;
  const counted = numbered.map(({ question, entry }) => nameInSentence(question, entry));
  const total = { total: names.length, counted, ...compareCounted(last?.counted, counted) };
  const place = { number, ...total, ...countPerCheck(numbered) };
  const next = (last?.number ?? 0) + 1;
  return number > next ? { ...place, answered: [next, number - 1] } : place;
}

/** Compares what a total counts with what it counted before; {} if that's the same. */
function compareCounted(
  before: readonly string[] | undefined,
  now: readonly string[],
): Pick<QuestionPlace, "fewer" | "more"> {
  if (!before) return {};
  const fewer = before.filter((name) => !now.includes(name));
  const more = now.filter((name) => !before.includes(name)).length;
  return { ...(fewer.length > 0 ? { fewer } : {}), ...(more > 0 ? { more } : {}) };
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
