import type { Context } from "../../context.ts";
import type { Question } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { Typed, TypedByName } from "../../domain/project/unfinished.ts";
import { StoppedError } from "../../errors.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderEntries, renderNotice, renderUnsaved } from "../../render/text/asking.ts";
import { createAnswerLinter, type FindInAnswer, lintLines } from "../shared/answer-lint.ts";
import { askQuestion } from "./question.ts";
import { BACK } from "./reply.ts";

/** A question as an interview asks it. */
export interface InterviewQuestion {
  /** Its name within the session; no two questions share one. */
  name: string;
  question: Question;
  /** The question as the person sees it, if its choices differ. */
  asked?: Question | undefined;
  /** Good lines to pick from. */
  candidates?: readonly string[] | undefined;
  /** The answer so far, to be edited. */
  lines: readonly AnswerLine[];
  /** What the round before answered. */
  before?: readonly string[] | undefined;
  /** What was typed and not confirmed when the person stopped before. */
  typed?: Typed | undefined;
  /** The highest number that makes sense. */
  max?: number | undefined;
  /** What the prompt for a text says, if it isn't "Your answer:". */
  prompt?: string | undefined;
  /** Shows what a good answer looks like. */
  showExample?: (() => void) | undefined;
}

/** What has happened in an interview so far. */
export interface Past {
  /** What was typed and not answered, by the name of each question. */
  typed: TypedByName;
  /** The names of the questions that were answered. */
  done: ReadonlySet<string>;
  /** The names of the questions that the person went back from, which are shown again. */
  ahead: ReadonlySet<string>;
}

/** What an interviewer works with while it asks. */
export interface Tools {
  context: Context;
  prompter: Prompter;
  find: FindInAnswer;
}

/** What is asked: the steps of a session of type `S`, and where its answers go. */
export interface Interviewer<S, Q extends InterviewQuestion> {
  /** Returns what to ask next; undefined at the end. */
  findNext(session: S, past: Past): Q | undefined;
  /** Returns where going back leads; undefined if the question offers no way back. */
  findBefore(session: S, question: Q): Q | undefined;
  /**
   * Offers the answers that only have to be confirmed, all on one screen, and returns the session
   * with those that the person keeps; undefined if there is nothing to offer.
   */
  confirmProposed?(session: S, past: Past, tools: Tools): Promise<S | undefined>;
  /** Prints what belongs above the prompt. */
  show(session: S, question: Q): void;
  /** Asks about a vague line, and returns the line that the person decided on. */
  settle(
    session: S,
    question: Q,
    text: string,
    keepDraft: (text: string) => void,
    tools: Tools,
  ): Promise<AnswerLine>;
  /** Saves an answer and returns the session with it. */
  save(session: S, question: Q, lines: readonly AnswerLine[], tools: Tools): Promise<S>;
  /** Keeps what was typed and not answered when the person stops. */
  keepTyped(session: S, typed: TypedByName): Promise<void>;
  /** Says what is saved when the person stops. */
  describeStop(session: S, typed: TypedByName): string;
}

/**
 * Asks one question after the other, saving each answer at once, and returns the session at the
 * end. What was typed and can't be saved is printed before the error is thrown.
 */
export async function interview<S, Q extends InterviewQuestion>(
  context: Context,
  start: S,
  interviewer: Interviewer<S, Q>,
): Promise<S> {
  let session = start;
  const typed = new Map<string, Typed>();
  const find = createAnswerLinter(context);
  const work = async (prompter: Prompter) => {
    const tools = { context, prompter, find };
    const done = new Set<string>();
    const ahead = new Set<string>();
    const past = { typed, done, ahead };
    let current = interviewer.findNext(session, past);
    while (current) {
      const confirmed = await interviewer.confirmProposed?.(session, past, tools);
      if (confirmed) {
        session = confirmed;
        current = interviewer.findNext(session, past);
        continue;
      }
      const back = interviewer.findBefore(session, current);
      interviewer.show(session, current);
      const canGoBack = back !== undefined;
      const reply = await ask(current, { tools, typed, interviewer, session, canGoBack });
      if (reply === BACK) {
        ahead.add(current.name);
        current = back;
        continue;
      }
      session = await save({ tools, typed, interviewer, session }, current, reply);
      done.add(current.name);
      ahead.delete(current.name);
      current = interviewer.findNext(session, past);
    }
    return session;
  };
  try {
    return await context.ask(() => interviewer.describeStop(session, typed), work);
  } catch (error) {
    if (typed.size > 0) {
      if (error instanceof StoppedError) await interviewer.keepTyped(session, typed);
      else context.stderr.show(renderUnsaved, listTyped(typed));
    }
    throw error;
  }
}

/** Lists everything that was typed and not answered. */
export function listTyped(typed: TypedByName): string[] {
  return [...typed.values()].flatMap(({ lines = [], draft }) =>
    draft ? [...lines, draft] : lines,
  );
}

interface Asking<S, Q extends InterviewQuestion> {
  tools: Tools;
  typed: Map<string, Typed>;
  interviewer: Interviewer<S, Q>;
  session: S;
}

async function ask<S, Q extends InterviewQuestion>(
  current: Q,
  { tools, typed, interviewer, session, canGoBack }: Asking<S, Q> & { canGoBack: boolean },
) {
  const { context, prompter, find } = tools;
  const { name, max, prompt, showExample, candidates } = current;
  const question = current.asked ?? current.question;
  const { lines, draft } = typed.get(name) ?? current.typed ?? {};
  // Linted again, because the rules may have changed since the lines were saved.
  const texts = lines ?? current.lines.map(({ text }) => text);
  const { lines: initial } = await lintLines(find, question, texts);
  return askQuestion(question, {
    prompter,
    say: (text) => context.stderr.show(renderNotice, text),
    showEntries: (entries) => context.stderr.show(renderEntries, entries),
    settle: (text, keepDraft) => interviewer.settle(session, current, text, keepDraft, tools),
    keep: (now) => {
      // Nothing typed is worth keeping only where it replaces what was kept before.
      if (now.lines || now.draft || current.typed) typed.set(name, now);
      else typed.delete(name);
    },
    initial,
    draft,
    max,
    hasLast: current.before?.some((line) => line !== "") === true,
    today: context.now(),
    canGoBack,
    prompt,
    showExample,
    candidates,
  });
}

/** Saves an answer. If it is refused, prints it to be copied, because it isn't kept anywhere. */
async function save<S, Q extends InterviewQuestion>(
  { tools, typed, interviewer, session }: Asking<S, Q>,
  current: Q,
  lines: readonly AnswerLine[],
): Promise<S> {
  try {
    const saved = await interviewer.save(session, current, lines, tools);
    typed.delete(current.name);
    return saved;
  } catch (error) {
    // Someone who stops is not refused: what they typed is kept for the next time.
    if (error instanceof StoppedError) throw error;
    typed.delete(current.name);
    const texts = lines
      .map(({ text }) => labelOf(current.asked ?? current.question, text))
      .filter(Boolean);
    if (texts.length > 0) tools.context.stderr.show(renderUnsaved, texts);
    throw error;
  }
}
