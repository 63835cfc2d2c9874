import { Command, CommanderError, Help } from "commander";
import type { Context, GlobalOptions } from "./context.ts";
import { ExitCode, UserError } from "./errors.ts";

type Register = (command: Command, context: Context) => void;

/** One command: its place in the help, its line there, and the file that does the work, loaded when it is called. */
interface CommandEntry {
  name: string;
  group: string;
  summary: string;
  load: () => Promise<Register>;
}

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: "check",
    group: "Start here:",
    summary: "take the reality check: five honest questions",
    load: async () => (await import("./commands/check.ts")).registerCheck,
  },
  {
    name: "slices",
    group: "Start here:",
    summary: "small things you could build first",
    load: async () => (await import("./commands/slices.ts")).registerSlices,
  },
  {
    name: "status",
    group: "Where you are:",
    summary: "what you answered, and the one next step",
    load: async () => (await import("./commands/status.ts")).registerStatus,
  },
  {
    name: "export",
    group: "Where you are:",
    summary: "your progress as markdown, to keep or to share",
    load: async () => (await import("./commands/export.ts")).registerExport,
  },
  {
    name: "reset",
    group: "More:",
    summary: "start over; what you had is kept in a file beside it",
    load: async () => (await import("./commands/reset.ts")).registerReset,
  },
  {
    name: "help",
    group: "More:",
    summary: "help for one command, or for exit-codes",
    load: async () => (await import("./commands/help.ts")).registerHelp,
  },
];

/** A command line that is read but not yet run: what `program` is asked to do, and the options that hold for all of it. */
export interface CommandLine {
  program: Command;
  words: readonly string[];
  operands: readonly string[];
  unknown: readonly string[];
  options: GlobalOptions;
}

/** Reads the global options of a command line, wherever they stand in it. Prints nothing and never fails. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const program = createProgram();
  const { operands, unknown } = program.parseOptions([...words]);
  return { program, words, operands, unknown, options: program.opts<GlobalOptions>() };
}

/** Runs one command line. Throws a UserError when it is wrong; help and version print and return. */
export async function runProgram(context: Context, line: CommandLine, version: string): Promise<void> {
  const { program, words, operands, unknown } = line;
  // Commander prints the version as soon as it reads the option, so it comes after the first reading.
  program.version(version, "-V, --version", "print the version");
  const output = {
    writeOut: (text: string) => context.stdout.write(text),
    writeErr: () => {},
    getOutHelpWidth: () => 80,
    getErrHelpWidth: () => 80,
  };
  // Commands that are there already keep the output they were made with, so each is told.
  for (const command of [program, ...program.commands]) command.configureOutput(output);
  // A root action would switch off commander's "Did you mean", so the bare call is found first.
  if (operands.length === 0 && unknown.length === 0) {
    const { runHome } = await import("./commands/home.ts");
    return runHome(context, () => program.outputHelp());
  }
  await registerCommands(program, context, operands);
  await parse(program, words);
}

/** Registers the options of every command that `operands` names, or of all of them. */
export async function registerCommands(program: Command, context: Context, operands: readonly string[]): Promise<void> {
  for (const { name, load } of commands) {
    const command = program.commands.find((known) => known.name() === name);
    if (command && operands.includes(name)) (await load())(command, context);
  }
}

function createProgram(): Command {
  const program = new Command("builder-pm")
    .description("A calm coach for product managers who are learning to build.")
    .usage("[command] [options]")
    .option("--color", "use colour")
    .option("--no-color", "use no colour")
    .option("--no-input", "never ask; say which flags to use instead")
    .option("--accessible", "ask with plain numbered lines, for screen readers")
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name(), formatHelp: formatCommandsFirst })
    .addHelpText("after", HELP_FOOTER);
  for (const { name, group, summary } of commands) {
    program
      .command(name)
      .summary(summary)
      .helpGroup(group)
      .helpOption("-h, --help", "show help")
      .copyInheritedSettings(program);
  }
  return program;
}

/** Commander's own help with the options moved below the commands. */
function formatCommandsFirst(command: Command, helper: Help): string {
  const blocks = Help.prototype.formatHelp.call(helper, command, helper).trimEnd().split("\n\n");
  const options = blocks.filter((block) => block.startsWith("Options:"));
  return `${[...blocks.filter((block) => !options.includes(block)), ...options].join("\n\n")}\n`;
}

const HELP_FOOTER = `
Examples:
  builder-pm check
  builder-pm slices show script
  builder-pm export -o progress.md

Stuck? builder-pm help check, or read the README of builder-pm.`;

async function parse(program: Command, words: readonly string[]): Promise<void> {
  try {
    await program.parseAsync([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw describeUsage(error, words);
  }
}

function describeUsage(error: CommanderError, words: readonly string[]): UserError {
  const [first = "", second] = error.message.replace(/^error: /, "").split("\n");
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1).replaceAll("'", '"')}`.replace(/\.?$/, ".");
  const command = commands.find(({ name }) => words.includes(name))?.name;
  const help = `See: builder-pm ${command ? `${command} ` : ""}--help`;
  return new UserError(sentence, { exitCode: ExitCode.usage, fix: second?.replace(/^\((.*)\)$/, "$1") ?? help });
}
