import type { Context } from "../../context.ts";
import { type Item, takesEvidence } from "../../domain/library/checklist.ts";
import { labelOfItem } from "../../domain/library/item-label.ts";
import { type CheckQuestion, CheckSession } from "../../domain/progress/check-session.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { TypedByName } from "../../domain/project/unfinished.ts";
import { cleanText } from "../../domain/text/clean.ts";
import { capitalize, describeSaved, quote, quotePath } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { renderReplaced } from "../../render/text/asking.ts";
import { renderAnswerFindings } from "../../render/text/lint.ts";
import { renderExample, renderQuestion } from "../../render/text/question.ts";
import type { LoadedState } from "../shared/app-state.ts";
import { BACK_HINT, isBack, KEEP_HINT } from "../shared/going-back.ts";
import { type Interviewer, interview, type Tools } from "../step/interview.ts";
import type { InterviewQuestion } from "../step/interview-question.ts";
import { findInEvidence } from "./bare-number.ts";

type AskedItem = CheckQuestion & InterviewQuestion;

/**
 * Asks the open items of a checklist one by one, or one item. Returns the progress at the end.
 * `again` is the command that does the same.
 */
export async function askChecklist(
  context: Context,
  { checklist, progress, store }: LoadedState,
  { only, again }: { only?: Item | undefined; again: string },
): Promise<Progress> {
  const now = context.now();
  let made: string | undefined;
  const stamp = {
    now,
    // Making an id takes longer than drawing a question, so it waits for the first answer.
    get id() {
      made ??= context.createId();
      return made;
    },
  };
  const start = new CheckSession(checklist, progress, stamp, { only });
  const save = async (
    session: CheckSession,
    asked: CheckQuestion,
    lines: readonly AnswerLine[],
  ) => {
    let after = session;
    let replaced: string[] = [];
    const saved = await store.update((current) => {
      const reopened = session.reopen(current);
      if (asked.isEvidence && !reopened.takesEvidence(asked.item)) throw changedAnswerError();
      after = reopened.answer(asked, lines, context.now());
      replaced = listReplacedEvidence(asked.item, session, reopened, after);
      return after.progress;
    });
    if (replaced.length > 0) context.stderr.show(renderReplaced, replaced);
    return after.reopen(saved);
  };
  const end = await interview(context, start, createCheckInterviewer(context, save, again));
  return end.progress;
}

/** Lists the evidence that another window saved meanwhile, if the answer has taken its place. */
function listReplacedEvidence(
  item: Item,
  before: CheckSession,
  now: CheckSession,
  after: CheckSession,
): string[] {
  const [old, current, left] = [before, now, after].map(
    (session) => session.findLastAnswer(item)?.evidence,
  );
  return current === undefined || current === old || current === left ? [] : [current];
}

function changedAnswerError(): UserError {
  return new UserError(
    "Your answer was changed or removed in another window, " +
      "so this evidence has nothing to go with.",
    { fix: "builder-pm check" },
  );
}

function createCheckInterviewer(
  context: Context,
  save: (
    session: CheckSession,
    asked: CheckQuestion,
    lines: readonly AnswerLine[],
  ) => Promise<CheckSession>,
  again: string,
): Interviewer<CheckSession, AskedItem> {
  const prepare = (asked: CheckQuestion | undefined): AskedItem | undefined => {
    if (asked?.isEvidence) return { ...asked, prompt: asked.question.ask };
    return asked && { ...asked, showExample: () => context.stderr.show(renderExample, asked.item) };
  };
  /** The session in which the evidence was saved that is asked about once more. */
  let settled: { session: CheckSession; goesBack: boolean } | undefined;
  return {
    findNext: (session, { done, ahead }) => prepare(session.findNext(done, ahead)),
    findBefore: (session, asked) => prepare(session.findBefore(asked)),
    show: (session, asked) => showItem(context, session, asked),
    settle: async (session, asked, text, keepDraft, tools) => {
      if (text === (asked.lines[0]?.text ?? "")) return { text, marks: [] };
      const mark = async (words: string) => {
        const found = await findInEvidence(tools.find, asked.item.lint, words);
        return { text: words, marks: found.map(({ rule }) => rule) };
      };
      // Saved before it is asked about, so that someone who stops there has it saved.
      settled = { session: await save(session, asked, [await mark(text)]), goesBack: false };
      const words = await askOnceMore(asked.item, text, keepDraft, tools);
      settled.goesBack = words === undefined;
      return mark(words ?? text);
    },
    save: async (before, asked, lines) => {
      const { session, goesBack } = settled ?? { session: before, goesBack: false };
      settled = undefined;
      // The session before still asks for the evidence, which now has the words that were saved.
      if (goesBack) return before.reopen(session.progress);
      if (!asked.isEvidence) return save(session, asked, lines);
      const saved = session.answers[asked.item.id]?.evidence ?? "";
      return lines[0]?.text === saved ? session.skipEvidence() : save(session, asked, lines);
    },
    keepTyped: async (session, typed) => printUnsaved(context, session, typed),
    describeStop: (session, typed) => describeStoppedCheck(session, typed, again),
  };
}

function showItem(context: Context, session: CheckSession, { item, isEvidence }: AskedItem): void {
  if (isEvidence) return;
  const { items } = session.checklist;
  context.stderr.show(renderQuestion, {
    item,
    number: items.findIndex(({ id }) => id === item.id) + 1,
    total: items.length,
    before: session.findLastAnswer(item),
    draft: session.findDraft(item),
  });
}

/**
 * Asks about evidence that is vague, once. Returns the words that the person decided on; undefined
 * if they go back.
 */
async function askOnceMore(
  { lint }: Item,
  words: string,
  keepDraft: (text: string) => void,
  { context, prompter, find }: Tools,
): Promise<string | undefined> {
  const findings = await findInEvidence(find, lint, words);
  if (findings.length === 0) return words;
  context.stderr.show(renderAnswerFindings, { findings });
  const again = await prompter.text({
    message: "Want to add that?",
    hint: `${KEEP_HINT}. ${BACK_HINT}`,
    // With a space, so that what is added doesn't run into the last word.
    initial: `${words} `,
    keepDraft: (text) => keepDraft(text.trim() === words ? "" : text.trim()),
  });
  if (isBack(again, words)) return undefined;
  return cleanText(again) || words;
}

/** Prints evidence that was typed and isn't saved as a command: its answer is saved. */
function printUnsaved({ stderr }: Context, session: CheckSession, typed: TypedByName): void {
  for (const { id } of session.checklist.items) {
    const draft = typed.get(`${id}.evidence`)?.draft;
    const saved = session.answers[id];
    if (!draft || draft === saved?.evidence || !saved || !takesEvidence(saved.answer)) continue;
    stderr.line("What you were typing isn't saved yet. To save it:");
    stderr.line(`  builder-pm check --evidence ${id}=${quote(draft)}`);
  }
}

/** Says what is saved, and that the answers of an earlier check stay. */
function describeKept(given: number, earlier: number, total: number): string {
  if (earlier === 0) return `${capitalize(describeSaved(given, total))}.`;
  if (given === 0) return `Nothing has changed: ${describeSaved(earlier, total)}.`;
  return `${capitalize(describeSaved(given, total))}. The others are as they were.`;
}

function describeStoppedCheck(session: CheckSession, typed: TypedByName, again: string): string {
  const { checklist, answers, run, only } = session;
  const { length } = checklist.items.filter(({ id }) => answers[id]);
  const comeBack = run?.finishedAt && !only ? "builder-pm status" : again;
  const earlier = checklist.items.filter(
    (item) => !answers[item.id] && session.findLastAnswer(item),
  ).length;
  const saved = `Stopped. ${describeKept(length, earlier, checklist.items.length)}`;
  const next = session.findNext(new Set());
  const isEmpty = next?.lines.length === 0 && !typed.get(next.name)?.draft;
  // The answer is saved, so its evidence isn't asked for again. What was typed has a command.
  const isLeft = next?.isEvidence && isEmpty && !only;
  if (!isLeft) return `${saved} To continue: ${comeBack}`;
  const add = `builder-pm check --item ${quotePath(labelOfItem(next.item))}`;
  return `${saved}\nTo add evidence to the last one: ${add}\nTo continue: ${comeBack}`;
}
