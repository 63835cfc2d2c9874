import type { Command } from "commander";
import type { Context } from "../context.ts";
import { listParked, listParkedByProject } from "../domain/insights/parked.ts";
import { findCurrentProject } from "../domain/progress/progress.ts";
import { cleanText } from "../domain/text/clean.ts";
import { quoteWords } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { renderParkedList } from "../render/text/parked.ts";
import { loadShownState } from "./shared/app-state.ts";
import { findById } from "./shared/arguments.ts";
import { isAgentAlone } from "./shared/own-judgment.ts";
import { assertOwnWords } from "./shared/own-words.ts";
import { loadProjectState, printNextStep, updateProject } from "./shared/project-state.ts";
import { assertTextSize } from "./shared/text-size.ts";

/** Registers the `park` command. */
export function registerPark(command: Command, context: Context): void {
  command
    .description(
      "Saves an idea for later, so that what you build stays small. Without an idea, it lists the " +
        "ones you parked.",
    )
    .argument("[idea]", "the idea, in your own words")
    .option("--project <project>", "a project other than the current one")
    .addHelpText("after", EXAMPLES)
    .action((idea: string | undefined, options: { project?: string }) =>
      runPark(context, idea, options),
    );
}

const EXAMPLES = `
Examples:
  builder-pm park
  builder-pm park "send the report by itself"`;

/** The command that parks an idea, to be filled in. */
const PARK_COMMAND = 'builder-pm park "..."';

/** Saves an idea with the project. Without an idea, lists the ideas that were parked. */
export async function runPark(
  context: Context,
  idea: string | undefined,
  options: { project?: string },
): Promise<void> {
  if (idea === undefined) return listIdeas(context, options.project);
  const words = cleanText(idea);
  if (words === "")
    throw new UserError("The idea is empty.", {
      exitCode: ExitCode.usage,
      fix: PARK_COMMAND,
    });
  assertOwnWords(words);
  assertTextSize("The idea", words);
  const start = `Or start with this idea: builder-pm start ${quoteWords(words)}`;
  const work = await loadProjectState(context, options.project, undefined, start);
  const via = isAgentAlone(context, true) ? { via: "agent" as const } : {};
  const changed = await updateProject(work, (project) => ({
    ...project,
    parked: [...project.parked, { idea: words, at: context.now().toISOString(), ...via }],
  }));
  context.stderr.line(`Parked for later in "${changed.project.title}".`);
  await printNextStep(context, changed);
}

/** Prints the ideas that were parked and not started since, in all projects or in one. */
async function listIdeas(context: Context, id: string | undefined): Promise<void> {
  const { progress } = await loadShownState(context);
  const project = id === undefined ? undefined : findById(progress.projects, id, "project");
  const parked = listParkedByProject(progress).filter(
    (each) => project === undefined || each.project.uid === project.uid,
  );
  const [newest] = listParked({ projects: parked.map((each) => each.project) });
  const isBeside = findCurrentProject(progress) !== undefined;
  const example = isBeside ? PARK_COMMAND : undefined;
  context.stdout.show(renderParkedList, { parked, newest, isBeside, example });
}
