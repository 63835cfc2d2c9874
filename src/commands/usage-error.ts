import type { Command, CommanderError } from "commander";
import type { Context } from "../context.ts";
import { findClosest } from "../domain/text/closest.ts";
import { countOf, joinWords, quotePath } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { findParentFolder } from "../files/folder.ts";
import { findSpelled } from "../files/plain-file.ts";
import { describeMeant, findShowCommand } from "./shared/other-command.ts";

/** A command line that commander rejected: the program, its words, and all command names. */
interface RefusedLine {
  program: Command;
  words: readonly string[];
  names: readonly string[];
}

/** Turns an error from commander into our wording, with a fix. */
export async function describeUsageError(
  context: Context,
  error: CommanderError,
  line: RefusedLine,
): Promise<UserError> {
  const inner = findInnerWord(error, line.program);
  const meant = await findMeant(context, error, line, inner);
  const special = inner ? describeInnerWord(inner.outer, inner.word) : describeDash(error, line);
  const { message, fix, exitCode } = special ?? describeCommanderError(error, line);
  const better = meant ? describeMeant(meant) : fix;
  return new UserError(message, { exitCode, ...(better === undefined ? {} : { fix: better }) });
}

const TAKE_BACK = "builder-pm undo (for the last change), or builder-pm decide (to end a project)";

/** Words for what no command is called. A guess by their letters could suggest `reset`. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ["drill", "builder-pm practice --list"],
  ["drills", "builder-pm practice --list"],
  ["next", "builder-pm status"],
  ["continue", "builder-pm status"],
  ["go", "builder-pm status"],
  ["delete", TAKE_BACK],
  ["remove", TAKE_BACK],
  ["rm", TAKE_BACK],
  ["clear", TAKE_BACK],
  ["cancel", TAKE_BACK],
]);

/**
 * Finds the command that shows what a word names, after a command that doesn't exist or takes no
 * such name: `slices script`, `drills sample-import`, `script`.
 */
async function findMeant(
  context: Context,
  { code }: CommanderError,
  { words, names }: RefusedLine,
  inner: InnerWord | undefined,
): Promise<string | undefined> {
  if (code !== "commander.unknownCommand" && !inner) return undefined;
  const [first = "", ...others] = words.filter((word) => !word.startsWith("-"));
  if (inner && !inner.outer.commands.some((command) => command.name() === "show")) return undefined;
  const named = others.at(-1) ?? first;
  if (!inner && others.length === 0 && OTHERS.has(first)) return OTHERS.get(first);
  const isClose = others.length === 0 && findClosest(first, names) !== undefined;
  return (isClose ? undefined : await findShowCommand(context, named)) ?? OTHERS.get(first);
}

/** Explains text that starts with a dash, which commander reads as an option. */
function describeDash(error: CommanderError, line: RefusedLine): UserError | undefined {
  const { program, words } = line;
  const at = words.findIndex((word) => error.message.includes(`'${word}'`));
  const word = words[at] ?? "";
  const takesText = findInnermost(program, words).registeredArguments.length > 0;
  const isLongOption = /^--[a-z][\w-]*(?:=|$)/i.test(word);
  if (error.code !== "commander.unknownOption" || !takesText || isLongOption) return undefined;
  const long = describeLongOption(line, at);
  if (long) return long;
  const end = words.findIndex((next, index) => index > at && next.startsWith("-"));
  const text = words.slice(at, end < 0 ? undefined : end);
  const others = words.toSpliced(at, text.length).map(quotePath);
  const command = `builder-pm ${others.join(" ")} -- ${quotePath(text.join(" "))}`;
  return new UserError(`"${word}" starts with a dash, so it was read as an option.`, {
    exitCode: ExitCode.usage,
    fix: `If it's text, put -- before it: ${command}`,
  });
}

/** Suggests the one option that a letter with a value stands for: "-m 200", "-m200". */
function describeLongOption({ program, words }: RefusedLine, at: number): UserError | undefined {
  const [, letter = "", joined = ""] = /^-([a-z])=?(.*)$/.exec(words[at] ?? "") ?? [];
  const value = joined || (words[at + 1] ?? "");
  const [option, another] = findInnermost(program, words).options.filter(
    ({ long, required }) => letter !== "" && required && long?.startsWith(`--${letter}`),
  );
  if (!option?.long || another || !/^\d/.test(joined || "0") || !/^[^-]/.test(value))
    return undefined;
  const meant = words.toSpliced(at, joined ? 1 : 2, option.long, value).map(quotePath);
  return new UserError(`There is no option "-${letter}".`, {
    exitCode: ExitCode.usage,
    fix: `Did you mean ${option.long} ${quotePath(value)}? Run: builder-pm ${meant.join(" ")}`,
  });
}

/** Finds the innermost command in the words. */
function findInnermost(command: Command, words: readonly string[]): Command {
  const inner = command.commands.find((candidate) => words.includes(candidate.name()));
  return inner ? findInnermost(inner, words.slice(words.indexOf(inner.name()) + 1)) : command;
}

/** Explains a command line that isn't UTF-8: Node replaces each invalid byte with U+FFFD. */
export function describeDamagedWord(words: readonly string[]): UserError {
  const damaged = words.find((word) => word.includes("\ufffd")) ?? "";
  return new UserError(`"${damaged}" has a character that can't be read. Nothing was saved.`, {
    exitCode: ExitCode.usage,
    fix:
      "Type the word with the \ufffd again. " +
      "If that doesn't help, set the terminal to UTF-8, or save the script as UTF-8.",
  });
}

/** A command with others in it, and the word after it, which is none of them. */
interface InnerWord {
  outer: Command;
  word: string;
}

/**
 * Finds a mistyped subcommand. Commander only complains about too many words, because the outer
 * command can run alone.
 */
function findInnerWord(error: CommanderError, program: Command): InnerWord | undefined {
  if (error.code !== "commander.excessArguments") return undefined;
  const outer = program.commands.find(
    (command) => command.commands.length > 0 && command.args.length > 0,
  );
  const [word] = outer?.args ?? [];
  return outer && word !== undefined ? { outer, word } : undefined;
}

/** Returns the error for a word after a command that is none of those in it. */
export function describeInnerWord(outer: Command, word: string): UserError {
  const names = outer.commands.map((command) => command.name());
  const [first] = outer.commands;
  const example = first && findExample(first);
  const use = `Use ${joinWords(names, "or")}${example ? `, as in: ${example}` : "."}`;
  const closest = findClosest(word, names);
  // Some lists have a command of their own, and some are the command alone.
  const isList = !closest && /^(?:list|ls|all)$/.test(word);
  const alone = isList ? `To list them: builder-pm ${outer.name()}\n` : "";
  return new UserError(`There is no command "${outer.name()} ${word}".`, {
    exitCode: ExitCode.usage,
    fix: closest ? `Did you mean ${closest}? ${use}` : alone + use,
  });
}

function describeCommanderError(error: CommanderError, line: RefusedLine): UserError {
  const [first = "", second] = error.message.replace(/^error: /, "").split("\n");
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1).replaceAll("'", '"')}`.replace(
    /\.?$/,
    ".",
  );
  const missing = /^option '(.*?)([ ,].*)?' argument missing$/i.exec(first);
  if (missing)
    return new UserError(`"${missing[1]}" needs a value: ${missing[1]}${missing[2] ?? ""}`, {
      exitCode: ExitCode.usage,
      fix: describeFix(error, line),
    });
  if (error.code === "commander.missingArgument") return missingArgumentError(line);
  // Commander suggests the name alone, which nobody can paste.
  const suggested = error.code === "commander.unknownCommand" ? undefined : second;
  const fix = suggested?.replace(/^\((.*)\)$/, "$1") ?? describeFix(error, line);
  return new UserError(describeExcess(first) ?? sentence, { exitCode: ExitCode.usage, fix });
}

/** Says how many words a command takes; undefined for another error. */
function describeExcess(message: string): string | undefined {
  const [, name, most, given] =
    /^too many arguments for '(.*)'\. Expected (\d+) .* but got (\d+)/i.exec(message) ?? [];
  if (name === undefined) return undefined;
  if (most === "0") return `"${name}" takes only options after it, no other words.`;
  return `"${name}" takes ${countOf(Number(most), "word")} after it, and got ${given}.`;
}

/** Says in the words of the help what a command needs, with an example. */
function missingArgumentError({ program, words }: RefusedLine): UserError {
  const command = findInnermost(program, words);
  const name = nameWholeCommand(command);
  const required = command.registeredArguments.filter(({ required }) => required);
  const missing = required[command.args.length] ?? required.at(-1);
  const example = findExample(command);
  const described = missing?.description ?? "more words";
  const what = example ? described.replace(/, for example .*/, "") : described;
  return new UserError(`"${name}" needs ${what}.`, {
    exitCode: ExitCode.usage,
    fix: [...(example ? [`For example: ${example}`] : []), `See: ${name} --help`].join("\n"),
  });
}

function nameWholeCommand(command: Command): string {
  return command.parent ? `${nameWholeCommand(command.parent)} ${command.name()}` : "builder-pm";
}

/** Finds the first example in the help of a command. What is below it, commander only writes. */
function findExample(command: Command): string | undefined {
  let text = "";
  const writeOut = (part: string) => {
    text += part;
  };
  command.configureOutput({ writeOut }).outputHelp();
  return /^ {2}(builder-pm .*)$/m.exec(text)?.[1];
}

/** Suggests a fix. Commander is case-sensitive, so it wouldn't suggest check for CHECK. */
function describeFix({ code, message }: CommanderError, line: RefusedLine): string {
  const { program, words, names } = line;
  const command = names.find((name) => words.includes(name));
  const help = `See: builder-pm ${command ? `${command} ` : ""}--help`;
  const last = words.at(-1) ?? "";
  // A shell writes out *.json, each file a word.
  if (code === "commander.excessArguments" && command === "team" && last.endsWith(".json"))
    return `Name the folder that they are in: builder-pm team ${quotePath(findParentFolder(last))}`;
  // Forgetting quotes is the most common mistake of people who are new to a terminal.
  if (code === "commander.excessArguments" && /Expected 1 /.test(message))
    return `Put quotes around text with spaces. ${help}`;
  if (code === "commander.excessArguments")
    return describeFileOption(findInnermost(program, words), words) ?? help;
  const typed =
    code === "commander.unknownCommand" ? words.find((word) => !word.startsWith("-")) : undefined;
  return typed === undefined ? help : suggestCommand(typed, names, help);
}

/** Suggests the command that is closest to a mistyped word; returns `otherwise` if none is. */
export function suggestCommand(typed: string, names: readonly string[], otherwise: string): string {
  const closest = findClosest(typed, names);
  return closest === undefined ? otherwise : describeMeant(`builder-pm ${closest}`);
}

/** Says which option a file belongs to that was named without one; undefined if none takes it. */
function describeFileOption(command: Command, words: readonly string[]): string | undefined {
  const file = words.find((word) => /\.(?:html?|md|txt)$/i.test(word));
  if (file === undefined) return undefined;
  const has = (option: string) => command.options.some(({ long }) => long === option);
  const see = `See: ${nameWholeCommand(command)} --help`;
  if (findSpelled(file, ".") !== undefined)
    return has("--from") ? `To read your notes: --from ${quotePath(file)}. ${see}` : undefined;
  return has("--output") ? `To write a page to a file: -o ${quotePath(file)}. ${see}` : undefined;
}
