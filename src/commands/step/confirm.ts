import type { Context } from "../../context.ts";
import type { Step } from "../../domain/library/step.ts";
import { type AnswerLine, confirmLines } from "../../domain/project/answer-line.ts";
import type { StepSession } from "../../domain/project/session.ts";
import type { SessionQuestion } from "../../domain/project/session-question.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { joinWords } from "../../domain/text/words.ts";
import {
  askAboutRows,
  listProposalRows,
  type ProposalRow,
  renderProposals,
} from "../../render/text/proposals.ts";
import { lintLines, markEvidence } from "../shared/answer-lint.ts";
import { createChange } from "../shared/change.ts";
import { openAfterLastCheck } from "./agent-claims.ts";
import type { Past, Tools } from "./interview.ts";
import { assertChangeable, assertTurn } from "./preconditions.ts";
import { answerOrThrow, type StepWork, saveStep } from "./work.ts";

/** A proposed answer that the person keeps, with the marks of the linter. */
interface ConfirmedAnswer {
  question: SessionQuestion;
  lines: readonly AnswerLine[];
}

/** Offers all proposed answers of a step on one screen. */
export interface Confirmation {
  /**
   * Offers each proposed answer once; those that the person wants to change are asked for
   * afterwards, one by one. Returns undefined if there is nothing to offer now.
   */
  confirm(work: StepWork, past: Past, tools: Tools): Promise<StepWork | undefined>;
}

/** Creates the screen that offers the proposed answers of a step. */
export function createConfirmation(context: Context): Confirmation {
  const offered = new Set<string>();
  /** What was kept and is only asked for once an answer is changed that was picked. */
  let waiting: readonly ConfirmedAnswer[] = [];
  const listOffers = (session: StepSession) =>
    session
      .listProposed(createChange(context))
      .filter(({ name }) => !offered.has(name))
      .filter(isKeepable);
  const confirm: Confirmation["confirm"] = async (work, { typed }, tools) => {
    const { session } = work;
    const now = waiting.filter(({ question }) => isOpenIn(session, question));
    waiting = waiting.filter((answer) => !now.includes(answer));
    if (now.length > 0) return saveAll(context, work, now);
    const [next] = session.open;
    const proposed = listOffers(session).filter(({ name }) => !typed.has(name));
    if (!proposed.some(({ name }) => name === next?.name)) return undefined;
    for (const { name } of proposed) offered.add(name);
    const lint = (question: SessionQuestion) => lintProposed(session.step, question, tools);
    const answers = await Promise.all(proposed.map(lint));
    const rows = listProposalRows(answers);
    context.stderr.show(renderProposals, rows);
    const changed = await tools.prompter.multi({
      message: `${askAboutRows(rows)}${KEEP_OR_PICK}`,
      choices: rows.map(({ label }, index) => ({ value: String(index), label })),
    });
    const confirmed = listKept(answers, rows, changed);
    const saved = await saveAll(context, work, confirmed);
    waiting = confirmed.filter(({ question }) => !isAnsweredIn(saved.session, question));
    return saved;
  };
  return { confirm };
}

const KEEP_OR_PICK = "Press Enter to keep all of this, or pick what you want to change:";

function isOpenIn({ open }: StepSession, question: SessionQuestion): boolean {
  return open.some((candidate) => isSameQuestion(candidate, question) && !candidate.typed);
}

function isAnsweredIn({ questions }: StepSession, question: SessionQuestion): boolean {
  return questions.some((candidate) => isSameQuestion(candidate, question) && candidate.isAnswered);
}

/** Returns true if an answer can be kept as it is: notes may have too few lines for a list. */
function isKeepable({ question, lines }: SessionQuestion): boolean {
  const texts = lines.map(({ text }) => text);
  return validateAnswer(question, texts, { subject: "This", before: texts }) === undefined;
}

async function lintProposed(step: Step, question: SessionQuestion, { find }: Tools) {
  const texts = question.lines.map(({ text }) => text);
  const { lines, findings } = await lintLines(find, question.question, texts);
  const kept = question.lines.map((line, index) =>
    line.marks.length > 0 ? line : { ...line, marks: lines[index]?.marks ?? [] },
  );
  // What a person has kept in spite of a rule isn't asked about again.
  const asked = findings.map((found, index) =>
    found.filter(({ rule }) => !question.lines[index]?.marks.includes(rule)),
  );
  const marked = await markEvidence(find, step, question.question, kept);
  return { question, lines: marked, findings: asked };
}

function listKept(
  answers: readonly ConfirmedAnswer[],
  rows: readonly ProposalRow[],
  changed: readonly string[],
): ConfirmedAnswer[] {
  const left = new Set(changed.flatMap((index) => rows[Number(index)]?.names ?? []));
  return answers.filter(({ question }) => !left.has(question.name));
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
      return now && !wasChanged
        ? answerOrThrow(answered, question, confirmLines(lines), change)
        : answered;
    }, session);
    return openAfterLastCheck(saved);
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
