import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findCurrentProject, type Progress } from "../domain/progress/progress.ts";
import { renameProject } from "../domain/progress/rename.ts";
import { setFolder } from "../domain/project/folder.ts";
import { isBeingJudged } from "../domain/project/judging-now.ts";
import type { Project } from "../domain/project/project.ts";
import { cleanLine } from "../domain/text/clean.ts";
import { ExitCode, UserError } from "../errors.ts";
import { isNameTaken } from "../files/folder.ts";
import { toProjectJson } from "../render/json/state.ts";
import { renderProjects } from "../render/text/project.ts";
import { loadAppState } from "./shared/app-state.ts";
import { findById } from "./shared/arguments.ts";
import { assertOwnWords } from "./shared/own-words.ts";
import {
  goneProjectError,
  loadProjectState,
  type ProjectState,
  printNextStep,
  updateProject,
} from "./shared/project-state.ts";
import { assertTextSize } from "./shared/text-size.ts";
import { assertFreeFolder, describeLostFolder, openWorkFolder } from "./shared/work-folder.ts";

/** Registers the `projects` and `projects switch` commands. */
export function registerProjects(command: Command, context: Context): void {
  command
    .description("Lists your open and finished projects.")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  builder-pm projects\n  builder-pm projects switch script-2\n" +
        '  builder-pm projects rename script-2 "Weekly churn themes"',
    )
    .action(() => runProjects(context));
  command
    .command("switch")
    .summary("choose the current project")
    .description("Makes an open project the current one, which commands use unless you name one.")
    .argument("<project>", "the project, for example script-2")
    .addHelpText("after", "\nExample:\n  builder-pm projects switch script-2")
    .action((id: string) => runProjectsSwitch(context, id));
  command
    .command("rename")
    .summary("give a project another title")
    .description("Gives a project another title. Its id stays the same, so commands go on working.")
    .argument("<project>", "the project, for example script-2")
    .argument("<title>", "the new title")
    .addHelpText("after", '\nExample:\n  builder-pm projects rename script-2 "Monday report"')
    .action((id: string, title: string) => runProjectsRename(context, id, title));
  command
    .command("folder")
    .summary("say where a project's files are")
    .description(
      "Says where you work on a project. Commands that you run there are about it, and its brief " +
        "is written there.",
    )
    .argument("<project>", "the project, for example script-2")
    .argument("[folder]", "the folder; created if it's missing (default: print it)")
    .option("--none", "use no folder anymore; its files stay")
    .addHelpText("after", "\nExample:\n  builder-pm projects folder script-2 ./monday-report")
    .action((id: string, folder: string | undefined, options: FolderOptions) =>
      runProjectsFolder(context, id, folder, options),
    );
}

/** Prints all projects. */
export async function runProjects(context: Context): Promise<void> {
  const { progress } = await loadAppState(context);
  const current = findCurrentProject(progress)?.uid;
  const { projects } = progress;
  if (context.json) {
    const described = projects.map((project) => ({
      ...toProjectJson(project),
      current: project.uid === current,
    }));
    context.stdout.json({ projects: described });
  } else if (projects.length === 0) {
    context.stderr.line("There are no projects yet. Start one with: builder-pm start");
  } else context.stdout.show(renderProjects, { projects, current });
}

/** Gives a project another title. */
export async function runProjectsRename(
  context: Context,
  id: string,
  words: string,
): Promise<void> {
  const title = cleanLine(words);
  if (title === "")
    throw new UserError("The new title is empty.", {
      exitCode: ExitCode.usage,
      fix: `builder-pm projects rename ${id} "..."`,
    });
  assertOwnWords(title);
  assertTextSize("The title", title);
  const state = await loadProjectState(context, id);
  assertNotJudged(context, state, { part: "title", command: `rename ${id} "..."` });
  const { project: before } = state;
  await state.store.update((saved) => {
    const current = saved.projects.find(({ uid }) => uid === before.uid);
    if (!current) throw goneProjectError(before);
    return renameProject(saved, current, title);
  });
  context.stderr.line(`Renamed "${before.title}" to "${title}".`);
  context.stderr.line(`In commands, its name is still ${before.id}.`);
}

/**
 * Throws for a coding agent while a person judges: a title that it gives could tell them what to
 * find, and another folder would have other files than those that they judge.
 */
function assertNotJudged(
  { agent }: Context,
  { project, steps }: ProjectState,
  { part, command }: { part: string; command: string },
): void {
  if (agent === undefined || !isBeingJudged(steps, project)) return;
  throw new UserError(`A person is judging this round, so its ${part} stays until they finish.`, {
    fix: `In the person's own terminal: builder-pm projects ${command}`,
  });
}

/** The options of `projects folder`. */
export interface FolderOptions {
  none?: boolean;
}

/** Prints the work folder of a project, changes it, or takes it away. */
export async function runProjectsFolder(
  context: Context,
  id: string,
  words: string | undefined,
  { none = false }: FolderOptions = {},
): Promise<void> {
  const state = await loadProjectState(context, id);
  const { project, progress, steps } = state;
  if (none && words !== undefined)
    throw new UserError("You can't combine a folder and --none.", {
      exitCode: ExitCode.usage,
      fix: "Use one of the two.",
    });
  const isChange = none || words !== undefined;
  if (isChange) assertNotJudged(context, state, { part: "folder", command: `folder ${id} ...` });
  if (none) {
    await updateProject(state, ({ folder: _, ...rest }) => rest as Project);
    return context.stderr.line(`"${project.title}" has no folder now. Its files are still there.`);
  }
  if (words === undefined) return printFolderOf(context, project);
  const path = openWorkFolder(context, words, progress.projects, project.uid);
  const changed = await updateProject(state, (saved, { projects }) => {
    assertFreeFolder(path, projects, saved.uid);
    return setFolder(saved, path);
  });
  context.stderr.line(`The folder of "${project.title}" is now ${path}`);
  const writing = steps.find((step) => step.writes && changed.project.finished[step.id]);
  if (writing && !project.closed && !isNameTaken(path, writing.writes ?? ""))
    context.stderr.line(
      `To write ${writing.writes} there: builder-pm ${writing.id} --project ${id}`,
    );
}

function printFolderOf(context: Context, project: Project): void {
  const { id, title, folder } = project;
  if (folder) context.stdout.line(folder.path);
  else
    context.stderr.line(`"${title}" has no folder. Set one: builder-pm projects folder ${id} ...`);
  for (const line of describeLostFolder(project) ?? []) context.stderr.line(line);
}

/** Makes an open project the current one. */
export async function runProjectsSwitch(context: Context, id: string): Promise<void> {
  const state = await loadAppState(context);
  const project = findOpenProject(state.progress, id);
  const progress = await state.store.update((saved) => ({
    ...saved,
    current: findOpenProject(saved, id).uid,
  }));
  context.stderr.line(`Switched to "${id}": ${project.title}.`);
  const here = findCurrentProject(progress);
  if (here && here.uid !== project.uid)
    context.stderr.line(`In this folder, commands are still about "${here.title}" (${here.id}).`);
  await printNextStep(context, { ...state, progress, project });
}

function findOpenProject({ projects }: Progress, id: string): Project {
  const project = findById(projects, id, "project");
  if (!project.closed) return project;
  throw new UserError(`The project "${id}" is finished, so it can't be the current one.`, {
    fix: `See it with: builder-pm export --project ${id}`,
  });
}
