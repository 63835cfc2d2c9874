import { nameInSentence } from "../library/question-name.ts";
import type { Slice } from "../library/slice.ts";
import type { Step } from "../library/step.ts";
import { type Progress, saveProject } from "../progress/progress.ts";
import type { AnswerLine } from "./answer-line.ts";
import {
  type AnswerProblem,
  describeClosed,
  describeGoneEntry,
  describeMissingReason,
} from "./answer-problem.ts";
import { waitsForReport } from "./drafts.ts";
import { finishStep, keepProposals } from "./finish-step.ts";
import { readPicks } from "./picks.ts";
import { entriesOf, findAnswer, type Project } from "./project.ts";
import type { Proposal } from "./proposals.ts";
import {
  type DraftSource,
  dropProposed,
  type Filled,
  listReplacedDrafts,
  proposeAnswers,
} from "./proposed.ts";
import {
  listMissing,
  listQuestionInstances,
  listRedoable,
  nameInstance,
  type QuestionInstance,
} from "./question-instance.ts";
import { openReports } from "./report-state.ts";
import { addReportedLines } from "./reported-lines.ts";
import { type Change, needsReason, readAnswerLines, saveAnswer } from "./save-answer.ts";
import {
  describeQuestion,
  findMax,
  type SessionQuestion,
  type StepLibrary,
} from "./session-question.ts";
import { traceJudgments } from "./trace.ts";
import { keepUnfinished, type TypedByName } from "./unfinished.ts";
import { keepUnplaced } from "./unplaced.ts";
import { validateAnswer } from "./validate-answer.ts";

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

  /** The same questions as a person knows them. */
  get missingWords(): string[] {
    return listMissing(this.project, this.step).map(({ question, entry }) =>
      nameInSentence(question, entry),
    );
  }

  /** Everything that can be answered again by name, with the questions that come later. */
  get redoable(): SessionQuestion[] {
    return listRedoable(this.project, this.step).map(this.#describe);
  }

  /**
   * Lists the open questions whose answer only has to be confirmed, with that answer, and those
   * that follow from such an answer. Leaves out what the person was typing when they stopped.
   */
  listProposed(change: Change): SessionQuestion[] {
    const known = new Map(this.questions.map((question) => [question.name, question]));
    const all = this.#with(keepProposals(this, change));
    return all.questions.flatMap((kept) => {
      const now = known.get(kept.name);
      const isOffered = kept.isAnswered || kept.proposed !== undefined;
      if (!isOffered || now?.isOpen === false || now?.typed || now?.leftover.length) return [];
      // What the agent wrote must not stand on the screen that keeps verdicts.
      if (waitsForReport(this.project, kept.question))
        return now?.proposed === "before" ? [now] : [];
      return [{ ...kept, proposed: now?.proposed ?? "before", lines: kept.lines }];
    });
  }

  /** Returns true if the entry that a question was asked for is still in its list. */
  hasEntry(instance: QuestionInstance): boolean {
    return instance.entry === undefined || this.#findCurrent(instance) !== undefined;
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
    if (!current) return describeGoneEntry(nameInSentence(instance.question, instance.entry));
    const { question } = current;
    const name = nameInSentence(question, current.entry);
    const picked = readPicks(question, lines);
    const texts = picked.map(({ text }) => text);
    const limits = {
      ...{
        subject: `"${nameInSentence(question)}"`,
        max: findMax(this, question),
        today: change.now,
      },
      before: this.linesOf(current).map(({ text }) => text),
    };
    const invalid = validateAnswer(question, texts, limits);
    if (invalid) return { kind: "invalid", ...invalid };
    if (project.closed && !question.later) return describeClosed(project, name);
    if (needsReason(project, step, current, picked) && !change.because)
      return describeMissingReason(this, name);
    return this.#with(saveAnswer(project, step, current, picked, change));
  }

  /** Returns the session with drafts to be confirmed, and with lines that found no place. */
  propose(filled: Filled, from: DraftSource, unplaced: readonly string[] = []): StepSession {
    const project = keepUnplaced(this.project, unplaced);
    return this.#with(proposeAnswers(project, this.step.id, filled, from));
  }

  /** Lists the lines of drafts that others would take the place of. */
  listReplacedDrafts(filled: Filled): Filled {
    return listReplacedDrafts(this.project, this.step.id, filled);
  }

  /** Returns the session without the drafts for these questions. */
  withdraw(ids: readonly string[]): StepSession {
    const { id } = this.step;
    return this.#with(ids.reduce((left, name) => dropProposed(left, id, name), this.project));
  }

  /** Returns the session with what was typed and not confirmed kept for the next time. */
  keepTyped(typed: TypedByName): StepSession {
    return this.#with(keepUnfinished(this.project, this.step.id, typed));
  }

  /** Returns the session with every answer saved that was only offered, except an agent's draft. */
  keepProposals(change: Change, isAsking = true): StepSession {
    const mayKeep = ({ source }: Proposal) => source !== "agent";
    return this.#with(keepProposals(this, change, { isAsking, mayKeep }));
  }

  /** Returns the session with another work folder, or with what is written there now. */
  keepFolder(folder: Project["folder"]): StepSession {
    const isSame = JSON.stringify(folder) === JSON.stringify(this.project.folder);
    return isSame || !folder ? this : this.#with({ ...this.project, folder });
  }

  /** Returns the session with other pictures. */
  keepPictures(change: (project: Project) => Project): StepSession {
    return this.#with(change(this.project));
  }

  /** Returns the session with the step finished, or itself if something is missing. */
  finish(now: Date): StepSession {
    const judged = openReports(this.steps, this.project);
    const finished = finishStep(this.steps, judged, this.step, now);
    if (!finished.closed && finished.rounds.length === judged.rounds.length)
      return this.#with(finished);
    // After the decision, nobody is drawn to what the agent says.
    const ended = openReports(this.steps, judged, { isEnding: true });
    return this.#with(finishStep(this.steps, ended, this.step, now));
  }

  /**
   * Returns the session with the agent's report opened, if every check has its verdict. What it
   * claims has to be shown then: a verdict that changes later counts as changed after seeing it.
   * With a change, adds what it reports to the lists that were kept from the round before.
   */
  openReports(change?: Change): StepSession {
    const opened = openReports(this.steps, this.project);
    if (!change) return this.#with(opened);
    const { steps, step, project } = this;
    return this.#with(addReportedLines(steps, step, [project, opened], change));
  }

  /** Returns a session of another step of the same project. */
  inStep(step: Step): StepSession {
    return new StepSession(this.library, this.progress, this.project, step);
  }

  /** Returns the same session in other progress; undefined if the project isn't in it. */
  reopen(progress: Progress): StepSession | undefined {
    const project = progress.projects.find(({ uid }) => uid === this.project.uid);
    return project && new StepSession(this.library, progress, project, this.step);
  }

  #with(project: Project): StepSession {
    if (project === this.project) return this;
    const traced = traceJudgments(this.steps, this.project, project);
    return new StepSession(this.library, saveProject(this.progress, traced), traced, this.step);
  }

  #describe = (instance: QuestionInstance): SessionQuestion => describeQuestion(this, instance);

  /**
   * Finds the entry that a question was asked for, which may have moved in its list since. The text
   * that the person saw stays with the answer, so a changed entry is asked about again.
   */
  #findCurrent({ question, entry }: QuestionInstance): QuestionInstance | undefined {
    if (!entry) {
      const { id } = question;
      const asked = listRedoable(this.project, this.step);
      return asked.find((candidate) => candidate.question.id === id) ?? { question };
    }
    const entries = entriesOf(findAnswer(this.project, question.each ?? ""));
    const index = entries.findIndex(({ id }) => id === entry.id);
    return index < 0 ? undefined : { question, entry: { ...entry, number: index + 1 } };
  }
}
