import { type Command, Help, type Option } from "commander";

/**
 * The help of a command as commander writes it; the root's own is shorter, so that all of it fits
 * 30 lines.
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
  // One line holds no more: --color goes without saying beside --no-color.
  const options = all.filter((name) => !all.includes(name.replace("--", "--no-")));
  return [
    `Usage: builder-pm [command] [options]`,
    command.description(),
    ...blocks,
    `Options: ${options.join(", ")}`,
    EXAMPLES,
    "",
  ].join("\n");
}

/**
 * The options that hold for every command: those of the root. A command inside another does not
 * take that one's.
 */
export function listGlobalOptions(command: Command): Option[] {
  return command.parent ? findRootCommand(command).options.filter(({ hidden }) => !hidden) : [];
}

function findRootCommand(command: Command): Command {
  return command.parent ? findRootCommand(command.parent) : command;
}

const EXAMPLES = `
Try: builder-pm check    One command: builder-pm help check    More: the README`;

function formatCommandGroup(title: string, members: readonly Command[]): string {
  const rows = members.map((member) => `  ${member.name().padEnd(11)}${member.summary()}`);
  return ["", title, ...rows].join("\n");
}

function formatCommandNames(title: string, members: readonly Command[]): string {
  return ["", `${title} ${members.map((member) => member.name()).join(", ")}`].join("\n");
}
