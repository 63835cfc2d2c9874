import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { listParked } from "../../domain/insights/parked.ts";
import { findCurrentProject, saveProject } from "../../domain/progress/progress.ts";
import { createProject, type Project } from "../../domain/project/project.ts";
import { countOf, quote, quotePath } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { renderParkedBefore } from "../../render/text/parked.ts";
import { type LoadedState, loadAppState } from "../shared/app-state.ts";
import { readCount, readMinutes } from "../shared/numbers.ts";
import { printInstallCommand, printNextStep } from "../shared/project-state.ts";
import { openWorkFolder, printFolder } from "../shared/work-folder.ts";
import { type Beginning, confirmBeginning, suggestFolderFor } from "./confirm.ts";
import { askIdea, type Idea, readIdea } from "./idea.ts";

/** The options of `start`, as they are typed. */
export interface StartOptions {
  own?: boolean;
  title?: string;
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
    .argument("[idea]", "a slice, or the title of your own idea in quotes (default: choose)")
    .option("--own", "it's an idea of your own, and not a slice")
    .option("--title <text>", "your own title")
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
  builder-pm start script --title "Monday report" --minutes 180
  builder-pm start script --folder ./monday-report`;

/** Starts a project and prints the next step. Throws if one is open, except with `--anyway`. */
export async function runStart(
  context: Context,
  words: string | undefined,
  options: StartOptions,
): Promise<void> {
  const state = await loadAppState(context);
  const minutes = readMinutes("--minutes", options.minutes, 1);
  const passes = readCount("--passes", options.passes, 1);
  const given = { ...options, words };
  const idea = readIdea(context, state, given);
  const open = findCurrentProject(state.progress);
  if (open && !options.anyway) throw openProjectError(state, open, words, options);
  if (!idea) printParked(context, state);
  const chosen = idea ?? (await askIdea(context, state, given));
  const begun = await chooseFolder(context, state, chosen, options);
  const { folder } = begun;
  const { slice, title, id } = begun.idea;
  const stamp = { now: context.now(), uid: context.createId() };
  const budget = { minutes: minutes ?? slice.hours * 60, passes: passes ?? DEFAULT_PASSES };
  const progress = await state.store.update((saved) => {
    // Another window may have started one while this one was asking.
    const opened = findCurrentProject(saved);
    if (opened && !options.anyway)
      throw openProjectError(state, opened, words ?? slice.id, options);
    const wanted = { id, slice: slice.id, title, ...budget, folder };
    const project = createProject(saved.projects, wanted, stamp);
    return { ...saveProject(saved, project), current: project.uid };
  });
  const project = progress.projects.find(({ uid }) => uid === stamp.uid);
  const limits = `${countOf(budget.minutes, "minute")} and ${countOf(budget.passes, "pass")}`;
  context.stderr.line(`Started "${project?.id}": ${title}. You have ${limits}.`);
  if (folder !== undefined) printFolder(context, folder);
  printNextStep(context, { ...state, progress, ...(project ? { project } : {}) });
  printInstallCommand(context);
}

/** Opens the folder that was named, or asks whether the suggested one is right. */
async function chooseFolder(
  context: Context,
  state: LoadedState,
  idea: Idea,
  { folder }: StartOptions,
): Promise<Beginning> {
  const { progress } = state;
  if (folder) return { idea, folder: openWorkFolder(context, folder, progress.projects) };
  const suggested = folder === false ? undefined : suggestFolderFor(context, progress, idea);
  if (suggested === undefined) return { idea, folder: undefined };
  return confirmBeginning(context, state, idea, suggested);
}

/** Prints the ideas that were parked earlier, for whoever hasn't named one. */
function printParked({ stderr }: Context, { progress }: LoadedState): void {
  const ideas = listParked(progress);
  if (ideas.length > 0) stderr.show(renderParkedBefore, ideas);
}

function openProjectError(
  { steps }: LoadedState,
  { id, title: openTitle }: Project,
  words: string | undefined,
  { own, title, minutes, passes, folder }: StartOptions,
): UserError {
  const closing = steps.at(-1)?.id ?? "status";
  const asked = [
    words && (/^[\w-]+$/.test(words) ? words : quote(words)),
    own && "--own",
    title && `--title ${quote(title)}`,
    minutes && `--minutes ${minutes}`,
    passes && `--passes ${passes}`,
    folder && `--folder ${quotePath(folder)}`,
    folder === false && "--no-folder",
    "--anyway",
  ];
  const anyway = `builder-pm start ${asked.filter(Boolean).join(" ")}`;
  return new UserError(
    `"${openTitle}" (${id}) is still open. It's easier to finish one project at a time.`,
    {
      fix: `Finish it first: builder-pm ${closing}\nOr start another one anyway: ${anyway}`,
    },
  );
}
