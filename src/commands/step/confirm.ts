import type { Context } from "../../context.ts";
import { type AnswerLine, confirmLines } from "../../domain/project/answer-line.ts";
import { noteOffer } from "../../domain/project/offer-notes.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import type { TypedByName } from "../../domain/project/unfinished.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { joinWords } from "../../domain/text/words.ts";
import { listProposalRows, type ProposalRow } from "../../render/text/proposal-rows.ts";
import {
  askAboutRows,
  hidesProposals,
  nameProposals,
  renderProposals,
} from "../../render/text/proposals.ts";
import { leaveEvidence, lintLines, markEvidence } from "../shared/answer-lint.ts";
import { createChange } from "../shared/change.ts";
import { addPicked, readPickedRows } from "./added-picks.ts";
import { openAfterLastCheck } from "./agent-claims.ts";
import type { Past, Screen, Tools } from "./interview.ts";
import { listAskedLater, listStillPicked } from "./picked-answers.ts";
import { assertChangeable, assertTurn } from "./preconditions.ts";
import { BACK, goBack } from "./reply.ts";
import { answerOrThrow, type StepWork, saveStep } from "./work.ts";

/** A proposed answer, with the marks of the linter. */
interface ConfirmedAnswer {
  question: SessionQuestion;
  lines: readonly AnswerLine[];
}

/** A proposed answer, with what the linter asks about each of its lines. */
type LintedAnswer = Awaited<ReturnType<typeof lintProposed>>;

/** Offers all proposed answers of a step on one screen. */
export interface Confirmation {
  /**
   * Offers each proposed answer once, as soon as `question` is one of them; those that the person
   * wants to change are asked for afterwards, one by one. Returns undefined if there is nothing to
   * offer now.
   */
  confirm(
    work: StepWork,
    question: SessionQuestion,
    past: Past,
    tools: Tools,
  ): Promise<Screen<StepWork>>;
  /**
   * Has the last screen shown again if `question` was the first one asked after it, and returns the
   * name of the question at which it was shown.
   */
  reopen(question: SessionQuestion): string | undefined;
  /** Lists the answers that were picked to be changed and weren't yet, with what was offered. */
  listPicked(session: StepSession, past: Past): TypedByName;
}

/** What a screen offered, and the names of the questions that were picked to be changed. */
interface Offer {
  answers: readonly LintedAnswer[];
  picked: ReadonlySet<string>;
  /** The name of the question at which it was shown, and of the one that was asked after it. */
  at?: string;
  after?: string;
}

/** Creates the screen that offers the proposed answers of a step. */
export function createConfirmation(context: Context): Confirmation {
  const offered = new Set<string>();
  let last: Offer = { answers: [], picked: new Set() };
  let isReopened = false;
  /** What was kept and is only asked for once an answer is changed that was picked. */
  let waiting: readonly ConfirmedAnswer[] = [];

  const listOffers = (session: StepSession, { name: next }: SessionQuestion, { typed }: Past) => {
    const proposed = session.listProposed(createChange(context));
    if (isReopened) return listAgain(session, last, proposed);
    const fresh = proposed
      .filter(({ name }) => !offered.has(name) && !typed.has(name))
      .filter(isKeepable);
    return fresh.some(({ name }) => name === next) ? fresh : [];
  };
  /** Notes which question is asked first after the last screen. */
  const askNow = ({ name }: SessionQuestion) => {
    last.after ??= name;
    return undefined;
  };
  const confirm: Confirmation["confirm"] = async (work, question, past, tools) => {
    const { session } = work;
    const now = waiting.filter((answer) => isOpenIn(session, answer.question));
    waiting = waiting.filter((answer) => !now.includes(answer));
    if (now.length > 0) return { session: await saveAll(context, work, now), kept: [], again: [] };
    const offers = listOffers(session, question, past);
    isReopened = false;
    if (offers.length === 0) return askNow(question);
    const shown = await Promise.all(offers.map((offer) => lintProposed(session, offer, tools)));
    const { reply, isShortened } = await askWhatToChange(tools, shown, {
      picked: last.picked,
      canGoBack: session.questions[0]?.name !== question.name,
      later: listAskedLater(session, offers),
    });
    if (reply === BACK) return BACK;
    const { picked, added } = readPickedRows(reply, session);
    const answers = shown.map((answer) => addPicked(answer, added));
    last = { answers, picked, at: question.name };
    for (const { name } of offers) offered.add(name);
    const kept = answers.filter(({ question: { name } }) => !picked.has(name) || added.has(name));
    const unanswered = kept.filter((answer) => !isAnsweredIn(session, answer.question));
    const confirmed = isShortened
      ? unanswered
      : unanswered.map(({ question, lines }) => ({ question, lines: confirmLines(lines) }));
    const saved = await saveAll(context, work, confirmed);
    waiting = confirmed.filter((answer) => !isAnsweredIn(saved.session, answer.question));
    return {
      session: saved,
      kept: kept.map((answer) => answer.question.name),
      again: [...picked].filter((name) => isClosedIn(saved.session, name)),
    };
  };
  const reopen: Confirmation["reopen"] = ({ name }) => {
    isReopened = last.at !== undefined && last.after === name;
    return isReopened ? last.at : undefined;
  };
  return { confirm, reopen, listPicked: (session, past) => listStillPicked(session, past, last) };
}

/** Lists what a screen offered as it is now: answered since, or still to be confirmed. */
function listAgain(
  { questions }: StepSession,
  { answers }: Offer,
  proposed: readonly SessionQuestion[],
): SessionQuestion[] {
  return answers.flatMap(({ question }) => {
    const isSame = (candidate: SessionQuestion) => isSameQuestion(candidate, question);
    const saved = questions.find((candidate) => isSame(candidate) && candidate.isAnswered);
    const now = saved ?? proposed.find(isSame);
    return now ? [{ ...now, proposed: question.proposed }] : [];
  });
}

/** How a screen of answers begins, and what else notes fill in. */
interface AskedScreen {
  picked: ReadonlySet<string>;
  canGoBack: boolean;
  later: readonly string[];
}

/**
 * Shows answers, and returns the rows that the person picked, and whether the window had no room
 * for all of them.
 */
async function askWhatToChange(
  { context, prompter }: Tools,
  answers: readonly LintedAnswer[],
  { picked, canGoBack, later }: AskedScreen,
): Promise<{ reply: ProposalRow[] | typeof BACK; isShortened: boolean }> {
  const rows = listProposalRows(answers);
  let words: string[] = [];
  let isShortened = false;
  context.stderr.show((view, options) => {
    words = nameProposals(view, options, later);
    isShortened = hidesProposals(view, options, later);
    return renderProposals(view, options, later);
  }, rows);
  const choices = rows.map(({ names, adds }, index) => ({
    ...{ value: String(index), label: words[index] ?? "" },
    isPicked: !adds && names.some((name) => picked.has(name)),
  }));
  const changed = await prompter.multi({
    message: askAboutRows(rows),
    choices,
    initial: choices.filter(({ isPicked }) => isPicked).map(({ value }) => value),
    none: "keep all of this",
    leave: canGoBack ? goBack : undefined,
  });
  if (changed === BACK) return { reply: BACK, isShortened };
  return { reply: changed.flatMap((index) => rows[Number(index)] ?? []), isShortened };
}

function isOpenIn({ open }: StepSession, question: SessionQuestion): boolean {
  return open.some((candidate) => isSameQuestion(candidate, question) && !candidate.typed);
}

function isClosedIn({ questions }: StepSession, name: string): boolean {
  return questions.some((one) => one.name === name && !one.isOpen);
}

function isAnsweredIn({ questions }: StepSession, question: SessionQuestion): boolean {
  return questions.some((candidate) => isSameQuestion(candidate, question) && candidate.isAnswered);
}

/** Returns true if an answer can be kept as it is: notes may have too few lines for a list. */
function isKeepable({ question, lines }: SessionQuestion): boolean {
  const texts = lines.map(({ text }) => text);
  return validateAnswer(question, texts, { subject: "This", before: texts }) === undefined;
}

async function lintProposed(session: StepSession, question: SessionQuestion, { find }: Tools) {
  const { step } = session;
  const texts = question.lines.map(({ text }) => text);
  const findOwn = leaveEvidence(find, step, question.question);
  const { lines, findings } = await lintLines(findOwn, question.question, texts);
  const kept = question.lines.map((line, index) =>
    line.marks.length > 0 ? line : { ...line, marks: lines[index]?.marks ?? [] },
  );
  // What a person has kept in spite of a rule isn't asked about again.
  const asked = findings.map((found, index) =>
    found.filter(({ rule }) => !question.lines[index]?.marks.includes(rule)),
  );
  const marked = await markEvidence(find, step, question.question, kept);
  return { question, lines: marked, findings: asked, notes: noteOffer(session, question) };
}

/** Saves answers of which some may not be asked for anymore, as one change. */
async function saveAll(
  context: Context,
  work: StepWork,
  answers: readonly ConfirmedAnswer[],
): Promise<StepWork> {
  const change = createChange(context);
  const left = new Set<string>();
  const saved = await saveStep(work, (session) => {
    assertTurn(session);
    assertChangeable(session, true);
    const saved = answers.reduce((answered, { question, lines }) => {
      const now = answered.questions.find((candidate) => isSameQuestion(candidate, question));
      const wasChanged = now?.isAnswered === true;
      if (wasChanged) left.add(question.question.label ?? question.question.ask);
      // An answer stays with the text that was on the screen, which may have changed since.
      return now && !wasChanged ? answerOrThrow(answered, question, lines, change) : answered;
    }, session);
    return openAfterLastCheck(saved, change);
  });
  if (left.size > 0)
    context.stderr.line(
      `Answered in another window meanwhile, so that answer stays: ${joinWords([...left])}.`,
    );
  const removed = answers.filter(({ question }) => !saved.session.hasEntry(question));
  const gone = new Set(removed.map(({ question }) => `"${question.entry?.text}"`));
  if (gone.size > 0)
    context.stderr.line(
      `Removed in another window meanwhile, so nothing is saved for it: ${[...gone].join(", ")}.`,
    );
  return saved;
}

function isSameQuestion(one: SessionQuestion, other: SessionQuestion): boolean {
  return one.question.id === other.question.id && one.entry?.id === other.entry?.id;
}
