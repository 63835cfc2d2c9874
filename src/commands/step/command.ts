import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { exampleOf, type Step } from "../../domain/library/step.ts";
import { nameQuestion } from "../../domain/project/question-instance.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { capitalize } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { readTextFile } from "../../files/read.ts";
import { breakAtWords } from "../../render/layout.ts";
import { collect } from "../shared/arguments.ts";
import { assertOwnJudgment, isAgentAlone } from "../shared/own-judgment.ts";
import {
  addOutputOptions,
  type OutputOptions,
  type PageOutput,
  pageFormats,
  readPageOutput,
} from "../shared/page-output.ts";
import { printNextStep } from "../shared/project-state.ts";
import { ALLOW_HELP, ALLOW_OPTION } from "../shared/sensitive.ts";
import { assertTextSize } from "../shared/text-size.ts";
import { takeInNewReport } from "./agent-claims.ts";
import { runInAgentShell, type StepInput } from "./agent-drafts.ts";
import { printDecisionNotes } from "./decision-notes.ts";
import { finishWork, printState } from "./finish.ts";
import { askStep } from "./interviewer.ts";
import {
  cleanAnswers,
  type NamedAnswers,
  parseAnswers,
  parseAnswersFile,
} from "./named-answers.ts";
import {
  FROM_HELP,
  FROM_OPTION,
  type NotesFile,
  readFilled,
  readNotesFile,
  takesNotes,
} from "./notes.ts";
import {
  assertChangeable,
  assertRedo,
  assertTurn,
  confirmEarly,
  isDecision,
  needsTerminalError,
  printOpenLooks,
} from "./preconditions.ts";
import { printOnly } from "./print.ts";
import { guardState, type PrintOptions } from "./print-page.ts";
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
}

/** Registers the command of a step. */
export function registerStep(command: Command, context: Context, step: Step): void {
  const written = step.writes ? ", or writes it to the project's folder" : "";
  const names = step.questions.map(nameQuestion);
  const [first] = step.questions;
  const example = first ? exampleOf(first) : '"..."';
  command
    .description(
      `${capitalize(step.summary)}. Asks the questions you haven't answered yet, saves each ` +
        `answer, and prints the page${written}.`,
    )
    .option(
      "--answer <question=text>",
      "answer a question (repeat for more, and for the lines of a list)",
      collect,
    )
    .option("--answers <file>", "read the answers from a JSON file, or from a pipe with -")
    .option("--redo <question>", "ask one question again")
    .option("--because <text>", "why you're changing something after the brief")
    .option("--print", "print the page and change nothing")
    .option("--project <project>", "a project other than the current one")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      [
        `\n${breakAtWords(`Questions: ${names.join(", ")}`, 80)}`,
        `\nExamples:\n  builder-pm ${step.id}`,
        `  builder-pm ${step.id} --answer ${names[0]}=${example}`,
        ...(takesNotes(step) ? [`  builder-pm ${step.id} --from notes.md`] : []),
        `  builder-pm ${step.id} --print`,
      ].join("\n"),
    )
    .action((options: StepOptions) => runStep(context, step.id, options));
  if (takesNotes(step)) command.option(FROM_OPTION, FROM_HELP);
  if (isDecision(step)) command.option("--anyway", "decide even if nothing was reviewed");
  addOutputOptions(command)
    .option("--force", describeForce(step))
    .option(ALLOW_OPTION, ALLOW_HELP, collect)
    .option("--allow-sensitive", "print it even if something looks secret or personal");
}

function describeForce({ writes }: Step): string {
  const moved = `write it even if ${writes} was changed, which gets a new name`;
  return writes ? `${moved}; with -o, overwrite that file` : "with -o, overwrite an existing file";
}

/** Runs one step of a project: saves flags, asks what is open, or only prints the page. */
export async function runStep(
  context: Context,
  stepId: string,
  options: StepOptions,
): Promise<void> {
  // Read before anything that handles signals is loaded: Ctrl+C must end the wait for a slow pipe.
  const text = options.answers === undefined ? undefined : readTextFile(options.answers);
  const notes = options.from === undefined ? undefined : readNotesFile(options.from);
  const { project } = options;
  const page = readStepOutput(options);
  assertTextSize("The reason", options.because);
  const work = await openStep(context, stepId, { project, answers: listNamedQuestions(options) });
  const { session } = work;
  const answers = readStepAnswers(session, options, text);
  const isChange = [answers, notes, options.redo].some((change) => change !== undefined);
  if (options.print && isChange) throw printError();
  if (options.json && !answers && !notes) {
    await guardState(context, session, options);
    return printState(context, work);
  }
  // What is finished is asked nothing more: only its page is wanted.
  const isOver = session.project.closed !== undefined || session.open.length === 0;
  if (options.print || (page && isOver && !isChange))
    return printOnly(context, session, { ...options, page });
  assertTurn(session);
  assertChangeable(session, isChange);
  return changeStep(context, work, { answers, notes }, { ...options, page });
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

/** Saves what was given, or asks what is open, and finishes the step. */
async function changeStep(
  context: Context,
  work: StepWork,
  { answers, notes }: StepInput,
  options: StepOptions & PrintOptions,
): Promise<void> {
  const { session } = work;
  assertOwnJudgment(context, session, { answers, redo: options.redo });
  if (isAgentAlone(context, answers !== undefined))
    return runInAgentShell(context, work, { answers, notes }, options);
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

function printError(): UserError {
  return new UserError("--print asks nothing and saves nothing.", {
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
  { step, steps }: StepSession,
  { answer, answers = "" }: StepOptions,
  text: string | undefined,
): NamedAnswers | undefined {
  if (!answer && text === undefined) return undefined;
  const fromFile = text === undefined ? [] : parseAnswersFile(text, answers, step);
  return cleanAnswers(steps, step, new Map([...fromFile, ...parseAnswers(answer ?? [])]));
}
