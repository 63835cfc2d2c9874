import type { Argument, Command, Option } from "commander";

/** The last word of a command line: what comes before it, and the option or argument it's for. */
export interface Cursor {
  command: Command;
  /** The words before it that aren't commands, options or values of options. */
  operands: readonly string[];
  given: readonly Option[];
  /** What was typed of the word; only the value after `--name=`. */
  typed: string;
  /** The `--name=` in front of the value. */
  lead: string;
  /** The option or argument that the word is a value of, if any. */
  slot: Option | Argument | undefined;
  /** True if the word can also be a command or an option. */
  isOpen: boolean;
}

/** What was read of a command line so far. */
interface Reading {
  command: Command;
  operands: string[];
  given: Option[];
  waiting: Option | undefined;
  afterDashes: boolean;
}

/** Reads an unfinished command line as the program would, and locates its last word. */
export function readCursor(program: Command, words: readonly string[]): Cursor {
  const reading: Reading = {
    command: program,
    operands: [],
    given: [],
    waiting: undefined,
    afterDashes: false,
  };
  for (const word of words.slice(0, -1)) readWord(reading, word);
  const { command, operands, given, waiting, afterDashes } = reading;
  // PowerShell drops an empty word, so its script passes a space.
  const typed = words.at(-1)?.trim() ?? "";
  const cursor = { command, operands, given, typed, lead: "", isOpen: false };
  if (waiting) return { ...cursor, slot: waiting };
  const [lead = ""] = /^--[\w-]+=/.exec(typed) ?? [];
  const option = lead === "" ? undefined : findOption(command, lead.slice(0, -1));
  if (takesValue(option)) return { ...cursor, slot: option, lead, typed: typed.slice(lead.length) };
  return { ...cursor, slot: findArgument(command, operands.length), isOpen: !afterDashes };
}

/** Returns what an option or argument takes: `item` for `--item <item>` and for `<item>`. */
export function nameSlot(slot: Option | Argument): string {
  return "flags" in slot ? (/[<[]([^>\].]+)/.exec(slot.flags)?.[1] ?? "") : slot.name();
}

function readWord(reading: Reading, word: string): void {
  if (reading.waiting) reading.waiting = undefined;
  else if (word === "--") reading.afterDashes = true;
  else if (word.startsWith("-") && !reading.afterDashes) readOption(reading, word);
  else readOperand(reading, word);
}

function readOption(reading: Reading, word: string): void {
  const [name = "", value] = word.split("=", 2);
  const option = findOption(reading.command, name);
  if (!option) return;
  reading.given.push(option);
  if (takesValue(option) && value === undefined) reading.waiting = option;
}

function readOperand(reading: Reading, word: string): void {
  const { command, operands } = reading;
  const inner =
    operands.length === 0
      ? command.commands.find((each) => [each.name(), ...each.aliases()].includes(word))
      : undefined;
  if (inner) reading.command = inner;
  else operands.push(word);
}

function findOption(command: Command, name: string): Option | undefined {
  const own = command.options.find(({ long, short }) => name === long || name === short);
  return own ?? (command.parent ? findOption(command.parent, name) : undefined);
}

function takesValue(option: Option | undefined): boolean {
  return Boolean(option?.required || option?.optional);
}

function findArgument({ registeredArguments }: Command, index: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[index] ?? (last?.variadic ? last : undefined);
}
