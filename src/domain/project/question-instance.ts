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
export function listQuestionInstances(project: Project, step: Step): QuestionInstance[] {
  return listRedoable(project, step).filter(({ question }) => !question.later);
}

/**
 * Everything a step can be asked for by name: what it asks now, and what is only ever answered
 * later.
 */
export function listRedoable(project: Project, step: Step): QuestionInstance[] {
  return groupByList(step.questions)
    .flatMap((group) => askGroup(group, project))
    .filter(({ question, entry }) => applies(project, step, question, entry));
}

/**
 * True when the asking has an answer that still stands; one for an entry whose text changed since
 * does not.
 */
export function isAnswered(
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): boolean {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (!entry) return value !== undefined;
  return findEntryAnswer(value, entry.id)?.of === entry.text;
}

/** True if a question has no answer, or its answer was being changed when the person stopped. */
export function needsAsking(project: Project, step: Step, instance: QuestionInstance): boolean {
  if (!isAnswered(project, step, instance)) return true;
  const isLeft = readUnfinished(project, step.id, nameInstance(instance)) !== undefined;
  return isLeft && !project.finished[step.id];
}

/** What a step still needs before it can be finished. */
export function listMissing(project: Project, step: Step): QuestionInstance[] {
  return listQuestionInstances(project, step).filter(
    (instance) => !instance.question.optional && !isAnswered(project, step, instance),
  );
}

/**
 * A finished step that must be looked at again, because entries it judged were changed or added
 * since.
 */
export function needsAnotherLook(project: Project, step: Step): boolean {
  return (
    project.finished[step.id] !== undefined && listMissing(project, step).some(({ entry }) => entry)
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
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): string[] {
  return textsOf(findAnswer(project, `${step.id}.${question.id}`), entry?.id);
}

/** The answer that the round before gave, for a person who is asked afresh. */
export function readLastRound(
  project: Project,
  step: Step,
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
  project: Project,
  step: Step,
  { when }: Question,
  entry: Entry | undefined,
): boolean {
  if (!when) return true;
  const given = textsOf(findAnswer(project, `${step.id}.${when.question}`), entry?.id);
  return given.some((answer) => when.is.includes(answer));
}
