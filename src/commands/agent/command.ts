import type { Command } from "commander";
import type { Context } from "../../context.ts";
import type { AgentOptions } from "./base.ts";

/** Registers the `agent` command and the commands inside it. */
export function registerAgent(command: Command, context: Context): void {
  command
    .helpCommand(false)
    .action(() => command.outputHelp())
    .description("Sets your coding agent up to draft, build and report, and never to judge.")
    .addHelpText("after", AGENT_EXAMPLES);
  command
    .command("setup")
    .summary("write the skill that agents read")
    .description(
      "Writes the skill to .agents/skills and .claude/skills in this folder, where coding agents " +
        "look for it. Keeps a file that someone changed.",
    )
    .option("--user", "write it to your home folder, for all your projects")
    .option("--dir <folder>", "a folder other than this one")
    .addHelpText("after", "\nExamples:\n  builder-pm agent setup\n  builder-pm agent setup --user")
    .action(async (options: AgentOptions) => {
      const { runAgentSetup } = await import("./setup.ts");
      return runAgentSetup(context, options);
    });
  command
    .command("remove")
    .summary("remove what setup wrote")
    .description("Removes the skill, and the folders that setup made for it if they are empty.")
    .option("--user", "remove it from your home folder")
    .option("--dir <folder>", "a folder other than this one")
    .addHelpText("after", "\nExample:\n  builder-pm agent remove")
    .action(async (options: AgentOptions) => {
      const { runAgentRemove } = await import("./remove.ts");
      return runAgentRemove(context, options);
    });
  command
    .command("instructions")
    .summary("print what an agent reads first")
    .description("Prints, for a coding agent, where the project stands and what the agent may do.")
    .option("--project <project>", "a project other than the current one")
    .addHelpText("after", "\nExample:\n  builder-pm agent instructions")
    .action(async (options: { project?: string }) => {
      const { runAgentInstructions } = await import("./instructions.ts");
      return runAgentInstructions(context, options);
    });
}

const AGENT_EXAMPLES = `
Examples:
  builder-pm agent setup
  builder-pm agent instructions
  builder-pm guide agent-setup`;
