import { type Command, Help, type Option } from "commander";
import { hang } from "../render/layout.ts";

/**
 * Formats the help: as commander does, except for the root, whose help fits a window of 24 rows
 * with the line to type on.
 */
export function formatHelp(command: Command, helper: Help): string {
  if (command.parent) return Help.prototype.formatHelp.call(helper, command, helper);
  const groups = helper.groupItems(
    [...command.commands],
    helper.visibleCommands(command),
    (member) => member.helpGroup(),
  );
  const blocks = [...groups].map(([title, members]) =>
    title === "More:" ? formatCommandNames(title, members) : formatCommandGroup(title, members),
  );
  const all = helper.visibleOptions(command).map(({ long = "" }) => long);
  // There is no room for --color beside --no-color.
  const options = all.filter((name) => !all.includes(name.replace("--", "--no-")));
  return [USAGE, command.description(), ...blocks, `Options: ${options.join(", ")}`, ""].join("\n");
}

/** Returns the usage of a command, without its other name: that one is for who types it. */
export function formatUsage(command: Command): string {
  const [alias] = command.aliases();
  const usage = Help.prototype.commandUsage.call(new Help(), command);
  return alias ? usage.replace(`${command.name()}|${alias}`, command.name()) : usage;
}

/** Lists the options that every command has: those of the root, but not of a parent command. */
export function listGlobalOptions(command: Command): Option[] {
  return command.parent ? findRootCommand(command).options.filter(({ hidden }) => !hidden) : [];
}

function findRootCommand(command: Command): Command {
  return command.parent ? findRootCommand(command.parent) : command;
}

const USAGE = "Usage: builder-pm [command] [options]    For one command: builder-pm help check";

function formatCommandGroup(title: string, members: readonly Command[]): string {
  const rows = members.map((member) => `  ${member.name().padEnd(11)}${member.summary()}`);
  return [title, ...rows].join("\n");
}

function formatCommandNames(title: string, members: readonly Command[]): string {
  return hang(`${title} `, members.map((member) => member.name()).join(", "), 80);
}
