import type { Command } from "commander";
import type { Context } from "../context.ts";
import { cleanText } from "../domain/text/clean.ts";
import { ExitCode, UserError } from "../errors.ts";
import { isAgentAlone } from "./shared/own-judgment.ts";
import { loadProjectState, printNextStep, updateProject } from "./shared/project-state.ts";
import { assertTextSize } from "./shared/text-size.ts";

/** Registers the `park` command. */
export function registerPark(command: Command, context: Context): void {
  command
    .description("Saves an idea for later, so that the slice stays small. `export` lists it.")
    .argument("<idea>", "the idea, in your own words")
    .option("--project <project>", "a project other than the current one")
    .addHelpText("after", '\nExample:\n  builder-pm park "send the report by itself"')
    .action((idea: string, options: { project?: string }) => runPark(context, idea, options));
}

/** Saves an idea with the project. */
export async function runPark(
  context: Context,
  idea: string,
  options: { project?: string },
): Promise<void> {
  const words = cleanText(idea);
  if (words === "")
    throw new UserError("The idea is empty.", {
      exitCode: ExitCode.usage,
      fix: 'builder-pm park "..."',
    });
  assertTextSize("The idea", words);
  const work = await loadProjectState(context, options.project);
  const via = isAgentAlone(context, true) ? { via: "agent" as const } : {};
  const changed = await updateProject(work, (project) => ({
    ...project,
    parked: [...project.parked, { idea: words, at: context.now().toISOString(), ...via }],
  }));
  context.stderr.line(`Parked for later in "${changed.project.title}".`);
  printNextStep(context, changed);
}
