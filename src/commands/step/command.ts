import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { exampleOf, type Step } from "../../domain/library/step.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import type { Project } from "../../domain/project/project.ts";
import {
  listQuestionInstances,
  nameQuestion,
  needsAsking,
} from "../../domain/project/question-instance.ts";
import { cleanOptional } from "../../domain/text/clean.ts";
import { capitalise } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { readTextFile } from "../../files/read.ts";
import { breakAtWords } from "../../render/layout.ts";
import {
  createAnswerLinter,
  type FindInAnswer,
  lintLines,
  printFindings,
} from "../shared/answer-lint.ts";
import { collect } from "../shared/arguments.ts";
import { loadProjectState, type ProjectState, updateProject } from "../shared/project-state.ts";
import { finish, guardStep, printPage, printState } from "./finish.ts";
import { applyAnswers, cleanAnswers, parseAnswers, parseAnswersFile } from "./flags.ts";
import { walkStep } from "./interview.ts";
import {
  printOpenLooks,
  requireChangeable,
  requireRedo,
  requireSteps,
  requireTerminal,
} from "./preconditions.ts";

/** The options of every step, as they are typed. */
export interface StepOptions {
  project?: string;
  answer?: string[];
  answers?: string;
  redo?: string;
  because?: string;
  print?: boolean;
  json?: boolean;
  allowSensitive?: boolean;
}

/** Puts a step of the content on the command line, under its id. */
export function registerStep(command: Command, context: Context, step: Step): void {
  const names = step.questions.map(nameQuestion);
  const [first] = step.questions;
  const example = first ? exampleOf(first) : '"..."';
  command
    .description(
      `${capitalise(step.summary)}. Asks what is open, saves each answer, prints the page.`,
    )
    .option(
      "--answer <question=text>",
      "answer without being asked (repeat for more, and for the lines of a list)",
      collect,
    )
    .option("--answers <file>", "take the answers from a JSON file; - reads them from a pipe")
    .option("--redo <question>", "ask one question again")
    .option("--because <text>", "why something changes after the brief")
    .option("--print", "print the page as it is, and change nothing")
    .option("--project <project>", "another project than the current one")
    .option("--json", "print the state for programs")
    .addHelpText(
      "after",
      `\n${breakAtWords(`Questions: ${names.join(", ")}`, 80)}\n\nExamples:\n  builder-pm ${step.id}\n  builder-pm ${step.id} --answer ${names[0]}=${example}\n  builder-pm ${step.id} --print`,
    )
    .action((options: StepOptions) => runStep(context, step.id, options));
  if (step.shared)
    command.option("--allow-sensitive", "print it even with what looks secret or personal in it");
}

/** Takes a project through one step: by flags, by asking, or only printing its page. */
export async function runStep(
  context: Context,
  stepId: string,
  options: StepOptions,
): Promise<void> {
  // Read before anything that handles signals is loaded: Ctrl+C must end the wait for a slow pipe.
  const text = options.answers === undefined ? undefined : readTextFile(options.answers);
  const work = await loadStepWork(context, stepId, options);
  const step = findStep(work, stepId);
  const answers = readAnswers(step, options, text);
  const isChange = answers !== undefined || options.redo !== undefined;
  if (options.print && isChange) {
    throw new UserError("With --print nothing is asked and nothing is saved.", {
      exitCode: ExitCode.usage,
      fix: "Give --print alone, or leave it out.",
    });
  }
  if (options.json && !answers) return printState(context, work, step);
  requireSteps(work, step);
  if (options.print) {
    await guardStep(context, work, step, options.allowSensitive);
    return void printPage(context, work, step);
  }
  requireChangeable(work, step, isChange);
  printOpenLooks(context, work, step);
  const answered = answers
    ? await saveAnswers(context, work, step, answers, options)
    : await askOpen(context, work, step, options);
  return finish(context, work, answered, step, options.allowSensitive);
}

/**
 * Asks what is open, or the question to do again; nothing when all is answered or the project has
 * ended.
 */
async function askOpen(
  context: Context,
  work: ProjectState,
  step: Step,
  options: StepOptions,
): Promise<ProjectState> {
  const { project } = work;
  if (options.redo !== undefined) requireRedo(work, step, options.redo);
  const isDone = !listQuestionInstances(step, project).some((asking) =>
    needsAsking(step, project, asking),
  );
  if (options.redo === undefined && (project.closed || isDone)) return work;
  if (!context.canAsk) throw requireTerminal(context, work, step, options.redo);
  return walkStep(context, work, step, options);
}

/**
 * The project a step means: the one that is named, else the current one. A late answer goes to the
 * newest project that has finished the step; without an open project, a step means the one that
 * ended last.
 *
 */
async function loadStepWork(
  context: Context,
  stepId: string,
  options: StepOptions,
): Promise<ProjectState> {
  const work = await loadProjectState(context, options.project, findNewestEnded);
  const answered = (options.answer ?? []).map((word) => word.split("=")[0]?.trim());
  const names = [...answered, ...(options.redo === undefined ? [] : [options.redo])];
  const step = work.steps.find(({ id }) => id === stepId);
  const isLate =
    names.length > 0 &&
    names.every((name) => step?.questions.some(({ id, later }) => later && id === name));
  if (options.project !== undefined || !isLate || work.project.finished[stepId]) return work;
  const finished = work.progress.projects.filter((project) => project.finished[stepId]);
  const newest = finished
    .toSorted((a, b) => (a.finished[stepId] ?? "").localeCompare(b.finished[stepId] ?? ""))
    .at(-1);
  return newest ? loadProjectState(context, newest.id) : work;
}

function findStep({ steps }: ProjectState, id: string): Step {
  const step = steps.find((candidate) => candidate.id === id);
  if (step) return step;
  throw new UserError(`The step "${id}" cannot be used.`, {
    exitCode: ExitCode.content,
    fix: "builder-pm status",
  });
}

function findNewestEnded({ projects }: Progress): Project | undefined {
  return projects.toSorted((a, b) => (a.closed?.at ?? "").localeCompare(b.closed?.at ?? "")).at(-1);
}

function readAnswers(
  step: Step,
  { answer, answers = "" }: StepOptions,
  text: string | undefined,
): Map<string, string[]> | undefined {
  if (!answer && text === undefined) return undefined;
  const fromFile = text === undefined ? [] : parseAnswersFile(text, answers, step);
  return cleanAnswers(step, new Map([...fromFile, ...parseAnswers(answer ?? [])]));
}

async function saveAnswers(
  context: Context,
  work: ProjectState,
  step: Step,
  answers: Map<string, string[]>,
  { because }: StepOptions,
): Promise<ProjectState> {
  const find = createAnswerLinter(context);
  const linted = await lintAnswers(find, step, answers);
  const marks = new Map(linted.map((answer) => [answer.name, answer.marks]));
  const change = {
    now: context.now(),
    createId: context.createId,
    because: cleanOptional(because),
    marks,
  };
  const saved = await updateProject(work, (project) =>
    applyAnswers(project, step, work.steps, answers, change),
  );
  for (const { name, findings } of linted) printFindings(context, name, findings);
  return saved;
}

/** What is asked about answers that flags gave, and the marks they are kept with. */
async function lintAnswers(find: FindInAnswer, step: Step, answers: ReadonlyMap<string, string[]>) {
  const linted = [...answers].map(async ([name, texts]) => {
    const question = step.questions.find(({ id }) => id === name.split(".")[0]);
    if (!question) return { name, findings: [], marks: new Map<string, string[]>() };
    return { name, ...(await lintLines(find, question, texts)) };
  });
  return Promise.all(linted);
}
