import type { Context } from "../../context.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import { listTyped, type Typed, type TypedByName } from "../../domain/project/unfinished.ts";
import { StoppedError } from "../../errors.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderEntries, renderNotice, renderUnsaved } from "../../render/text/asking.ts";
import { createAnswerLinter, type FindInAnswer, lintLines } from "../shared/answer-lint.ts";
import { askAboutJoined } from "../shared/joined-text.ts";
import { showDraftFindings } from "./draft-findings.ts";
import type { InterviewQuestion } from "./interview-question.ts";
import { askQuestion } from "./question.ts";
import { BACK, type Taken } from "./reply.ts";
import { takeFromTexts } from "./taking.ts";

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
  /** Which of several lines is asked about: "Line 2". */
  place?: string | undefined;
}

/** What a person made of a screen of answers; undefined if none was shown. */
export type Screen<S> =
  | typeof BACK
  | {
      session: S;
      /** The names of the questions whose answers were kept. */
      kept: readonly string[];
      /** The names of the questions to ask again, whose answers were kept before. */
      again: readonly string[];
    }
  | undefined;

/** What is asked: the steps of a session of type `S`, and where its answers go. */
export interface Interviewer<S, Q extends InterviewQuestion> {
  /** Returns what to ask next; undefined at the end. */
  findNext(session: S, past: Past): Q | undefined;
  /** Returns where going back leads; undefined if the question offers no way back. */
  findBefore(session: S, question: Q): Q | undefined;
  /**
   * Offers the answers that only have to be confirmed, all on one screen, if the question belongs
   * there. Returns what the person made of them; undefined if there is nothing to offer.
   */
  confirmProposed?(session: S, question: Q, past: Past, tools: Tools): Promise<Screen<S>>;
  /** Has that screen shown again if going back leads there, and returns where it stood first. */
  reopenScreen?(session: S, question: Q): Q | undefined;
  /** Lists what was picked on that screen to be changed, and wasn't changed yet. */
  listPicked?(session: S, past: Past): TypedByName;
  /** Offers what may belong to the answer, such as pictures, before the question is shown. */
  offer?(session: S, question: Q, tools: Tools): Promise<void>;
  /** Prints what belongs above the prompt. */
  show(session: S, question: Q): void;
  /** Takes what was typed as something other than an answer, and returns what to say then. */
  take?(session: S, question: Q, typed: string): Promise<Taken | undefined>;
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

/** An interview on its way: what is asked now, and what happened so far. */
interface Walk<S, Q extends InterviewQuestion> {
  tools: Tools;
  interviewer: Interviewer<S, Q>;
  session: S;
  current: Q | undefined;
  past: { typed: Map<string, Typed>; done: Set<string>; ahead: Set<string> };
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
  const past = { typed, done: new Set<string>(), ahead: new Set<string>() };
  const find = createAnswerLinter(context);
  const work = async (prompter: Prompter) => {
    const tools = { context, prompter, find };
    const current = interviewer.findNext(session, past);
    const walk: Walk<S, Q> = { tools, interviewer, session, current, past };
    while (walk.current) {
      if (!(await offerScreen(walk, walk.current))) await askNext(walk, walk.current);
      session = walk.session;
    }
    return session;
  };
  try {
    const describeStop = () => interviewer.describeStop(session, typed);
    return await context.ask(describeStop, work, () => prepareSaving(context));
  } catch (error) {
    if (error instanceof StoppedError) {
      const left = new Map([...(interviewer.listPicked?.(session, past) ?? []), ...typed]);
      if (left.size > 0) await interviewer.keepTyped(session, left);
    } else if (typed.size > 0) context.stderr.show(renderUnsaved, listTyped(typed));
    throw error;
  }
}

/** Loads what saves an answer. */
async function prepareSaving(context: Context): Promise<void> {
  try {
    const store = await context.openStore();
    await store.prepare();
  } catch {
    // The save itself says what is wrong.
  }
}

/** Offers a screen of answers to confirm, moves on, and returns true if there was one. */
async function offerScreen<S, Q extends InterviewQuestion>(
  walk: Walk<S, Q>,
  current: Q,
): Promise<boolean> {
  const { interviewer, session, past, tools } = walk;
  const screen = await interviewer.confirmProposed?.(session, current, past, tools);
  if (!screen) return false;
  if (screen === BACK) {
    walk.current = interviewer.findBefore(session, current);
    return true;
  }
  walk.session = screen.session;
  for (const name of screen.kept) {
    past.typed.delete(name);
    past.ahead.delete(name);
  }
  for (const name of screen.again) past.ahead.add(name);
  walk.current = interviewer.findNext(walk.session, past);
  return true;
}

/** Asks one question, saves its answer, and moves on or back. */
async function askNext<S, Q extends InterviewQuestion>(
  walk: Walk<S, Q>,
  current: Q,
): Promise<void> {
  const { interviewer, session, past } = walk;
  const reply = await ask(current, walk);
  if (reply === BACK) {
    past.ahead.add(current.name);
    const shown = interviewer.reopenScreen?.(session, current);
    walk.current = shown ?? interviewer.findBefore(session, current);
    return;
  }
  walk.session = await save(walk, current, reply);
  past.done.add(current.name);
  past.ahead.delete(current.name);
  walk.current = interviewer.findNext(walk.session, past);
}

async function ask<S, Q extends InterviewQuestion>(
  current: Q,
  { tools, past: { typed }, interviewer, session }: Walk<S, Q>,
) {
  const canGoBack = interviewer.findBefore(session, current) !== undefined;
  await interviewer.offer?.(session, current, tools);
  interviewer.show(session, current);
  const { context, find } = tools;
  const say = (text: string) => context.stderr.show(renderNotice, text);
  const take = async (words: string) => interviewer.take?.(session, current, words);
  const prompter = askAboutJoined(takeFromTexts(tools.prompter, { take, say }));
  const { name, max, prompt, showExample, candidates, leftover } = current;
  const question = current.asked ?? current.question;
  const { lines, draft } = typed.get(name) ?? current.typed ?? {};
  // Linted again, because the rules may have changed since the lines were saved.
  const texts = lines ?? current.lines.map(({ text }) => text);
  const { lines: initial, findings } = await lintLines(find, question, texts);
  if (!lines && current.proposed) showDraftFindings(context, current.lines, findings);
  return askQuestion(question, {
    prompter,
    say,
    showEntries: (entries) => context.stderr.show(renderEntries, entries),
    settle: (text, keepDraft, place) =>
      interviewer.settle(session, current, text, keepDraft, { ...tools, prompter, place }),
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
    leftover,
  });
}

/** Saves an answer. If it is refused, prints it to be copied, because it isn't kept anywhere. */
async function save<S, Q extends InterviewQuestion>(
  { tools, past: { typed }, interviewer, session }: Walk<S, Q>,
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
