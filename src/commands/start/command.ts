import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { listParked } from "../../domain/insights/parked.ts";
import type { Step } from "../../domain/library/step.ts";
import { findCurrentProject, type Progress, saveProject } from "../../domain/progress/progress.ts";
import { createProject, type NewProject, type Project } from "../../domain/project/project.ts";
import { StepSession } from "../../domain/project/session.ts";
import { UserError } from "../../errors.ts";
import { nameSource } from "../../files/read.ts";
import { renderUnsaved } from "../../render/text/asking.ts";
import { renderParkedBefore } from "../../render/text/parked.ts";
import { type LoadedState, loadAppState } from "../shared/app-state.ts";
import { readCount, readMinutes } from "../shared/numbers.ts";
import { isAgentAlone } from "../shared/own-judgment.ts";
import { assertOwnWords } from "../shared/own-words.ts";
import { printInstallCommand, printNextStep } from "../shared/project-state.ts";
import { assertTextSize } from "../shared/text-size.ts";
import {
  assertFreeFolder,
  openWorkFolder,
  printFolder,
  printWayTo,
} from "../shared/work-folder.ts";
import {
  assertUnsealed,
  FROM_HELP,
  FROM_OPTION,
  findNotesStep,
  type NotesFile,
  readFilled,
  readNotesFile,
  readNotesTitle,
} from "../step/notes.ts";
import { propose, saveAnswers } from "../step/save-answers.ts";
import { addChosen, nameStart, type StartWords } from "./command-line.ts";
import { type Beginning, confirmBeginning, suggestFolderFor } from "./confirm.ts";
import { askIdea, type Idea, readIdea } from "./idea.ts";
import { assertStartable } from "./startable.ts";
import { printStarted } from "./started.ts";

/** The options of `start`, as they are typed. */
export interface StartOptions {
  own?: boolean;
  title?: string;
  from?: string;
  minutes?: string;
  passes?: string;
  anyway?: boolean;
  /** The folder to work in; false if the person wants none. */
  folder?: string | false;
}

const DEFAULT_PASSES = 3;

/** Registers the `start` command. */
export function registerStart(command: Command, context: Context): void {
  command
    .description(
      "Starts a project from a slice or an idea of your own, with a budget of minutes and passes.",
    )
    .argument(
      "[idea]",
      "a slice (see: builder-pm slices), or the title of your own idea in quotes (default: choose)",
    )
    .option("--own", "it's an idea of your own, and not a slice")
    .option("--title <text>", "your own title")
    .option(FROM_OPTION, FROM_HELP)
    .option("--minutes <number>", "the time budget (default: the hours of the slice)")
    .option("--passes <number>", "how many passes with the agent (default: 3)")
    .option("--folder <folder>", "where you will work on it; created if it's missing")
    .option("--no-folder", "don't ask for a folder, and use none")
    .option("--anyway", "start even if another project is still open")
    .addHelpText("after", START_EXAMPLES)
    .action((idea: string | undefined, options: StartOptions) => runStart(context, idea, options));
}

const START_EXAMPLES = `
Examples:
  builder-pm start
  builder-pm start "Weekly churn themes"
  builder-pm start --from notes.md
  builder-pm start script --title "Monday report" --minutes 180
  builder-pm start script --folder ./monday-report`;

/** Starts a project and prints the next step. Throws if one is open, except with `--anyway`. */
export async function runStart(
  context: Context,
  words: string | undefined,
  options: StartOptions,
): Promise<void> {
  const file = options.from === undefined ? undefined : readNotesFile(options.from);
  assertOwnWords(words, options.title);
  assertTextSize("The title", words, options.title);
  const state = await loadAppState(context);
  assertUnsealed(state.progress, file);
  const minutes = readMinutes("--minutes", options.minutes, 1);
  const passes = readCount("--passes", options.passes, 1);
  const notes = file && openNotes(state, file);
  const isConfirmed = options.folder === undefined;
  const given = { ...options, words, suggestion: notes?.title, isConfirmed };
  await assertStartable(context, state, given);
  const idea = readIdea(context, state, given);
  const open = findCurrentProject(state.progress);
  if (open && !options.anyway) throw openProjectError(state, open, { ...options, words });
  printAbove(context, state, { idea, file });
  const chosen = idea ?? (await askIdea(context, state, given));
  const begun = await chooseFolder(context, state, chosen, { ...options, words });
  const { folder } = begun;
  const { slice, title, id } = begun.idea;
  const budget = { minutes: minutes ?? slice.hours * 60, passes: passes ?? DEFAULT_PASSES };
  const wanted = { id, slice: slice.id, title, ...budget, folder };
  const asked = addChosen(begun, { ...options, words });
  const { progress, project } = await openProject(context, state, wanted, asked).catch(
    (error: unknown) => {
      if (!idea || idea.title !== title) context.stderr.show(renderUnsaved, [title]);
      throw error;
    },
  );
  const isChosen = options.minutes !== undefined || options.passes !== undefined;
  printStarted(context, project, { ...budget, isChosen });
  if (folder !== undefined) printFolder(context, folder);
  const app = { ...state, progress };
  const filled = notes ? await fillProject(context, app, project, notes) : { progress, project };
  printWayTo(context, folder);
  await printNextStep(context, { ...app, ...filled });
  printInstallCommand(context);
}

/** Says above the first question what was parked earlier, and what becomes of the notes. */
function printAbove(
  context: Context,
  state: LoadedState,
  { idea, file }: { idea: Idea | undefined; file: NotesFile | undefined },
): void {
  if (!idea) printParked(context, state);
  if (!file || !context.canAsk) return;
  const name = nameSource(file.path);
  context.stderr.line(`Read ${name}. What it answers is filled in once the project is started.`);
}

/** Saves a new project. Throws if another one was opened meanwhile, except with `--anyway`. */
async function openProject(
  context: Context,
  state: LoadedState,
  wanted: NewProject,
  options: StartWords,
): Promise<{ progress: Progress; project: Project }> {
  const stamp = { now: context.now(), uid: context.createId() };
  let project = createProject(state.progress.projects, wanted, stamp);
  const progress = await state.store.update((saved) => {
    // Another window may have started one while this one was asking.
    const opened = findCurrentProject(saved);
    if (opened && !options.anyway) throw openProjectError(state, opened, options);
    if (wanted.folder !== undefined) assertFreeFolder(wanted.folder, saved.projects);
    project = createProject(saved.projects, wanted, stamp);
    return { ...saveProject(saved, project), current: project.uid };
  });
  return { progress, project };
}

/** The notes that a project starts from: the step that they fill, and their title. */
interface StartNotes {
  file: NotesFile;
  step: Step;
  title: string | undefined;
}

function openNotes({ steps }: LoadedState, file: NotesFile): StartNotes {
  const step = findNotesStep(steps);
  return { file, step, title: readNotesTitle(file, step) };
}

/** Fills the first step that notes can answer. Returns the session after it. */
async function fillProject(
  context: Context,
  app: LoadedState,
  project: Project,
  { file, step }: StartNotes,
): Promise<StepSession> {
  const session = new StepSession(app, app.progress, project, step);
  const work = { app, session };
  const filled = await readFilled(context, session, file);
  const { answers, ...proposals } = filled;
  const isDraft = isAgentAlone(context, false);
  const { session: after } =
    answers.size > 0 && !isDraft
      ? await saveAnswers(context, work, answers, proposals)
      : await propose(work, proposals, isDraft ? "agent" : "notes");
  return after;
}

/** Opens the folder that was named, or asks whether the suggested one is right. */
async function chooseFolder(
  context: Context,
  state: LoadedState,
  idea: Idea,
  given: StartWords,
): Promise<Beginning> {
  const { progress } = state;
  const { folder } = given;
  if (typeof folder === "string")
    return { idea, folder: openWorkFolder(context, folder, progress.projects) };
  const suggested = folder === false ? undefined : suggestFolderFor(context, progress, idea);
  if (suggested === undefined) return { idea, folder: undefined };
  return confirmBeginning(context, state, { idea, folder: suggested }, given);
}

/** Prints the ideas that were parked earlier, for whoever hasn't named one. */
function printParked({ stderr }: Context, { progress }: LoadedState): void {
  const ideas = listParked(progress);
  const isBeside = findCurrentProject(progress) !== undefined;
  if (ideas.length > 0) stderr.show(renderParkedBefore, { ideas, isBeside });
}

function openProjectError(
  { steps }: LoadedState,
  { id, title: openTitle }: Project,
  given: StartWords,
): UserError {
  const closing = steps.at(-1)?.id ?? "status";
  const anyway = nameStart({ ...given, anyway: true });
  return new UserError(
    `"${openTitle}" (${id}) is still open. It's easier to finish one project at a time.`,
    {
      fix:
        `Go on with it: builder-pm\nOr end it: builder-pm ${closing}\n` +
        `Or start another one beside it: ${anyway}`,
    },
  );
}
