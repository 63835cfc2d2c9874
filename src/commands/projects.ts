import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findCurrentProject } from "../domain/progress/progress.ts";
import { cleanLine } from "../domain/text/clean.ts";
import { ExitCode, UserError } from "../errors.ts";
import { toProjectJson } from "../render/json/state.ts";
import { renderProjects } from "../render/text/project.ts";
import { loadAppState } from "./shared/app-state.ts";
import { findById } from "./shared/arguments.ts";
import { loadProjectState, printNextStep, updateProject } from "./shared/project-state.ts";

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
  const state = await loadProjectState(context, id);
  const { project } = await updateProject(state, (saved) => ({ ...saved, title }));
  context.stderr.line(`Renamed "${state.project.title}" to "${project.title}".`);
  context.stderr.line(`In commands, its name is still ${project.id}.`);
}

/** Makes an open project the current one. */
export async function runProjectsSwitch(context: Context, id: string): Promise<void> {
  const state = await loadAppState(context);
  const project = findById(state.progress.projects, id, "project");
  if (project.closed) {
    throw new UserError(`The project "${id}" is closed, so it can't be the current one.`, {
      fix: `See it with: builder-pm export --project ${id}`,
    });
  }
  const progress = await state.store.update((saved) => ({ ...saved, current: project.uid }));
  context.stderr.line(`Switched to "${id}": ${project.title}.`);
  printNextStep(context, { ...state, progress });
}
