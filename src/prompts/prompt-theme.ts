import type { Choice, PrompterSettings } from "./prompter.ts";

/** The list that a prompt shows, and whether all of it has room. */
interface ShownList {
  choices: readonly unknown[];
  isWhole: boolean;
  leave?: Choice<string> | undefined;
}

/** Sets every style of inquirer, so that none of its own colors or symbols are left. */
export function createPromptTheme(
  { style: { heading, faint, command }, wrap }: Pick<PrompterSettings, "style" | "wrap">,
  list?: ShownList,
) {
  return {
    // inquirer passes the state of the prompt as a second argument, which chalk would print.
    prefix: command("?"),
    icon: { cursor: ">", checked: "[x]", unchecked: "[ ]" },
    style: {
      answer: (text: string) => command(text),
      message: (text: string) => heading(text),
      error: (text: string) => wrap("> ", text),
      defaultAnswer: faint,
      help: faint,
      highlight: command,
      key: command,
      description: faint,
      disabled: faint,
      keysHelpTip: (keys: [string, string][]) => faint(wrap("  ", describeKeys(keys, list))),
    },
  };
}

/**
 * Describes the keys of a prompt. Takes inquirer's own list, which has the space bar only for
 * multiple choice.
 */
function describeKeys(
  keys: readonly (readonly [string, string])[],
  { choices = [], isWhole = true, leave }: Partial<ShownList> = {},
): string {
  const isMulti = keys.some(([key]) => key === "space");
  const choosing = isMulti ? ["space to pick", "Enter when done"] : ["Enter to choose"];
  const leaving = leave ? [`${leave.key} to ${leave.label.toLowerCase()}`] : [];
  const movers = isMulti ? "up/down" : "up/down or a number";
  const moving = `${movers} to ${isWhole ? "move" : `see all ${choices.length}`}`;
  return [moving, ...choosing, ...leaving, "Ctrl+C to stop"].join(", ");
}
