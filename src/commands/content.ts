import type { Command } from "commander";
import type { Context } from "../context.ts";

/** Puts `content` and its commands on the command line: for people who write content for a team. */
export function registerContent(command: Command, context: Context): void {
  command
    .description("For authors of content: checklists, slices, steps, rules and pages of the guide, all in markdown.")
    .helpCommand(false)
    .addHelpText("after", CONTENT_EXAMPLES);
  command
    .command("lint")
    .summary("find everything that is wrong")
    .description("Finds everything that is wrong with a folder of content, with file, line and a way to mend it.")
    .argument("[folder]", "the folder; what --content names when not given, else what is shipped")
    .option("--json", "print the problems for programs")
    .addHelpText("after", "\nExamples:\n  builder-pm content lint team\n  builder-pm content lint team --json")
    .action(async (folder: string | undefined) => {
      const { runContentLint } = await import("./content-lint.ts");
      await runContentLint(context, folder);
    });
}

const CONTENT_EXAMPLES = `
Examples:
  builder-pm content lint team
  builder-pm slices --content team`;
