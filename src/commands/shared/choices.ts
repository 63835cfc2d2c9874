import { Argument, Option } from "commander";
import { ExitCode, UserError } from "../../errors.ts";
import { nameSlot } from "../completion/cursor.ts";
import { describeChoices } from "./arguments.ts";

/** Creates an argument that takes one of `choices`. Help and completion show them. */
export function choiceArgument(
  name: string,
  description: string,
  choices: readonly string[],
): Argument {
  const argument = new Argument(name, description).choices([...choices]);
  return argument.argParser((word) => readChoice(argument, word, choices));
}

/** Creates an option that takes one of `choices`, like {@link choiceArgument}. */
export function choiceOption(
  flags: string,
  description: string,
  choices: readonly string[],
): Option {
  const option = new Option(flags, description).choices([...choices]);
  return option.argParser((word) => readChoice(option, word, choices));
}

function readChoice(slot: Argument | Option, word: string, choices: readonly string[]): string {
  if (choices.includes(word)) return word;
  throw new UserError(`There is no ${nameSlot(slot)} "${word}".`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(word, choices),
  });
}
