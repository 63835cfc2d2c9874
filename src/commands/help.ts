import { type Command, Help } from "commander";
import type { Context } from "../context.ts";
import { ExitCode, exitCodeMeanings, UserError } from "../errors.ts";
import { renderExitCodes, renderMore, renderOptions } from "../render/text/exit-codes.ts";
import { MORE, MORE_TITLE, OPTIONS } from "./help-format.ts";
import { describeInnerWord, suggestCommand } from "./usage-error.ts";

/** A help topic that isn't a command. */
export const EXIT_CODES = "exit-codes";

/** Registers the `help` command. The command to explain must be registered first. */
export function registerHelp(command: Command, context: Context): void {
  command
    .description(
      "Shows the help for a command, what the less common commands do, the options of every " +
        "command, or what the exit codes mean.",
    )
    .argument("[command...]", `a command, ${MORE}, ${OPTIONS} or ${EXIT_CODES}`)
    .addHelpText("after", "\nExamples:\n  builder-pm help check\n  builder-pm help exit-codes")
    .action((words: string[]) => runHelp(context, command.parent ?? command, words));
}

/** Prints the help for the command that `words` name, or for the whole program. */
export function runHelp(context: Context, program: Command, words: readonly string[]): void {
  if (words[0] === EXIT_CODES) context.stdout.show(renderExitCodes, exitCodeMeanings);
  else if (words[0] === MORE) context.stdout.show(renderMore, describeMore(program));
  else if (words[0] === OPTIONS) context.stdout.show(renderOptions, describeOptions(program));
  else requireCommand(program, words).outputHelp();
}

/** Returns each option of every command with what it does. */
function describeOptions(program: Command): [string, string][] {
  return new Help().visibleOptions(program).map(({ flags, description }) => [flags, description]);
}

/** Returns each command that the help of the program only names, with what it does. */
function describeMore(program: Command): [string, string][] {
  const members = program.commands.filter((member) => member.helpGroup() === MORE_TITLE);
  return members.map((member) => [member.name(), member.summary()]);
}

function requireCommand(program: Command, words: readonly string[]): Command {
  let named = program;
  for (const word of words) {
    const next = findNamed(named, [word]);
    if (!next) {
      throw named === program ? unknownCommandError(named, word) : describeInnerWord(named, word);
    }
    named = next;
  }
  return named;
}

function unknownCommandError(program: Command, word: string): UserError {
  const names = [...program.commands.map((command) => command.name()), MORE, OPTIONS, EXIT_CODES];
  return new UserError(`Unknown command "${word}".`, {
    exitCode: ExitCode.usage,
    fix: suggestCommand(word, names, "See: builder-pm --help"),
  });
}

/** Finds the command that `words` name. Returns undefined if there is none. */
export function findNamed(program: Command, words: readonly string[]): Command | undefined {
  let named: Command | undefined = program;
  for (const word of words)
    named = named?.commands.find((command) =>
      [command.name(), ...command.aliases()].includes(word),
    );
  return named;
}
