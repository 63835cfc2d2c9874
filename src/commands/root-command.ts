import { Command, CommanderError } from "commander";
import {
  formatHelp,
  formatHelpItem,
  formatUsage,
  listGlobalOptions,
  optionDescription,
} from "./help-format.ts";

/** Creates the root command with the options that every command has. */
export function createRootCommand(): Command {
  return new Command("builder-pm")
    .description("A calm coach for product managers who are learning to build.")
    .usage("[command] [options]")
    .option("--color", "use color")
    .option("--no-color", "don't use color")
    .option("--no-input", "never ask; print the flags to use instead")
    .option("--accessible", "ask with plain numbered lines, for screen readers")
    .option(
      "--content <folder>",
      "add your own content (repeat for more)",
      (word, before: string[] = []) => [...before, word],
    )
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      ...{ formatHelp, optionDescription, commandUsage: formatUsage },
      visibleGlobalOptions: listGlobalOptions,
      minWidthToWrap: 20,
      formatItem: formatHelpItem,
    })
    .configureOutput({ writeErr: () => {} });
}

/** Reads the global options from a command line. Returns the words that are left. */
export function readGlobalOptions(
  program: Command,
  words: readonly string[],
): ReturnType<Command["parseOptions"]> {
  try {
    return program.parseOptions([...words]);
  } catch (error) {
    // An option without its value is reported when the line is run.
    if (error instanceof CommanderError) return { operands: [], unknown: [...words] };
    throw error;
  }
}
