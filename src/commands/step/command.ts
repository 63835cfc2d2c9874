import type { Context } from "../../context.ts";
import { readQuestionName } from "../../domain/library/question-name.ts";
import { findNamedQuestion } from "../../domain/library/step.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { readTextFile } from "../../files/read.ts";
import { assertOwnJudgment, isAgentAlone } from "../shared/own-judgment.ts";
import {
  type OutputOptions,
  type PageOutput,
  pageFormats,
  readPageOutput,
} from "../shared/page-output.ts";
import { printNextStep } from "../shared/project-state.ts";
import { assertTextSize } from "../shared/text-size.ts";
import { takeInNewReport } from "./agent-claims.ts";
import { runInAgentShell, type StepInput } from "./agent-drafts.ts";
import { printDecisionNotes, printOpenLooks } from "./decision-notes.ts";
import { finishWork, printState } from "./finish.ts";
import { askStep } from "./interviewer.ts";
import {
  cleanAnswers,
  type NamedAnswers,
  nameByIds,
  parseAnswers,
  parseAnswersFile,
} from "./named-answers.ts";
import { assertUnsealed, type NotesFile, readFilled, readNotesFile } from "./notes.ts";
import {
  assertChangeable,
  assertDecidedHere,
  assertRedo,
  assertTurn,
  confirmEarly,
  needsTerminalError,
} from "./preconditions.ts";
import { assertUntold, printOnly } from "./print.ts";
import { guardState, type PrintOptions } from "./print-page.ts";
import { type Redone, readRedoneLine } from "./redone-line.ts";
import { propose, saveAnswers } from "./save-answers.ts";
import { openStep, type StepWork, toProjectState } from "./work.ts";

/** The options of every step. */
export interface StepOptions extends OutputOptions {
  project?: string;
  answer?: string[];
  answers?: string;
  from?: string;
  redo?: string;
  because?: string;
  print?: boolean;
  json?: boolean;
  allowSensitive?: boolean;
  allow?: string[];
  anyway?: boolean;
  attach?: string[];
  detach?: string[];
}

/** Runs one step of a project: saves flags, asks what is open, or only prints the page. */
export async function runStep(context: Context, stepId: string, given: StepOptions): Promise<void> {
  // Read before anything that handles signals is loaded: Ctrl+C must end the wait for a slow pipe.
  const text = given.answers === undefined ? undefined : readTextFile(given.answers);
  const notes = given.from === undefined ? undefined : readNotesFile(given.from);
  const { project } = given;
  const page = readStepOutput(given);
  assertTextSize("The reason", given.because);
  const opened = await openStep(context, stepId, { project, answers: listNamedQuestions(given) });
  const answer = given.answer && { answer: nameByIds(opened.session, given.answer) };
  const options = { ...given, ...answer, ...nameRedone(opened.session, given.redo) };
  assertUnsealed(opened.session.progress, notes);
  const answers = readStepAnswers(opened.session, options, text);
  const isChange = [answers, notes, options.redo].some((change) => change !== undefined);
  assertPrintAlone(options, isChange);
  const work = await changePictures(context, opened, options);
  const { session } = work;
  if (isOnlyPictures(options, isChange)) return printNextStep(context, toProjectState(work));
  if (options.json && !answers && !notes) {
    assertUntold(context, session);
    await guardState(context, session, options);
    return printState(context, work);
  }
  if (options.print || (page && !isChange && isAskedNothing(session)))
    return printOnly(context, session, { ...options, page });
  assertOwnJudgment(context, session, { answers, redo: options.redo });
  assertTurn(session);
  assertChangeable(session, isChange);
  return changeStep(context, work, { answers, notes }, { ...options, page });
}

/** Reads `--redo C2` as all that is said about that check, or as one line of a list. */
function nameRedone(session: StepSession, typed: string | undefined): Redone {
  if (typed === undefined) return {};
  const redo = readQuestionName(session.steps, session.step, typed);
  const line = readRedoneLine(session, redo);
  if (line) return line;
  const [, number] = /^c(\d+)$/i.exec(typed) ?? [];
  const isCheck = number !== undefined && findNamedQuestion(session.step, redo)?.verdicts;
  return isCheck ? { redo, redoneCheck: `C${number}` } : { redo };
}

/** Returns true if a step is over, so that whoever names a file only wants its page. */
function isAskedNothing({ project, open }: StepSession): boolean {
  return project.closed !== undefined || open.length === 0;
}

/** Reads where the page goes; undefined if nobody asked for a format or a file. */
function readStepOutput(options: StepOptions): PageOutput | undefined {
  const { format, output, json = false } = options;
  if (format === undefined && output === undefined) return undefined;
  if (!json) return readPageOutput(options, pageFormats);
  throw new UserError("--json is about the answers, and a format or a file about the page.", {
    exitCode: ExitCode.usage,
    fix: "Use one of the two.",
  });
}

function changesPictures({ attach, detach }: StepOptions): boolean {
  return attach !== undefined || detach !== undefined;
}

function isOnlyPictures(options: StepOptions, isChange: boolean): boolean {
  return changesPictures(options) && !isChange && options.json !== true;
}

/** Attaches and detaches the pictures that options name. */
async function changePictures(
  context: Context,
  work: StepWork,
  options: StepOptions,
): Promise<StepWork> {
  if (!changesPictures(options)) return work;
  const { attach = [], detach = [] } = options;
  const pictures = await import("./pictures/options.ts");
  return pictures.changeByOptions(context, work, { attach, detach });
}

/** Saves what was given, or asks what is open, and finishes the step. */
async function changeStep(
  context: Context,
  work: StepWork,
  { answers, notes }: StepInput,
  options: StepOptions & PrintOptions,
): Promise<void> {
  const { session } = work;
  if (isAgentAlone(context, answers !== undefined))
    return runInAgentShell(context, work, { answers, notes }, options);
  if (options.redo !== undefined) assertDecidedHere(session);
  if (!(await confirmEarly(context, session, options.anyway)))
    return printNextStep(context, toProjectState(work));
  printOpenLooks(context, session);
  printDecisionNotes(context, work, context.canAsk && !answers);
  const reported = await takeInNewReport(context, work);
  const answered = notes
    ? await answerFromNotes(context, reported, { notes, answers }, options)
    : await answerOpen(context, reported, answers, options);
  return finishWork(context, session, answered, options);
}

function assertPrintAlone(options: StepOptions, isChange: boolean): void {
  if (!options.print || !(isChange || changesPictures(options))) return;
  throw new UserError("--print asks nothing and saves nothing.", {
    exitCode: ExitCode.usage,
    fix: "Use --print alone, or leave it out.",
  });
}

/** Saves the answers that were given; without any, asks what is open. */
function answerOpen(
  context: Context,
  work: StepWork,
  answers: NamedAnswers | undefined,
  options: StepOptions,
): Promise<StepWork> {
  return answers ? saveAnswers(context, work, answers, options) : askOpen(context, work, options);
}

/** Keeps what notes say for the questions that are open. Answers that were given win. */
async function answerFromNotes(
  context: Context,
  work: StepWork,
  { notes, answers }: StepInput & { notes: NotesFile },
  options: StepOptions,
): Promise<StepWork> {
  const filled = await readFilled(context, work.session, notes);
  const given = new Map([...filled.answers, ...(answers ?? [])]);
  if (given.size > 0)
    return saveAnswers(context, work, given, {
      ...options,
      proposed: filled.proposed,
      open: filled.open,
      unplaced: filled.unplaced,
    });
  return answerOpen(context, await propose(work, filled), answers, options);
}

/** Lists the questions that flags name, as they are typed. */
function listNamedQuestions({ answer = [], redo }: StepOptions): string[] {
  const answered = answer.map((word) => word.split("=")[0]?.trim() ?? "");
  return redo === undefined ? answered : [...answered, redo];
}

/** Asks what is open, or one question again. Asks nothing if all is answered. */
async function askOpen(context: Context, work: StepWork, options: StepOptions): Promise<StepWork> {
  const { session } = work;
  const { redo } = options;
  if (redo !== undefined) assertRedo(session, redo);
  else if (session.project.closed || session.open.length === 0) return work;
  // Questions that may stay empty are no reason to stop a script.
  const isNeeded = redo !== undefined || session.missing.length > 0;
  if (context.json && options.from !== undefined) return work;
  if (!context.canAsk && isNeeded) throw needsTerminalError(context, session, redo);
  if (!context.canAsk) return work;
  return askStep(context, work, options);
}

function readStepAnswers(
  { step, steps }: Pick<StepSession, "step" | "steps">,
  { answer, answers = "" }: StepOptions,
  text: string | undefined,
): NamedAnswers | undefined {
  if (!answer && text === undefined) return undefined;
  const fromFile = text === undefined ? [] : parseAnswersFile(text, answers, step, steps);
  return cleanAnswers(steps, step, new Map([...fromFile, ...parseAnswers(answer ?? [])]));
}
