import { Command, CommanderError } from "commander";
import { type CommandEntry, commands, THE_LOOP } from "./command-table.ts";
import { formatHelp, listGlobalOptions } from "./commands/help-format.ts";
import type { Context, GlobalOptions } from "./context.ts";
import type { Problem } from "./domain/library/library.ts";
import type { Step } from "./domain/library/step.ts";
import { quotePath } from "./domain/text/words.ts";
import { ExitCode, UserError } from "./errors.ts";

/**
 * A command line that is read but not yet run: its words, the options that hold for all of it, and
 * who read them.
 */
export interface CommandLine {
  program: Command;
  words: readonly string[];
  operands: readonly string[];
  unknown: readonly string[];
  options: GlobalOptions;
}

/**
 * Reads the global options of a command line, wherever they stand in it. Prints nothing and never
 * fails.
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const program = createProgram();
  const { operands, unknown } = readOptions(program, words);
  return { program, words, operands, unknown, options: program.opts<GlobalOptions>() };
}

function readOptions(
  program: Command,
  words: readonly string[],
): ReturnType<Command["parseOptions"]> {
  try {
    return program.parseOptions([...words]);
  } catch (error) {
    // An option without its value: told when the line is run.
    if (error instanceof CommanderError) return { operands: [], unknown: [...words] };
    throw error;
  }
}

/**
 * Runs one command line. Throws a UserError when it is wrong; help and version print and return.
 */
export async function runProgram(
  context: Context,
  line: CommandLine,
  version: string,
): Promise<void> {
  const { program, words, operands, unknown } = line;
  if (words.some((word) => word.includes("\ufffd"))) {
    const { describeDamagedWord } = await import("./commands/usage-error.ts");
    throw describeDamagedWord(words);
  }
  // A root action would switch off commander's "Did you mean", so the bare call is found first.
  if (operands.length === 0 && unknown.length === 0) {
    const { runHome } = await import("./commands/home.ts");
    return runHome(context, () => runProgram(context, readCommandLine(["help"]), version));
  }
  const entries = await loadEntries(context, operands);
  program.version(version, "-V, --version", "print the version");
  program.configureOutput({ writeOut: (text) => context.stdout.line(text.replace(/\n$/, "")) });
  for (const { name, group, summary, load } of entries) {
    const command = program.command(name).summary(summary).helpGroup(group);
    if (operands.includes(name)) (await load())(command, context);
  }
  await parse(program, words, entries);
}

/** The commands that list all others, so they need the steps of the content too. */
const aboutOthers = ["help", "completion"];

/**
 * The commands a line can mean. One that names a command which is code needs no content to be
 * understood.
 */
async function loadEntries(
  context: Context,
  [word]: readonly string[],
): Promise<readonly CommandEntry[]> {
  const names = commands.map(({ name }) => name);
  if (word !== undefined && !aboutOthers.includes(word) && names.includes(word)) return commands;
  const { steps, problems } = await context.loadLibrary("steps");
  const broken = problems.find(({ file }) => file.split(/[\\/]/).at(-1) === `${word}.md`);
  if (broken && !steps.some(({ id }) => id === word)) throw brokenStepError(broken, word);
  return commands.toSpliced(names.indexOf("start") + 1, 0, ...steps.map(describeStep));
}

function brokenStepError({ folder }: Problem, word = ""): UserError {
  return new UserError(`The step "${word}" cannot be used: its file has a problem.`, {
    exitCode: ExitCode.content,
    fix: `See what to fix: builder-pm content lint ${quotePath(folder)}`,
  });
}

function describeStep(step: Step): CommandEntry {
  return {
    name: step.id,
    group: THE_LOOP,
    summary: step.summary,
    load: async () => {
      const { registerStep } = await import("./commands/step/command.ts");
      return (command, context) => registerStep(command, context, step);
    },
  };
}

function createProgram(): Command {
  return new Command("builder-pm")
    .description("A calm coach for product managers who are learning to build.")
    .usage("[command] [options]")
    .option("--color", "use color")
    .option("--no-color", "don't use color")
    .option("--no-input", "never ask; say which flags to use instead")
    .option("--accessible", "ask with plain numbered lines, for screen readers")
    .option(
      "--content <folder>",
      "add content of your own (repeat for more)",
      (word, before: string[] = []) => [...before, word],
    )
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ formatHelp, visibleGlobalOptions: listGlobalOptions, showGlobalOptions: true })
    .configureOutput({ writeErr: () => {}, getOutHelpWidth: () => 80 });
}

/** Finds a text such as "-Very slow", which commander would take for -V and drop. */
function findGlued(words: readonly string[]): string | undefined {
  return words.find((word, at) => /^-[hV]./.test(word) && !words.slice(0, at).includes("--"));
}

async function parse(
  program: Command,
  words: readonly string[],
  entries: readonly CommandEntry[],
): Promise<void> {
  try {
    const glued = findGlued(words);
    if (glued)
      throw new CommanderError(2, "commander.unknownOption", `error: unknown option '${glued}'`);
    await program.parseAsync([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    const { describeUsageError } = await import("./commands/usage-error.ts");
    const names = entries.map(({ name }) => name);
    throw describeUsageError(error, { program, words, names });
  }
}
