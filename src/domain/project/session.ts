import { countPredictable } from "../insights/forecast.ts";
import { parseReference } from "../library/reference.ts";
import { readSliceField, type Slice } from "../library/slice.ts";
import type { Question, Step } from "../library/step.ts";
import { type Progress, saveProject } from "../progress/progress.ts";
import { draftAnswers } from "./drafts.ts";
import { finishStep, keepDrafts } from "./finish-step.ts";
import { entriesOf, findAnswer, type Project } from "./project.ts";
import {
  isAnswered,
  listMissing,
  listQuestionInstances,
  listRedoable,
  nameInstance,
  needsAsking,
  type QuestionInstance,
  readLastRound,
} from "./question-instance.ts";
import {
  type AnswerLine,
  type Change,
  needsReason,
  readAnswerLines,
  saveAnswer,
  unmarked,
} from "./save-answer.ts";
import { keepUnfinished, readUnfinished, type Typed, type TypedByName } from "./unfinished.ts";
import { type InvalidAnswer, validateAnswer } from "./validate-answer.ts";

/** Why an answer can't be saved: `kind` says whether another answer, or a reason, would help. */
export interface AnswerProblem extends InvalidAnswer {
  kind: "invalid" | "needs-reason" | "closed" | "gone";
}

/** A question that a session asks, with what is known about its answer. */
export interface SessionQuestion extends QuestionInstance {
  /** Its name in flags and messages: `saw`, or `saw.2` for the second entry of a list. */
  name: string;
  /** Its place among the questions of the session, from 1. */
  number: number;
  isAnswered: boolean;
  /** True if it still has to be asked: it has no answer, or its answer was being changed. */
  isOpen: boolean;
  /** The saved answer, else one drafted from earlier answers. */
  lines: AnswerLine[];
  /** What was typed and never confirmed. */
  typed: Typed | undefined;
  /** What the round before answered. */
  before: string[];
  /** The highest number that makes sense, for a prediction. */
  max: number | undefined;
}

/** The content that a step needs. */
export interface StepLibrary {
  slices: readonly Slice[];
  steps: readonly Step[];
}

/**
 * A step of one project: what it asks, what is answered, and what each answer makes of the saved
 * progress. A session never changes; each change returns a new one.
 */
export class StepSession {
  readonly library: StepLibrary;
  readonly progress: Progress;
  readonly project: Project;
  readonly step: Step;
  /** All steps of the library. */
  readonly steps: readonly Step[];
  /** The slice of the project; undefined if the content doesn't have it anymore. */
  readonly slice: Slice | undefined;

  constructor(library: StepLibrary, progress: Progress, project: Project, step: Step) {
    this.library = library;
    this.progress = progress;
    this.project = project;
    this.step = step;
    this.steps = library.steps;
    this.slice = library.slices.find(({ id }) => id === project.slice);
  }

  /** Everything the step asks of the project now, in order. */
  get questions(): SessionQuestion[] {
    return listQuestionInstances(this.project, this.step).map(this.#describe);
  }

  /** The questions that still have to be asked. */
  get open(): SessionQuestion[] {
    return this.questions.filter(({ isOpen }) => isOpen);
  }

  /** The names of the questions without which the step can't be finished. */
  get missing(): string[] {
    return listMissing(this.project, this.step).map(nameInstance);
  }

  /** Everything that can be answered again by name, with the questions that come later. */
  get redoable(): SessionQuestion[] {
    return listRedoable(this.project, this.step).map(this.#describe);
  }

  /** Returns what a starter slice says beside a question. */
  hintsFor({ hint }: Question): string[] {
    if (!hint || !this.slice || this.slice.own) return [];
    return readSliceField(this.slice, parseReference(hint).question);
  }

  /** Returns the saved answer to a question. */
  linesOf(instance: QuestionInstance): AnswerLine[] {
    return readAnswerLines(this.project, this.step, instance);
  }

  /** Returns the session with an answer saved, or says why it can't be saved. */
  answer(
    instance: QuestionInstance,
    lines: readonly AnswerLine[],
    change: Change,
  ): StepSession | AnswerProblem {
    const { step, project } = this;
    const current = this.#findCurrent(instance);
    const name = nameInstance(instance);
    if (!current) return describeGoneEntry(name);
    const { question } = current;
    const texts = lines.map(({ text }) => text);
    const limits = { subject: `"${question.id}"`, max: this.#findMax(question) };
    const invalid = validateAnswer(question, texts, limits);
    if (invalid) return { kind: "invalid", ...invalid };
    if (project.closed && !question.later) return describeClosed(project, name);
    if (needsReason(project, step, current, lines) && !change.because)
      return describeMissingReason(name);
    return this.#with(saveAnswer(project, step, current, lines, change));
  }

  /** Returns the session with what was typed and not confirmed kept for the next time. */
  keepTyped(typed: TypedByName): StepSession {
    return this.#with(keepUnfinished(this.project, this.step.id, typed));
  }

  /** Returns the session with the drafts of questions that the person wasn't asked saved. */
  keepDrafts(change: Change): StepSession {
    return this.#with(keepDrafts(this.steps, this.project, this.step, change));
  }

  /** Returns the session with the step finished, or itself if something is missing. */
  finish(now: Date): StepSession {
    return this.#with(finishStep(this.steps, this.project, this.step, now));
  }

  /** Returns the same session in other progress; undefined if the project isn't in it. */
  reopen(progress: Progress): StepSession | undefined {
    const project = progress.projects.find(({ uid }) => uid === this.project.uid);
    return project && new StepSession(this.library, progress, project, this.step);
  }

  #with(project: Project): StepSession {
    if (project === this.project) return this;
    return new StepSession(this.library, saveProject(this.progress, project), project, this.step);
  }

  #describe = (instance: QuestionInstance, index: number): SessionQuestion => {
    const { step, project } = this;
    const name = nameInstance(instance);
    const lines = readAnswerLines(project, step, instance);
    return {
      ...instance,
      name,
      number: index + 1,
      isAnswered: isAnswered(project, step, instance),
      isOpen: needsAsking(project, step, instance),
      lines:
        lines.length > 0 ? lines : unmarked(draftAnswers(this.steps, project, instance.question)),
      typed: readUnfinished(project, step.id, name),
      before: readLastRound(project, step, instance),
      max: this.#findMax(instance.question),
    };
  };

  /**
   * Finds the entry that a question was asked for, which may have moved in its list since. The text
   * that the person saw stays with the answer, so a changed entry is asked about again.
   */
  #findCurrent({ question, entry }: QuestionInstance): QuestionInstance | undefined {
    if (!entry) return { question };
    const entries = entriesOf(findAnswer(this.project, question.each ?? ""));
    const index = entries.findIndex(({ id }) => id === entry.id);
    return index < 0 ? undefined : { question, entry: { ...entry, number: index + 1 } };
  }

  #findMax({ type }: Question): number | undefined {
    return type === "number" ? countPredictable(this.steps, this.project, this.step) : undefined;
  }
}

function describeGoneEntry(name: string): AnswerProblem {
  return {
    kind: "gone",
    message: `"${name}" isn't asked anymore, because the list it belongs to has changed.`,
    fix: "builder-pm status",
  };
}

/** Says that a closed project can't be changed. */
export function describeClosed({ id, title }: Project, name: string): AnswerProblem {
  return {
    kind: "closed",
    message: `"${title}" (${id}) is finished, so "${name}" can't be changed anymore.`,
    fix: "builder-pm projects",
  };
}

function describeMissingReason(name: string): AnswerProblem {
  return {
    kind: "needs-reason",
    message: `The brief is written, so a change to "${name}" needs a reason.`,
    fix: 'Add: --because "..."',
  };
}
