import type { Question, Step } from "../library/step.ts";
import {
  type Entry,
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  textsOf,
} from "./project.ts";
import { readUnfinished } from "./unfinished.ts";

/** An entry with its place in the list, counted from 1. */
export interface NumberedEntry extends Entry {
  number: number;
}

/**
 * One thing to ask: a question, for one entry of an earlier list where the question says `each`.
 */
export interface QuestionInstance {
  question: Question;
  entry?: NumberedEntry;
}

/**
 * Everything a step asks of a project now, in order; questions that follow each other over the
 * same list go entry by entry.
 */
export function listQuestionInstances(step: Step, project: Project): QuestionInstance[] {
  return listRedoable(step, project).filter(({ question }) => !question.later);
}

/**
 * Everything a step can be asked for by name: what it asks now, and what is only ever answered
 * later.
 */
export function listRedoable(step: Step, project: Project): QuestionInstance[] {
  return groupByList(step.questions)
    .flatMap((group) => askGroup(group, project))
    .filter(({ question, entry }) => applies(step, question, project, entry));
}

/**
 * True when the asking has an answer that still stands; one for an entry whose text changed since
 * does not.
 */
export function isAnswered(
  step: Step,
  project: Project,
  { question, entry }: QuestionInstance,
): boolean {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (!entry) return value !== undefined;
  return findEntryAnswer(value, entry.id)?.of === entry.text;
}

/** True if a question has no answer, or its answer was being changed when the person stopped. */
export function needsAsking(step: Step, project: Project, instance: QuestionInstance): boolean {
  if (!isAnswered(step, project, instance)) return true;
  const isLeft = readUnfinished(project, step.id, nameInstance(instance)) !== undefined;
  return isLeft && !project.finished[step.id];
}

/** What a step still needs before it can be finished. */
export function listMissing(step: Step, project: Project): QuestionInstance[] {
  return listQuestionInstances(step, project).filter(
    (instance) => !instance.question.optional && !isAnswered(step, project, instance),
  );
}

/**
 * A finished step that must be looked at again, because entries it judged were changed or added
 * since.
 */
export function needsAnotherLook(step: Step, project: Project): boolean {
  return (
    project.finished[step.id] !== undefined && listMissing(step, project).some(({ entry }) => entry)
  );
}

/** How a flag or a message names a question: `saw`, or `saw.2` for the second entry. */
export function nameInstance({ question, entry }: QuestionInstance): string {
  return entry ? `${question.id}.${entry.number}` : question.id;
}

/**
 * How a flag names a question where there is no list yet: `saw.1` for one that is asked for each
 * entry.
 */
export function nameQuestion({ id, each }: Question): string {
  return each ? `${id}.1` : id;
}

/** The answer saved for a question, stale or not, as lines of text. */
export function readAnswer(
  step: Step,
  project: Project,
  { question, entry }: QuestionInstance,
): string[] {
  return textsOf(findAnswer(project, `${step.id}.${question.id}`), entry?.id);
}

/** The answer that the round before gave, for a person who is asked afresh. */
export function readLastRound(
  step: Step,
  project: Project,
  { question, entry }: QuestionInstance,
): string[] {
  return textsOf(project.rounds.at(-1)?.answers[step.id]?.[question.id], entry?.id);
}

function groupByList(questions: readonly Question[]): Question[][] {
  const groups: Question[][] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (question.each && last?.[0]?.each === question.each) last.push(question);
    else groups.push([question]);
  }
  return groups;
}

function askGroup(group: readonly Question[], project: Project): QuestionInstance[] {
  const list = group[0]?.each;
  if (!list) return group.map((question) => ({ question }));
  const entries = entriesOf(findAnswer(project, list));
  return entries.flatMap((entry, index) =>
    group.map((question) => ({ question, entry: { ...entry, number: index + 1 } })),
  );
}

/**
 * True when the question is asked now: what its `when` names has one of the answers it waits for.
 */
export function applies(
  step: Step,
  { when }: Question,
  project: Project,
  entry: Entry | undefined,
): boolean {
  if (!when) return true;
  const given = textsOf(findAnswer(project, `${step.id}.${when.question}`), entry?.id);
  return given.some((answer) => when.is.includes(answer));
}
