import { listPredictable } from "../insights/forecast.ts";
import { findPrediction } from "../library/judging.ts";
import { parseReference } from "../library/reference.ts";
import { readSliceField, type Slice } from "../library/slice.ts";
import { findJoined, type Question, type Step } from "../library/step.ts";
import { isAboutPeople } from "../notes/personal.ts";
import { type AnswerLine, unmarked } from "./answer-line.ts";
import { mergeChoices, mergeLines } from "./joined-choices.ts";
import type { Project } from "./project.ts";
import { type ProposalSource, proposeAnswer } from "./proposals.ts";
import {
  applies,
  isAnswered,
  nameInstance,
  needsAsking,
  type QuestionInstance,
  readLastRound,
  readReworded,
} from "./question-instance.ts";
import { readAnswerLines } from "./save-answer.ts";
import { readUnfinished, type Typed } from "./unfinished.ts";
import { limitOffered, listUnplaced } from "./unplaced.ts";

/** A question that a session asks, with what is known about its answer. */
export interface SessionQuestion extends QuestionInstance {
  /** Its name in flags and messages: `saw`, or `saw.2` for the second entry of a list. */
  name: string;
  isAnswered: boolean;
  /** True if it still has to be asked: it has no answer, or its answer was being changed. */
  isOpen: boolean;
  /** The saved answer, else one that is offered. */
  lines: readonly AnswerLine[];
  /** Where an answer comes from that only has to be confirmed; undefined if there is none. */
  proposed: ProposalSource | undefined;
  /** The question as a person sees it: with the choices of one that is asked together with it. */
  asked: Question;
  /** What a starter slice says beside the question. */
  hints: readonly string[];
  /** Good lines to pick from. */
  candidates: readonly string[];
  /** Lines of the person's notes that found no place, to pick from. */
  leftover: readonly string[];
  /** What was typed and never confirmed. */
  typed: Typed | undefined;
  /** What the round before answered. */
  before: string[];
  /** The words of the check when that was answered, if they are others now. */
  beforeOf: string | undefined;
  /** The highest number that makes sense, for a prediction. */
  max: number | undefined;
  /** What a prediction is about: the entries that are judged later. */
  judged: string[];
}

/** The content that a step needs. */
export interface StepLibrary {
  slices: readonly Slice[];
  steps: readonly Step[];
}

/** The step of a project that questions belong to. */
export interface StepOfProject {
  steps: readonly Step[];
  project: Project;
  step: Step;
  /** Undefined if the content doesn't have the slice of the project anymore. */
  slice: Slice | undefined;
}

/** Returns a question with all that is known about its answer. */
export function describeQuestion(at: StepOfProject, instance: QuestionInstance): SessionQuestion {
  const { step, project } = at;
  const { question } = instance;
  const name = nameInstance(instance);
  const saved = readAnswerLines(project, step, instance);
  const isOpen = needsAsking(project, step, instance);
  const proposal = isOpen ? proposeAnswer(at.steps, project, step, instance) : undefined;
  const hints = listHints(at, question);
  const typed = readUnfinished(project, step.id, name);
  const hasStarted = !isOpen || saved.length > 0 || typed?.lines !== undefined;
  return {
    ...instance,
    name,
    isAnswered: isAnswered(project, step, instance),
    isOpen,
    lines:
      saved.length > 0
        ? withJoined(at, instance, saved)
        : (proposal?.lines ?? listStillThere(at, instance)),
    proposed: proposal?.source,
    asked: mergeChoices(step, question),
    hints: question.choose ? [] : hints,
    candidates: question.choose ? listGoodLines(hints, question) : [],
    leftover: hasStarted ? [] : listLeftover(at, instance, proposal?.source),
    typed,
    before: readBefore(at, instance),
    beforeOf: readReworded(project, step, instance),
    max: findMax(at, question),
    judged: (listPredicted(at, question) ?? []).map(({ text }) => text),
  };
}

/**
 * What notes can answer, lines of them may still answer that found no place. Where notes have
 * filled in what says which data may be used, only lines about people's data are worth another
 * look.
 */
function listLeftover(
  { project, step }: StepOfProject,
  instance: QuestionInstance,
  source: ProposalSource | undefined,
): string[] {
  const { files, names, type } = instance.question;
  const isAsked = names !== undefined && (type === "text" || type === "list");
  const isNew = readLastRound(project, step, instance).length === 0;
  if (!isAsked || !isNew) return [];
  const lines = listUnplaced(project, instance.question);
  if (source === undefined) return limitOffered(lines);
  return files && source === "notes" ? limitOffered(lines.filter(isAboutPeople)) : [];
}

/** Returns what the round before picked from a list that has changed since, where it still is. */
function listStillThere({ step, project }: StepOfProject, instance: QuestionInstance) {
  const { picks, choices = [] } = instance.question;
  if (!picks) return [];
  const before = readLastRound(project, step, instance);
  return unmarked(before.filter((text) => choices.some(({ value }) => value === text)));
}

/** Returns the highest number that makes sense, for a prediction. */
export function findMax(at: StepOfProject, question: Question): number | undefined {
  return listPredicted(at, question)?.length;
}

function listPredicted({ steps, project, step }: StepOfProject, { id }: Question) {
  return findPrediction(step)?.id === id ? listPredictable(steps, project, step) : undefined;
}

function listHints({ slice }: StepOfProject, { hint }: Question): readonly string[] {
  return hint && slice && !slice.own ? readSliceField(slice, parseReference(hint).question) : [];
}

function listGoodLines(hints: readonly string[], { candidates = [] }: Question) {
  return hints.length > 0 ? hints : candidates;
}

function readBefore({ step, project }: StepOfProject, instance: QuestionInstance): string[] {
  const before = readLastRound(project, step, instance);
  const joined = findJoined(step, instance.question);
  // Files of before this was noticed keep the cause of a verdict that was changed since.
  if (!joined?.when?.is.includes(before[0] ?? "")) return before;
  const second = readLastRound(project, step, { ...instance, question: joined });
  return mergeLines(unmarked(before), unmarked(second)).map(({ text }) => text);
}

function withJoined(
  { project, step }: StepOfProject,
  instance: QuestionInstance,
  saved: readonly AnswerLine[],
): readonly AnswerLine[] {
  const joined = findJoined(step, instance.question);
  if (!joined || !applies(project, step, joined, instance.entry)) return saved;
  return mergeLines(saved, readAnswerLines(project, step, { ...instance, question: joined }));
}
