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

/** An entry with its number in the list, from 1. */
export interface NumberedEntry extends Entry {
  number: number;
}

/** A question to ask, for one entry of a list if it is asked for each. */
export interface QuestionInstance {
  question: Question;
  entry?: NumberedEntry;
}

/**
 * Lists what a step asks of a project now, in order. Questions about the same list are asked entry
 * by entry.
 */
export function listQuestionInstances(project: Project, step: Step): QuestionInstance[] {
  return listRedoable(project, step).filter(({ question }) => !question.later);
}

/** Lists what can be answered by name: what is asked now, and what is answered later. */
export function listRedoable(project: Project, step: Step): QuestionInstance[] {
  return groupByList(step.questions)
    .flatMap((group) => askGroup(group, project))
    .filter(({ question, entry }) => applies(project, step, question, entry));
}

/**
 * Returns true if the question has an answer. An answer for an entry counts only until the entry
 * changes.
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

/** Returns true if the question has no answer, or the person stopped while changing it. */
export function needsAsking(project: Project, step: Step, instance: QuestionInstance): boolean {
  if (!isAnswered(project, step, instance)) return true;
  const isLeft = readUnfinished(project, step.id, nameInstance(instance)) !== undefined;
  return isLeft && !project.finished[step.id];
}

/** Lists the questions that keep a step from being finished. */
export function listMissing(project: Project, step: Step): QuestionInstance[] {
  return listQuestionInstances(project, step).filter(
    (instance) => !instance.question.optional && !isAnswered(project, step, instance),
  );
}

/** Returns true if entries that a finished step judged were changed or added since. */
export function needsAnotherLook(project: Project, step: Step): boolean {
  return (
    project.finished[step.id] !== undefined && listMissing(project, step).some(({ entry }) => entry)
  );
}

/** Names a question in flags and messages: `saw`, or `saw.2` for the second entry. */
export function nameInstance({ question, entry }: QuestionInstance): string {
  return entry ? `${question.id}.${entry.number}` : question.id;
}

/** Names a question where there is no list yet: `saw.1` if it is asked for each entry. */
export function nameQuestion({ id, each }: Question): string {
  return each ? `${id}.1` : id;
}

/** Returns the saved answer to a question, even if its entry changed. */
export function readAnswer(
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): string[] {
  return textsOf(findAnswer(project, `${step.id}.${question.id}`), entry?.id);
}

/** Returns the answer of the round before. */
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

/** Returns true if the condition of a question is met, or it has none. */
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
