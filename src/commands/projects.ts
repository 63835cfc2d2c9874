import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findCurrentProject } from "../domain/progress/progress.ts";
import { UserError } from "../errors.ts";
import { toProjectJson } from "../render/json/state.ts";
import { renderProjects } from "../render/text/project.ts";
import { loadAppState } from "./shared/app-state.ts";
import { findById } from "./shared/arguments.ts";
import { printNextStep } from "./shared/project-state.ts";

/** Puts `projects` and `projects switch` on the command line. */
export function registerProjects(command: Command, context: Context): void {
  command
    .description("Lists your projects, open and ended.")
    .option("--json", "print the list for programs")
    .addHelpText(
      "after",
      "\nExamples:\n  builder-pm projects\n  builder-pm projects switch script-2",
    )
    .action(() => runProjects(context));
  command
    .command("switch")
    .summary("choose the project that commands mean")
    .description("Chooses the open project that commands mean when you name none.")
    .argument("<project>", "the project, for example script-2")
    .addHelpText("after", "\nExample:\n  builder-pm projects switch script-2")
    .action((id: string) => runProjectsSwitch(context, id));
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
    context.stderr.line("There are no projects yet. Open one with: builder-pm start");
  } else context.stdout.show(renderProjects, { projects, current });
}

/** Makes an open project the current one. */
export async function runProjectsSwitch(context: Context, id: string): Promise<void> {
  const position = await loadAppState(context);
  const project = findById(position.progress.projects, id, "project");
  if (project.closed) {
    throw new UserError(`The project "${id}" has ended, so it cannot be the current one.`, {
      fix: `See it with: builder-pm export --project ${id}`,
    });
  }
  const progress = await position.store.update((saved) => ({ ...saved, current: project.uid }));
  context.stderr.line(`The current project is "${id}": ${project.title}.`);
  printNextStep(context, { ...position, progress });
}
