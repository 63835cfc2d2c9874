import type { Picks, Question, Step } from "../library/step.ts";
import { type AnswerLine, readSavedLines } from "./answer-line.ts";
import {
  type Amendment,
  type Entry,
  entriesOf,
  findAnswer,
  findEntryAnswer,
  holdsEvidence,
  type Project,
  type SavedValue,
  textsOf,
} from "./project.ts";
import { readProposed } from "./proposed.ts";
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
  return listRedoable(project, step).filter(
    ({ question }) => !question.later && !isKnownAlready(project, step, question),
  );
}

/**
 * Returns true if another answer holds the evidence that a question would ask for, and there is no
 * answer to it, not even one from notes.
 */
function isKnownAlready(project: Project, step: Step, { id, askUnless }: Question): boolean {
  if (!askUnless || findAnswer(project, `${step.id}.${id}`)) return false;
  if (readProposed(project, step.id, id)) return false;
  return holdsEvidence(findAnswer(project, `${step.id}.${askUnless.evidenceIn}`));
}

/** Lists what can be answered by name: what is asked now, and what is answered later. */
export function listRedoable(project: Project, step: Step): QuestionInstance[] {
  return groupByList(step.questions)
    .flatMap((group) => askGroup(group, project))
    .filter(({ question, entry }) => applies(project, step, question, entry));
}

/**
 * Returns true if the question has an answer. An answer for an entry counts only until the entry
 * changes, and one that picks from a list until the list changes.
 */
export function isAnswered(
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): boolean {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (question.picks && value && wasChangedSince(project, question.picks.from, readTime(value)))
    return false;
  if (!entry) return value !== undefined;
  return findEntryAnswer(value, entry.id)?.of === entry.text;
}

/** Returns true if the question has no answer, or the person stopped while changing it. */
export function needsAsking(project: Project, step: Step, instance: QuestionInstance): boolean {
  if (!isAnswered(project, step, instance)) return true;
  const isLeft = readUnfinished(project, step.id, nameInstance(instance)) !== undefined;
  return isLeft && !project.finished[step.id];
}

/** Returns true while a question about a check, or about another entry of a list, is open. */
export function hasOpenEntry(project: Project, step: Step): boolean {
  return listQuestionInstances(project, step).some(
    (instance) => instance.entry && needsAsking(project, step, instance),
  );
}

/**
 * Lists the questions that keep a step from being finished: the required ones without an answer,
 * a default, or an answer of the round before that still holds.
 */
export function listMissing(project: Project, step: Step): QuestionInstance[] {
  return listQuestionInstances(project, step).filter(
    (instance) =>
      !instance.question.optional &&
      instance.question.default === undefined &&
      !isAnswered(project, step, instance) &&
      !findSameLines(project, step, instance),
  );
}

/**
 * Returns the answer of the round before if the question offers it again: not if its entry has
 * changed since, or the list it picks from, or its condition wasn't met.
 */
export function findSameLines(
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): AnswerLine[] | undefined {
  const { same } = question;
  const round = project.rounds.at(-1);
  const value = round?.answers[step.id]?.[question.id];
  if (!same || !round || !value) return undefined;
  if (entry && findEntryAnswer(value, entry.id)?.of !== entry.text) return undefined;
  if (question.picks && wasChangedSince(project, question.picks.from, readTime(value)))
    return undefined;
  if (same !== true) {
    const given = textsOf(round.answers[step.id]?.[same.question], entry?.id);
    if (!given.some((answer) => same.is.includes(answer))) return undefined;
  }
  return readSavedLines(value, entry?.id);
}

/** Returns the lines of a list that were there when an answer picked from it. */
export function listOffered(project: Project, from: string, value: SavedValue): string[] {
  const changed = project.amendments.find(isChangeSince(from, readTime(value)));
  return changed ? [...changed.before] : textsOf(findAnswer(project, from));
}

/** Whether a line of a list was picked. */
export type PickSide = "yes" | "no";

/**
 * Lists the lines of a list that an answer picked, or those that it didn't pick. Leaves out lines
 * that came after the answer.
 */
export function listPickedLines(
  project: Project,
  { from }: Picks,
  value: SavedValue,
  which: PickSide,
): string[] {
  const picked = textsOf(value);
  const offered = listOffered(project, from, value);
  return textsOf(findAnswer(project, from)).filter(
    (text) => offered.includes(text) && picked.includes(text) === (which === "yes"),
  );
}

function readTime(value: SavedValue): string {
  return "at" in value && typeof value.at === "string" ? value.at : "";
}

function wasChangedSince({ amendments }: Project, reference: string, time: string): boolean {
  return amendments.some(isChangeSince(reference, time));
}

function isChangeSince(reference: string, time: string) {
  return ({ step, question, at }: Amendment) =>
    `${step}.${question}` === reference && Date.parse(at) > Date.parse(time);
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

/** Returns the words of an entry when the round before answered a question; undefined if the same. */
export function readReworded(
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): string | undefined {
  const value = project.rounds.at(-1)?.answers[step.id]?.[question.id];
  const of = entry && findEntryAnswer(value, entry.id)?.of;
  return of === entry?.text ? undefined : of;
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
  if (!list) return group.map((question) => ({ question: fillChoices(question, project) }));
  const entries = entriesOf(findAnswer(project, list));
  return entries.flatMap((entry, index) =>
    group.map((question) => ({ question, entry: { ...entry, number: index + 1 } })),
  );
}

/** Returns the question with the lines it picks from as its choices. */
function fillChoices(question: Question, project: Project): Question {
  if (!question.picks) return question;
  const lines = entriesOf(findAnswer(project, question.picks.from)).map(({ text }) => text);
  return { ...question, choices: lines.map((text) => ({ value: text, label: text })) };
}

/**
 * Returns true if a question is asked: its condition is met, or it has none, and there is something
 * to pick.
 */
export function applies(
  project: Project,
  step: Step,
  { when, picks }: Question,
  entry: Entry | undefined,
): boolean {
  if (picks && entriesOf(findAnswer(project, picks.from)).length === 0) return false;
  if (!when) return true;
  const given = textsOf(findAnswer(project, `${step.id}.${when.question}`), entry?.id);
  return given.some((answer) => when.is.includes(answer));
}
