import type { Drill } from "../library/drill.ts";
import type { AnswerLine } from "../project/answer-line.ts";
import { unmarked } from "../project/answer-line.ts";
import type { WayGiven } from "../project/judgment.ts";
import { readReport } from "../report/read-report.ts";
import { type Attempt, isJudged, type Reply } from "./attempt.ts";
import {
  type DrillQuestion,
  findVerdictName,
  listExtraQuestions,
  listJudgingQuestions,
} from "./drill-questions.ts";

/** How and when answers are given. */
export interface AnswerStamp {
  now: Date;
  via: WayGiven;
  inAgentShell: boolean;
}

/** A question with the answer so far. */
export interface AskedDrillQuestion extends DrillQuestion {
  lines: AnswerLine[];
}

/** A walk through one drill. A session never changes; each change returns a new one. */
export class DrillSession {
  readonly drill: Drill;
  readonly uid: string;
  readonly attempt: Attempt;

  constructor(drill: Drill, uid: string, attempt: Attempt) {
    this.drill = drill;
    this.uid = uid;
    this.attempt = attempt;
  }

  /** True once the truth was shown. What was judged can't be changed from then on. */
  get isFinished(): boolean {
    return this.attempt.finishedAt !== undefined;
  }

  /** The questions that can be answered now. */
  get questions(): DrillQuestion[] {
    if (this.isFinished) return listExtraQuestions(this.attempt.planted ?? []);
    return listJudgingQuestions(this.attempt);
  }

  /** The questions that apply and have no answer. */
  get open(): DrillQuestion[] {
    return this.#applying.filter(({ name }) => this.#isOpen(name));
  }

  /** Returns the next question without an answer, or in `ahead`; undefined at the end. */
  findNext(ahead: ReadonlySet<string> = new Set()): AskedDrillQuestion | undefined {
    const next = this.#applying.find(({ name }) => this.#isOpen(name) || ahead.has(name));
    return next && this.#withLines(next);
  }

  /** Returns the question before; undefined for the first one, and for the first after the end. */
  findBefore({ name }: DrillQuestion): AskedDrillQuestion | undefined {
    const questions = this.#applying;
    const before = questions[questions.findIndex((question) => question.name === name) - 1];
    return before && this.#withLines(before);
  }

  /** Returns the session with an answer. */
  answer(name: string, text: string, stamp: AnswerStamp): DrillSession {
    const { now, via, inAgentShell } = stamp;
    const reply: Reply = {
      ...{ text, at: now.toISOString(), via },
      ...(inAgentShell ? { inAgentShell } : {}),
    };
    const { reopened = [], ...attempt } = this.attempt;
    const answers = { ...attempt.answers, [name]: reply };
    const left = reopened.filter((each) => each !== name);
    return this.reopen({ ...attempt, answers, ...(left.length > 0 ? { reopened: left } : {}) });
  }

  /** Returns the session with answers that are asked for again, though they aren't lost. */
  askAgain(names: readonly string[]): DrillSession {
    if (this.isFinished || names.length === 0) return this;
    return this.reopen({ ...this.attempt, reopened: [...names] });
  }

  /**
   * Returns the session with the truth, if everything that it needs is answered. `asksAll` is true
   * where a person is asked all questions, of which a script may leave some out.
   */
  finish(now: Date, { asksAll }: { asksAll: boolean }): DrillSession {
    const isOpen = asksAll && this.findNext() !== undefined;
    if (this.isFinished || isOpen || !isJudged(this.attempt)) return this;
    return this.reopen(finishAttempt(this.attempt, this.drill, now));
  }

  /** Returns the same session for what is saved now. */
  reopen(attempt: Attempt): DrillSession {
    return new DrillSession(this.drill, this.uid, attempt);
  }

  #isOpen(name: string): boolean {
    const { answers, reopened } = this.attempt;
    return answers[name] === undefined || reopened?.includes(name) === true;
  }

  /** Nobody is sure of what they can't tell. */
  get #applying(): DrillQuestion[] {
    const { answers } = this.attempt;
    return this.questions.filter(({ name }) => {
      const verdict = findVerdictName(name);
      return verdict === undefined || answers[verdict]?.text !== "cannot-tell";
    });
  }

  #withLines(question: DrillQuestion): AskedDrillQuestion {
    const text = this.attempt.answers[question.name]?.text;
    return { ...question, lines: text ? unmarked([text]) : [] };
  }
}

/** Returns a finished try, with the truth that it is shown with. */
function finishAttempt(attempt: Attempt, drill: Drill, now: Date): Attempt {
  const { claims } = readReport(drill.body, drill.checks);
  const truth = drill.truth.map(({ verdict }, at) => {
    const claim = claims[at]?.claim;
    return claim ? { verdict, claim } : { verdict };
  });
  const planted = drill.planted.map(({ what }) => what);
  const { reopened: _, ...judged } = attempt;
  const answers = { ...attempt.answers, ...nameNothing(attempt, planted) };
  return { ...judged, answers, finishedAt: now.toISOString(), truth, planted };
}

/** Whoever wrote nothing about what else is wrong isn't asked whether they named it. */
function nameNothing({ answers }: Attempt, planted: readonly string[]): Attempt["answers"] {
  const wrote = answers.else;
  if (wrote?.text !== "") return {};
  return Object.fromEntries(
    planted.map((_, at) => [`named.${at + 1}`, { ...wrote, text: "no" }] as const),
  );
}
