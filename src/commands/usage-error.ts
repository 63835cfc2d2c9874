import type { Command, CommanderError } from "commander";
import { suggestWord } from "../domain/text/closest.ts";
import { quotePath } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { describeChoices } from "./shared/arguments.ts";

/**
 * A command line that commander refused: the program it was read by, its words, and the commands
 * there are.
 */
interface RefusedLine {
  program: Command;
  words: readonly string[];
  names: readonly string[];
}

/** Puts what commander says of a wrong command line into our words, with the way out. */
export function describeUsageError(error: CommanderError, line: RefusedLine): UserError {
  const special = describeInnerWord(error, line.program) ?? describeDash(error, line);
  return special ?? describeCommanderError(error, line);
}

/** Describes a text that starts with a dash, which commander takes for an option. */
function describeDash(error: CommanderError, line: RefusedLine): UserError | undefined {
  const { program, words } = line;
  const at = words.findIndex((word) => error.message.includes(`'${word}'`));
  const word = words[at] ?? "";
  const takesText = findInnermost(program, words).registeredArguments.length > 0;
  const isLongOption = /^--[a-z][\w-]*(?:=|$)/i.test(word);
  if (error.code !== "commander.unknownOption" || !takesText || isLongOption) return undefined;
  const end = words.findIndex((next, index) => index > at && next.startsWith("-"));
  const text = words.slice(at, end < 0 ? undefined : end);
  const others = words.toSpliced(at, text.length).map(quotePath);
  const command = `builder-pm ${others.join(" ")} -- ${quotePath(text.join(" "))}`;
  return new UserError(`"${word}" starts with a dash, so it was read as an option.`, {
    exitCode: ExitCode.usage,
    fix: `If it's text, put -- before it: ${command}`,
  });
}

/** Finds the innermost command that the words name. */
function findInnermost(command: Command, words: readonly string[]): Command {
  const inner = command.commands.find((candidate) => words.includes(candidate.name()));
  return inner ? findInnermost(inner, words.slice(words.indexOf(inner.name()) + 1)) : command;
}

/** Describes a command line that isn't UTF-8: Node puts U+FFFD for each byte it can't read. */
export function describeDamagedWord(words: readonly string[]): UserError {
  const damaged = words.find((word) => word.includes("\ufffd")) ?? "";
  return new UserError(`A letter got lost in "${damaged}". Nothing was saved.`, {
    exitCode: ExitCode.usage,
    fix:
      "Type the word with the \ufffd again. " +
      "If it gets lost again, set the terminal to UTF-8, or save the script as UTF-8.",
  });
}

/**
 * A mistyped command inside a command: commander, which may run the outer one alone, only counts
 * its words.
 */
function describeInnerWord(error: CommanderError, program: Command): UserError | undefined {
  if (error.code !== "commander.excessArguments") return undefined;
  const outer = program.commands.find(
    (command) => command.commands.length > 0 && command.args.length > 0,
  );
  const [word] = outer?.args ?? [];
  if (!outer || word === undefined) return undefined;
  return new UserError(`There is no command "${outer.name()} ${word}".`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(
      word,
      outer.commands.map((command) => command.name()),
    ),
  });
}

function describeCommanderError(error: CommanderError, line: RefusedLine): UserError {
  const [first = "", second] = error.message.replace(/^error: /, "").split("\n");
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1).replaceAll("'", '"')}`.replace(
    /\.?$/,
    ".",
  );
  const fix = second?.replace(/^\((.*)\)$/, "$1") ?? describeFix(error, line);
  return new UserError(sentence, { exitCode: ExitCode.usage, fix });
}

/** Commander counts a capital as another letter, so CHECK is far from check to it. */
function describeFix({ code, message }: CommanderError, { words, names }: RefusedLine): string {
  const command = names.find((name) => words.includes(name));
  const help = `See: builder-pm ${command ? `${command} ` : ""}--help`;
  // A few words without quotes are the most common slip of people who are new to a terminal.
  if (code === "commander.excessArguments" && /Expected 1 /.test(message))
    return `Put words that belong together in quotes. ${help}`;
  const typed =
    code === "commander.unknownCommand" ? words.find((word) => !word.startsWith("-")) : undefined;
  return typed === undefined ? help : suggestWord(typed, names, help);
}
