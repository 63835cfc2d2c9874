import type { Command } from "commander";
import type { Context } from "../../context.ts";
import {
  renderCandidates,
  type ShellName,
  shellNames,
  shells,
} from "../../render/text/completion.ts";
import { choiceArgument } from "../shared/choices.ts";
import { listCandidates } from "./candidates.ts";
import { readCursor } from "./cursor.ts";
import { ANY_FILE } from "./sources.ts";

/** Registers the `completion` command, which completes the commands of its parent. */
export function registerCompletion(command: Command, context: Context): void {
  command
    .description("Prints a script that lets your shell complete commands and names with Tab.")
    .addArgument(choiceArgument("[shell]", "your shell (default: how to install it)", shellNames))
    .argument("[words...]", "after --: the command line to complete (used by your shell)")
    .addHelpText("after", `\n${describeInstall()}\n${EXAMPLES}`)
    .action((shell: ShellName | undefined, words: string[]) =>
      runCompletion(context, command.parent ?? command, shell, words),
    );
}

/** Lists the shells, each with the line that installs its script. */
function describeInstall(): string {
  const rows = shellNames.map((name) => `  ${name}\n    ${shells[name].install}`);
  return [
    "To install it, run the line for your shell, then open a new terminal:",
    ...rows,
    "On a Mac your shell is usually zsh, on Linux bash, and on Windows powershell.",
  ].join("\n");
}

const EXAMPLES = `
Examples:
  builder-pm completion zsh
  builder-pm completion fish -- slices show ""`;

/**
 * Prints the script for a shell, or the completions of the last of `words`. Without a shell, says
 * how to install it.
 */
export async function runCompletion(
  context: Context,
  program: Command,
  shell: ShellName | undefined,
  words: readonly string[],
): Promise<void> {
  if (shell === undefined) return context.stdout.line(describeInstall());
  if (words.length === 0) return context.stdout.write(shells[shell].script);
  const candidates = await listCandidates(context, readCursor(program, words));
  if (candidates === ANY_FILE) context.stdout.line(ANY_FILE);
  else context.stdout.show(renderCandidates, { shell, candidates });
}
