import { type Command, CommanderError } from "commander";
import { type CommandEntry, commands, THE_LOOP } from "./command-table.ts";
import { createRootCommand, readGlobalOptions } from "./commands/root-command.ts";
import { brokenFileError, findBrokenFile } from "./commands/shared/broken-file.ts";
import type { Context, GlobalOptions } from "./context.ts";
import type { Step } from "./domain/library/step.ts";

/** A command line that was read but not run: its words, and the global options. */
export interface CommandLine {
  program: Command;
  words: readonly string[];
  operands: readonly string[];
  unknown: readonly string[];
  options: GlobalOptions;
}

/** Reads the global options anywhere in a command line. Prints nothing and never throws. */
export function readCommandLine(typed: readonly string[]): CommandLine {
  const words = acceptBritishSpelling(typed);
  const program = createRootCommand();
  const { operands, unknown } = readGlobalOptions(program, words);
  return { program, words, operands, unknown, options: program.opts<GlobalOptions>() };
}

/** Runs a command line. Throws a UserError if it's wrong. */
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
  // A root action would turn off commander's "Did you mean", so this handles the bare call.
  if (operands.length === 0 && unknown.length === 0) {
    const { runHome } = await import("./commands/home.ts");
    return runHome(context, () => runProgram(context, readCommandLine(["help"]), version));
  }
  const entries = await loadEntries(context, operands);
  program.version(version, "-V, --version", "print the version");
  program.configureOutput({
    writeOut: (text) => context.stdout.line(text.replace(/\n$/, "")),
    getOutHelpWidth: () => context.stdout.findWidth(),
  });
  for (const { name, alias, group, summary, load } of entries) {
    const command = program.command(name).summary(summary).helpGroup(group);
    if (alias) command.alias(alias);
    const isNamed = [name, alias].some((word) => word && operands.includes(word));
    if (isNamed) (await load())(command, context);
  }
  await parse(context, line, entries);
}

/** The commands that need to know all others, including the steps. */
const aboutOthers = ["help", "completion"];

/** Loads the commands, with the steps unless the line names another command. */
async function loadEntries(
  context: Context,
  [word]: readonly string[],
): Promise<readonly CommandEntry[]> {
  const names = commands.flatMap(({ name, alias = name }) => [name, alias]);
  if (word !== undefined && !aboutOthers.includes(word) && names.includes(word)) return commands;
  const { steps, problems } = await context.loadLibrary("steps");
  const broken = findBrokenFile(problems, word);
  if (word !== undefined && broken && !steps.some(({ id }) => id === word))
    throw brokenFileError(broken, "step", word);
  return insertSteps(steps);
}

/**
 * Puts the steps after `start`, and what is about passes after the step that locks: passes come
 * after it.
 */
function insertSteps(steps: readonly Step[]): CommandEntry[] {
  const isAboutPasses = ({ name }: CommandEntry) => name === "log" || name === "report";
  const others = commands.filter((entry) => !isAboutPasses(entry));
  const locking = steps.findLastIndex(({ locks = [] }) => locks.length > 0);
  const entries = steps
    .map(describeStep)
    .toSpliced(locking + 1, 0, ...commands.filter(isAboutPasses));
  return others.toSpliced(others.findIndex(({ name }) => name === "start") + 1, 0, ...entries);
}

function describeStep(step: Step): CommandEntry {
  return {
    name: step.id,
    group: THE_LOOP,
    summary: step.summary,
    load: async () => {
      const { registerStep } = await import("./commands/step/register.ts");
      return (command, context) => registerStep(command, context, step);
    },
  };
}

/** Finds text such as "-Very slow", which commander would read as -V. */
function findGlued(words: readonly string[]): string | undefined {
  return words.find((word, at) => /^-[hV]./.test(word) && !words.slice(0, at).includes("--"));
}

/** Returns the words with `--colour` and `--no-colour` spelled as the options are. */
function acceptBritishSpelling(words: readonly string[]): string[] {
  const end = words.includes("--") ? words.indexOf("--") : words.length;
  return words.map((word, at) => (at < end ? word.replace(/^--(no-)?colour$/, "--$1color") : word));
}

async function parse(
  context: Context,
  { program, words }: CommandLine,
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
    throw await describeUsageError(context, error, { program, words, names });
  }
}
