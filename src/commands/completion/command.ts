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
  const rows = shellNames.map((name) => `  ${name}\n    ${shells[name].install}`);
  command
    .description("Prints a script that lets your shell complete commands and names with Tab.")
    .addArgument(choiceArgument("<shell>", "your shell", shellNames))
    .argument("[words...]", "after --: the command line to complete (used by your shell)")
    .addHelpText("after", `\n${INSTALL}\n${rows.join("\n")}\n${EXAMPLES}`)
    .action((shell: ShellName, words: string[]) =>
      runCompletion(context, command.parent ?? command, shell, words),
    );
}

const INSTALL = "To install it, run one line, then open a new terminal:";

const EXAMPLES = `
Examples:
  builder-pm completion zsh
  builder-pm completion fish -- slices show ""`;

/** Prints the script for a shell, or the completions of the last of `words`. */
export async function runCompletion(
  context: Context,
  program: Command,
  shell: ShellName,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) return context.stdout.write(shells[shell].script);
  const candidates = await listCandidates(context, readCursor(program, words));
  if (candidates === ANY_FILE) context.stdout.line(ANY_FILE);
  else context.stdout.show(renderCandidates, { shell, candidates });
}
