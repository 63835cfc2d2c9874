import type { Context } from "../../context.ts";
import { isJudging } from "../../domain/library/judging.ts";
import { nameAnswerInFlags } from "../../domain/library/question-name.ts";
import type { Question } from "../../domain/library/step.ts";
import { findAnswer } from "../../domain/project/project.ts";
import { readProposed } from "../../domain/project/proposed.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { joinWords, quotePath, sayLeft } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { createAnswerLinter, lintAnswers, printFindings } from "../shared/answer-lint.ts";
import { usageError } from "../shared/arguments.ts";
import { assertOwnShell } from "../shared/own-judgment.ts";
import type { GuardOptions } from "../shared/sensitive.ts";
import { printState } from "./finish.ts";
import { findAskedOrThrow } from "./flags.ts";
import type { NamedAnswers } from "./named-answers.ts";
import { type NotesFile, readFilled } from "./notes.ts";
import { nameOwnCommand } from "./own-command.ts";
import { assertOpen, assertTurn, describeWaitingDrafts } from "./preconditions.ts";
import { assertUntold, printOnly } from "./print.ts";
import { guardState } from "./print-page.ts";
import { propose } from "./save-answers.ts";
import { type StepWork, saveStep } from "./work.ts";

/** What became of an agent's answers. */
interface Drafted {
  work: StepWork;
  /** The ids of the questions that have a draft now. */
  drafted: string[];
  /** The ids of those that the person has answered, whose answer stays. */
  answered: string[];
  /** The ids of those whose draft was taken back. */
  withdrawn: string[];
  /** The ids of those whose draft took the place of what the person's notes had filled in. */
  replaced: string[];
}

/** What the call of a step gives: answers by name, and notes. */
export interface StepInput {
  answers: NamedAnswers | undefined;
  notes: NotesFile | undefined;
}

/**
 * Keeps what an agent gives as drafts, and prints what became of it. Finishes nothing: without any,
 * prints the page of a finished step, and throws for another one.
 */
export async function runInAgentShell(
  context: Context,
  work: StepWork,
  { answers, notes }: StepInput,
  options: GuardOptions,
): Promise<void> {
  const { session } = work;
  const { project, step } = session;
  if (!answers && !notes) {
    if (project.finished[step.id]) return printOnly(context, session, options);
    throw unfinishedError(session);
  }
  // The state of a step that judges would show how it goes.
  if (context.json) assertUntold(context, session);
  const noted = notes ? await readFilled(context, session, notes) : { proposed: new Map() };
  let after = await propose(work, noted, "agent");
  if (answers) {
    const drafted = await keepDrafts(context, after, answers);
    after = drafted.work;
    if (!context.json) await printDrafts(context, answers, drafted);
  }
  if (context.json) {
    await guardState(context, after.session, options);
    return printState(context, after);
  }
  context.stderr.line("A draft counts once the person keeps or changes it, in their own terminal:");
  context.stderr.line(`  ${nameOwnCommand(session)}`);
}

/**
 * Keeps an agent's answers as drafts, which the person has yet to keep or change. Throws for a
 * question that is the person's, and for an answer that can't be one.
 */
async function keepDrafts(
  context: Context,
  work: StepWork,
  answers: NamedAnswers,
): Promise<Drafted> {
  const { session } = work;
  assertTurn(session);
  assertOpen(session, [...answers.keys()]);
  const drafts = new Map<string, readonly string[]>();
  const withdrawn: string[] = [];
  for (const [name, texts] of answers) {
    const { id } = checkDraft(context, session, name, texts);
    if (isEmptyDraft(texts)) withdrawn.push(id);
    else drafts.set(id, texts);
  }
  const isAnswered = (id: string) =>
    findAnswer(session.project, `${session.step.id}.${id}`) !== undefined;
  const answered = [...drafts.keys()].filter(isAnswered);
  const drafted = [...drafts.keys()].filter((id) => !isAnswered(id));
  if (drafted.length === 0 && answered.length > 0) throw answeredError(session, answered);
  const left = withdrawn.length > 0 ? await withdrawDrafts(work, withdrawn) : work;
  const after = await propose(left, { proposed: drafts }, "agent");
  const replaced = [...left.session.listReplacedDrafts(drafts).keys()].filter(
    (id) => readProposed(left.session.project, session.step.id, id)?.from === "notes",
  );
  return { work: after, drafted, answered, withdrawn, replaced };
}

function isEmptyDraft(texts: readonly string[]): boolean {
  return texts.every((text) => text === "");
}

/** Takes drafts of the agent back. Those from the person's notes are theirs. */
function withdrawDrafts(work: StepWork, ids: readonly string[]): Promise<StepWork> {
  return saveStep(work, (session) => {
    for (const id of ids)
      if (readProposed(session.project, session.step.id, id)?.from !== "agent")
        throw usageError(`You have no draft for "${id}". Nothing was saved.`, "Leave it out.");
    return session.withdraw(ids);
  });
}

/** Returns the question that a draft is for. Throws if an agent can't draft it, or not so. */
function checkDraft(
  context: Context,
  session: StepSession,
  name: string,
  texts: readonly string[],
): Question {
  const { step, question } = findAskedOrThrow(session, name);
  const isPersons =
    step.questions.some((each) => isJudging(step, each)) ||
    question.each ||
    question.picks ||
    question.later === true;
  if (isPersons || step !== session.step) assertOwnShell(context, nameOwnCommand(session));
  if (name !== question.id)
    throw usageError(
      `"${name}" is one line, and a draft is the whole answer.`,
      `Give all lines of "${question.id}".`,
    );
  if (isEmptyDraft(texts)) return question;
  // The person can add what is missing. An agent that had to fill a list would make things up.
  const asked = question.type === "list" ? { ...question, min: 0 } : question;
  const invalid = validateAnswer(asked, texts, { subject: `"${name}"`, today: context.now() });
  if (invalid) throw usageError(`${invalid.message} Nothing was saved.`, invalid.fix);
  return question;
}

function answeredError(session: StepSession, answered: readonly string[]): UserError {
  const first = quotePath(nameAnswerInFlags(session.step, answered[0] ?? ""));
  return new UserError(
    `The person has answered ${joinWords(answered)}, so that answer stays. Nothing was saved.`,
    { fix: `They can change it: ${nameOwnCommand(session)} --redo ${first}` },
  );
}

function unfinishedError(session: StepSession): UserError {
  const { missing, step } = session;
  const own = nameOwnCommand(session);
  const isOpen = missing.length > 0;
  const open = isOpen
    ? ` Open: ${joinWords(missing)}.${describeWaitingDrafts(session, "the person")}`
    : "";
  const draft = `To save drafts for them: builder-pm ${step.id} --answers draft.json`;
  return new UserError(`Only the person can finish the ${step.title.toLowerCase()}.${open}`, {
    fix: [
      `Ask them to run this in a terminal of their own: ${own}`,
      ...(isOpen ? [draft] : []),
    ].join("\n"),
  });
}

/** Says which drafts were kept and what the linter asks about them. */
async function printDrafts(
  context: Context,
  answers: NamedAnswers,
  { work, drafted, answered, withdrawn, replaced }: Drafted,
): Promise<void> {
  const { step } = work.session;
  const asked = (id: string) => step.questions.find((question) => question.id === id);
  const linted = await lintAnswers(createAnswerLinter(context), answers, asked);
  for (const { name, findings } of linted)
    if (drafted.includes(name)) printFindings(context, name, findings);
  if (drafted.length > 0) context.stderr.line(`Saved as drafts: ${joinWords(drafted)}.`);
  if (replaced.length > 0)
    context.stderr.line(
      `Replaced what the person's notes had filled in: ${joinWords(replaced)}. ` +
        "They can get it back: builder-pm undo",
    );
  if (withdrawn.length > 0) context.stderr.line(`Took back your drafts: ${joinWords(withdrawn)}.`);
  if (answered.length > 0)
    context.stderr.line(
      `Answered by the person, so ${sayLeft(answered.length)}: ${joinWords(answered)}.`,
    );
}
