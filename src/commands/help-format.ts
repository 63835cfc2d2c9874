import { type Command, Help, type Option } from "commander";
import { hang, indent } from "../render/layout.ts";

/** Where commander has no width. */
const WIDTH = 80;

/**
 * Formats the help: as commander does, with the options of every command on a line, except for the
 * root, whose help fits a window of 24 rows with the line to type on.
 */
export function formatHelp(command: Command, helper: Help): string {
  const { helpWidth: width = WIDTH } = helper;
  if (command.parent) {
    // What every command has is on one line.
    const help = new Help().formatHelp
      .call(helper, command, helper)
      .replace(/^ {2}-h, --help.*\n(?: {6}.*\n)*/m, "")
      .replace(/^Options:\n\n?(?=\n|$)/m, "");
    const names = [...listLong(listGlobalOptions(command)), "--help"];
    const every = hang(EVERY_COMMAND, `${names.join(", ")} (builder-pm help ${OPTIONS})`, width);
    return `${help}\n${every}\n`.replace(/\n{3,}/g, "\n\n");
  }
  const groups = helper.groupItems(
    [...command.commands],
    helper.visibleCommands(command),
    (member) => member.helpGroup(),
  );
  const blocks = [...groups].map(([title, members]) =>
    title === MORE_TITLE
      ? hang("More: ", `${members.map((member) => member.name()).join(", ")} ${SEE_MORE}`, width)
      : formatCommandGroup(title, members, width),
  );
  const all = listLong(helper.visibleOptions(command));
  // There is no room for --color beside --no-color.
  const options = all.filter((name) => !all.includes(name.replace("--", "--no-")));
  const parts = [
    width < WIDTH ? `${USAGE}\n${ONE_COMMAND}` : `${USAGE}    ${ONE_COMMAND}`,
    hang("", command.description(), width),
    ...blocks,
    hang("Options: ", `${options.slice(0, SHOWN_OPTIONS).join(", ")}, ... ${SEE_OPTIONS}`, width),
  ];
  // A narrow window can't hold it anyway.
  return `${parts.join(width < WIDTH ? "\n\n" : "\n")}\n`;
}

/** Formats an option or a command: its words stand below it where there is no room beside it. */
export function formatHelpItem(
  term: string,
  termWidth: number,
  description: string,
  helper: Help,
): string {
  const { helpWidth = WIDTH, minWidthToWrap } = helper;
  const isNarrow = helpWidth - termWidth - ITEM_MARGINS < minWidthToWrap;
  if (description === "" || !isNarrow)
    return new Help().formatItem.call(helper, term, termWidth, description, helper);
  return `  ${term}\n${indent(description, helpWidth, 6)}`;
}

/** The spaces before a term and after it. */
const ITEM_MARGINS = 4;

function listLong(options: readonly Option[]): string[] {
  return options.map(({ long = "" }) => long);
}

/** The group of commands that the help only names. */
export const MORE_TITLE = "More:";
/** The help topic that explains these commands. */
export const MORE = "more";
const SEE_MORE = `(what they do: builder-pm help ${MORE})`;

/** The help topic about the options that every command has. */
export const OPTIONS = "options";

/** The help names as many as fit beside the command that lists them all. */
const SHOWN_OPTIONS = 3;
const SEE_OPTIONS = `(builder-pm help ${OPTIONS})`;

const EVERY_COMMAND = "Every command: ";

/** Describes an option as commander does, without the choices that its words name already. */
export function optionDescription(option: Option): string {
  const { description, argChoices } = option;
  const isNamed = argChoices?.every((choice) => description.includes(choice)) ?? false;
  return isNamed ? description : new Help().optionDescription(option);
}

/** Returns the usage of a command, without its other name: that one is for who types it. */
export function formatUsage(command: Command): string {
  const [alias] = command.aliases();
  const usage = new Help().commandUsage(command);
  return alias ? usage.replace(`${command.name()}|${alias}`, command.name()) : usage;
}

/** Lists the options that every command has: those of the root, but not of a parent command. */
export function listGlobalOptions(command: Command): Option[] {
  return command.parent ? findRootCommand(command).options.filter(({ hidden }) => !hidden) : [];
}

function findRootCommand(command: Command): Command {
  return command.parent ? findRootCommand(command.parent) : command;
}

const USAGE = "Usage: builder-pm [command] [options]";
const ONE_COMMAND = "For one command: builder-pm help check";

function formatCommandGroup(title: string, members: readonly Command[], width: number): string {
  const rows = members.map((member) =>
    hang(`  ${member.name().padEnd(11)}`, member.summary(), width),
  );
  return [title, ...rows].join("\n");
}
