import { answerChoices, type Checklist, type Item, takesEvidence } from "../library/checklist.ts";
import type { Question } from "../library/step.ts";
import { type AnswerLine, unmarked } from "../project/answer-line.ts";
import { findDrafts } from "./check-drafts.ts";
import type { Answers, Progress, Run, SavedAnswer } from "./progress.ts";
import {
  currentAnswers,
  findOpenRun,
  type GivenAnswer,
  openRun,
  recordAnswers,
  runForSingleAnswers,
  runsOf,
  type Stamp,
} from "./run.ts";

/** One of the two questions about an item: how true it is, and what evidence there is. */
export interface CheckQuestion {
  name: string;
  item: Item;
  /** True if it asks for evidence; false if it asks how true the item is. */
  isEvidence: boolean;
  question: Question;
  lines: AnswerLine[];
}

/**
 * One run through a checklist, or through one item of it. A session never changes; each change
 * returns a new one.
 */
export class CheckSession {
  readonly checklist: Checklist;
  readonly progress: Progress;
  /** The run that answers go into; undefined before the first answer of a new one. */
  readonly run: Run | undefined;
  readonly #stamp: Stamp;
  readonly only: Item | undefined;
  /** The item whose answer was just given, if it takes evidence. */
  readonly #pending: Item | undefined;
  /** What a coding agent had drafted when the session started, by item. */
  readonly #drafts: Answers;

  constructor(
    checklist: Checklist,
    progress: Progress,
    stamp: Stamp,
    { only, pending, run, drafts }: SessionState = {},
  ) {
    this.checklist = checklist;
    this.progress = progress;
    this.run = run ?? findRun(checklist, progress, stamp, only);
    this.#stamp = stamp;
    this.only = only;
    this.#pending = pending;
    this.#drafts = drafts ?? findDrafts(progress, checklist);
  }

  /** The answers of this run. */
  get answers(): Answers {
    return this.run?.answers ?? {};
  }

  /**
   * Returns the next question; undefined if every item, or the only one, is answered. Items in
   * `ahead` are asked again.
   */
  findNext(
    done: ReadonlySet<string>,
    ahead: ReadonlySet<string> = new Set(),
  ): CheckQuestion | undefined {
    if (this.#pending) return this.#askEvidence(this.#pending);
    const isOpen = ({ id }: Item) =>
      this.only ? !done.has(id) : !this.answers[id] || ahead.has(id);
    const next = this.#items.find(isOpen);
    return next && this.#askAnswer(next);
  }

  /** Returns the question before: the answer that evidence belongs to, or the item before. */
  findBefore({ item, isEvidence }: CheckQuestion): CheckQuestion | undefined {
    if (isEvidence) return this.#askAnswer(item);
    const before = this.#items[this.#items.findIndex(({ id }) => id === item.id) - 1];
    return before && this.#askAnswer(before);
  }

  /** Returns the last answer to an item: in this run, or in an earlier one. */
  findLastAnswer({ id }: Item): SavedAnswer | undefined {
    return this.answers[id] ?? currentAnswers(this.progress, this.checklist)[id];
  }

  /** Returns what a coding agent drafted for an item since the person last answered it. */
  findDraft({ id }: Item): SavedAnswer | undefined {
    return this.#drafts[id];
  }

  /** Returns true if the item has an answer that evidence can be given for. */
  takesEvidence({ id }: Item): boolean {
    const saved = this.answers[id];
    return saved !== undefined && takesEvidence(saved.answer);
  }

  /** Returns the session with an answer or its evidence saved. */
  answer(
    { item, isEvidence }: CheckQuestion,
    lines: readonly AnswerLine[],
    now: Date,
  ): CheckSession {
    const { text, marks } = lines[0] ?? { text: "", marks: [] };
    if (isEvidence) return this.#record(item, { evidence: text, isVague: marks.length > 0 }, now);
    const answer = answerChoices.find(({ value }) => value === text)?.value;
    if (!answer) throw new RangeError(`"${text}" is no answer to an item of a checklist`);
    return this.#record(item, { answer }, now, takesEvidence(answer) ? item : undefined);
  }

  /** Returns the session with the evidence for the pending item left as it is. */
  skipEvidence(): CheckSession {
    return this.#with(this.progress, this.run);
  }

  /**
   * Returns the same session in other progress. If its run isn't there anymore, it goes into the
   * run that is open there, or into a new one: answers that were removed don't come back.
   */
  reopen(progress: Progress): CheckSession {
    return this.#with(progress, this.#findRun(progress, this.run), this.#pending);
  }

  get #items(): readonly Item[] {
    return this.only ? [this.only] : this.checklist.items;
  }

  #record(item: Item, given: GivenAnswer, now: Date, pending?: Item): CheckSession {
    const answers = { [item.id]: given };
    const run = this.run ?? openRun(this.checklist, this.#stamp);
    const progress = recordAnswers(this.progress, this.checklist, run, answers, now);
    return this.#with(progress, this.#findRun(progress, run), pending);
  }

  #findRun(progress: Progress, run: Run | undefined): Run | undefined {
    return run && runsOf(progress, this.checklist).find(({ id }) => id === run.id);
  }

  #with(progress: Progress, run: Run | undefined, pending?: Item): CheckSession {
    return new CheckSession(this.checklist, progress, this.#stamp, {
      only: this.only,
      run,
      drafts: this.#drafts,
      ...(pending ? { pending } : {}),
    });
  }

  #askAnswer(item: Item): CheckQuestion {
    const last = (this.#findOpenDraft(item) ?? this.findLastAnswer(item))?.answer;
    const question: Question = {
      id: item.id,
      ask: "Is this true for you today?",
      type: "select",
      choices: [...answerChoices],
    };
    const lines = last ? unmarked([last]) : [];
    return { name: item.id, item, isEvidence: false, question, lines };
  }

  /** Returns a draft until this session, or another window, has an answer of the person. */
  #findOpenDraft(item: Item): SavedAnswer | undefined {
    const draft = this.#drafts[item.id];
    const own = this.answers[item.id]?.answeredAt ?? "";
    return draft && own < draft.answeredAt ? draft : undefined;
  }

  #askEvidence(item: Item): CheckQuestion {
    const evidence = this.#drafts[item.id]?.evidence ?? this.answers[item.id]?.evidence;
    const question: Question = {
      id: item.id,
      ask: "What evidence could you show? One sentence is enough.",
      type: "text",
      optional: true,
      lint: item.lint,
    };
    const lines = evidence ? unmarked([evidence]) : [];
    return { name: `${item.id}.evidence`, item, isEvidence: true, question, lines };
  }
}

/** What a session goes on from. */
interface SessionState {
  only?: Item | undefined;
  pending?: Item;
  run?: Run | undefined;
  drafts?: Answers;
}

function findRun(
  checklist: Checklist,
  progress: Progress,
  stamp: Stamp,
  only: Item | undefined,
): Run | undefined {
  if (only) return runForSingleAnswers(progress, checklist, stamp);
  return findOpenRun(progress, checklist);
}
