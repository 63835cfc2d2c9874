import type { Command } from "commander";
import type { Context } from "../context.ts";
import { isAnswered, listAskings, listMissing, nameAsking } from "../domain/asking.ts";
import { countBudget } from "../domain/budget.ts";
import { finishStep, keepDrafts } from "../domain/finishing.ts";
import { findNextStep } from "../domain/next-step.ts";
import type { Progress } from "../domain/progress.ts";
import type { Project } from "../domain/project.ts";
import type { Step } from "../domain/step.ts";
import { joinWords } from "../domain/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { readTextFile } from "../files.ts";
import { describeStepForPrograms, renderJson } from "../render/json.ts";
import { describeLength, renderPage } from "../render/page.ts";
import { findMarksWith, loadAnswerLinter, tellFindings } from "./answer-lint.ts";
import { collect, describeChoices } from "./assignments.ts";
import { applyAnswers, describeEnded, parseAnswers, parseAnswersFile } from "./step-flags.ts";
import { walkStep } from "./step-walk.ts";
import { loadWork, refuseOverBudget, tellNextStep, updateProject, type Work } from "./work.ts";

/** The options of every step, as they are typed. */
export interface StepOptions {
  project?: string;
  answer?: string[];
  answers?: string;
  redo?: string;
  because?: string;
  print?: boolean;
  json?: boolean;
}

/** Puts a step of the content on the command line, under its id. */
export function registerStep(command: Command, context: Context, step: Step): void {
  const names = step.questions.map((question) => (question.each ? `${question.id}.1` : question.id));
  command
    .description(`${capitalise(step.summary)}. Asks what is open, saves each answer, prints the page.`)
    .option(
      "--answer <question=text>",
      "answer without being asked (repeat for more, and for the lines of a list)",
      collect,
    )
    .option("--answers <file>", "take the answers from a JSON file; - reads them from a pipe")
    .option("--redo <question>", "ask one question again")
    .option("--because <text>", "why something changes after the brief")
    .option("--print", "print the page as it is, and change nothing")
    .option("--project <id>", "another project than the current one")
    .option("--json", "print the state for programs")
    .addHelpText(
      "after",
      `\nQuestions: ${names.join(", ")}\n\nExamples:\n  builder-pm ${step.id}\n  builder-pm ${step.id} --print`,
    )
    .action((options: StepOptions) => runStep(context, step.id, options));
}

/** Takes a project through one step: by flags, by asking, or only printing its page. */
export async function runStep(context: Context, stepId: string, options: StepOptions): Promise<void> {
  const work = await loadWork(context, options.project, findNewestEnded);
  const step = findStep(work, stepId);
  requireSteps(work, step);
  const answers = readAnswers(step, options);
  if (options.print && (answers || options.redo !== undefined))
    throw new UserError("With --print nothing is asked and nothing is saved.", {
      exitCode: ExitCode.usage,
      fix: "Give --print alone, or leave it out.",
    });
  if (options.print) return printPage(context, work, step);
  if (options.json && !answers) return printState(context, work, step);
  if (step.stopsOverBudget && countBudget(work.project).stopped) throw refuseOverBudget(work, work.project);
  const answered = answers
    ? await saveAnswers(context, work, step, answers, options)
    : await askOpen(context, work, step, options);
  return finish(context, answered, step);
}

/** Asks what is open, or the question to do again; nothing when all is answered or the project has ended. */
async function askOpen(context: Context, work: Work, step: Step, options: StepOptions): Promise<Work> {
  const { project } = work;
  if (options.redo !== undefined) findRedo(work, step, options.redo);
  if (options.redo !== undefined && project.closed) throw describeEnded(project, options.redo);
  const isDone = listAskings(step, project).every((asking) => isAnswered(step, project, asking));
  if (project.closed || (isDone && options.redo === undefined)) return work;
  if (!context.canAsk) throw refuseToAsk(work, step);
  return walkStep(context, work, step, options);
}

function findStep({ steps }: Work, id: string): Step {
  const step = steps.find((candidate) => candidate.id === id);
  if (step) return step;
  throw new UserError(`The step "${id}" cannot be used.`, { exitCode: ExitCode.content, fix: "builder-pm status" });
}

/** Without an open project a step means the one that ended last: a late reply goes there. */
function findNewestEnded({ projects }: Progress): Project | undefined {
  return projects.toSorted((a, b) => (a.closed?.at ?? "").localeCompare(b.closed?.at ?? "")).at(-1);
}

function requireSteps({ project, steps }: Work, step: Step): void {
  for (const id of step.needs ?? []) {
    const needed = steps.find((candidate) => candidate.id === id);
    if (!needed || project.finished[id]) continue;
    const open = listMissing(needed, project).map(nameAsking);
    const missing = open.length > 0 ? ` It still needs: ${joinWords(open)}.` : "";
    throw new UserError(`The step "${step.id}" comes after "${id}", which is not finished.${missing}`, {
      fix: `builder-pm ${id}`,
    });
  }
}

function readAnswers(step: Step, { answer, answers }: StepOptions): Map<string, string[]> | undefined {
  if (!answer && answers === undefined) return undefined;
  const fromFile = answers === undefined ? [] : parseAnswersFile(readTextFile(answers), answers, step);
  return new Map([...fromFile, ...parseAnswers(answer ?? [])]);
}

async function saveAnswers(
  context: Context,
  work: Work,
  step: Step,
  answers: Map<string, string[]>,
  { because }: StepOptions,
): Promise<Work> {
  const find = await loadAnswerLinter(context, step.questions);
  const findMarks = findMarksWith(find);
  const change = { now: context.now(), createId: context.createId, because: because?.trim(), findMarks };
  const saved = await updateProject(work, (project) => applyAnswers(project, step, work.steps, answers, change));
  for (const [name, texts] of answers) {
    const question = step.questions.find(({ id }) => id === name.split(".")[0]);
    for (const text of texts) tellFindings(context, name, find(question?.lint, text));
  }
  return saved;
}

/** Finishes the step when nothing is missing, prints its page, and says what comes next. */
async function finish(context: Context, work: Work, step: Step): Promise<void> {
  const missing = listMissing(step, work.project).map(nameAsking);
  const isOpen = !work.project.finished[step.id] && !work.project.closed;
  let page = work;
  let after = work;
  if (isOpen && missing.length === 0) {
    const change = { now: context.now(), createId: context.createId };
    page = await updateProject(work, (project) => keepDrafts(project, step, work.steps, change));
    after = await updateProject(page, (project) => finishStep(project, step, work.steps, change.now));
  }
  if (context.json) return printState(context, after, step);
  if (missing.length > 0 && !work.project.closed)
    context.stderr.line(`Saved with the project "${work.project.id}". Still open: ${joinWords(missing)}.`);
  else printPage(context, page, step);
  tellRounds(context, after);
  tellNextStep(context, after);
}

function printPage(context: Context, { project, steps, slice }: Work, step: Step): void {
  const page = renderPage({ step, steps, project, slice });
  context.stdout.write(page);
  if (step.format === "text") context.stderr.line(describeLength(page));
  if (project.closed) context.stderr.line(`This is the project "${project.id}", which has ended.`);
}

function printState(context: Context, work: Work, step: Step): void {
  context.stdout.write(renderJson({ ...describeStepForPrograms(step, work.project), nextStep: findNextStep(work) }));
}

/** After the second "once more" the coach says so. */
function tellRounds(context: Context, { project, steps }: Work): void {
  const rounds = project.rounds.length;
  if (project.closed || rounds < 2) return;
  const closing = steps.at(-1)?.id;
  context.stderr.line(
    `This is round ${rounds + 1}. A sharper brief often helps more than another pass; so does a kill with a reason: builder-pm ${closing}`,
  );
}

function findRedo({ project }: Work, step: Step, name: string): void {
  const askings = listAskings(step, project);
  const names = [...new Set(askings.flatMap((asking) => [asking.question.id, nameAsking(asking)]))];
  if (names.includes(name)) return;
  throw new UserError(`The step "${step.id}" does not ask a question "${name}" here.`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(name, names),
  });
}

function refuseToAsk({ project }: Work, step: Step): UserError {
  const open = listMissing(step, project).map(nameAsking);
  const [first = step.questions[0]?.id] = open;
  return new UserError(
    `Nothing was asked: questions need a terminal. Open: ${joinWords(open) || "none that is needed"}.`,
    {
      exitCode: ExitCode.usage,
      fix: `Answer with flags instead: builder-pm ${step.id} --answer ${first}="..."`,
    },
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
