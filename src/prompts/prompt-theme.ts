import type { Choice, PrompterSettings } from "./prompter.ts";

/** Sets every style of inquirer, so that none of its own colors or symbols are left. */
export function createPromptTheme(
  { style: { heading, faint, command }, wrap }: Pick<PrompterSettings, "style" | "wrap">,
  leave?: Choice<string>,
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
      keysHelpTip: (keys: [string, string][]) => faint(wrap("  ", describeKeys(keys, leave))),
    },
  };
}

/**
 * Describes the keys of a prompt. Takes inquirer's own list, which has the space bar only for
 * multiple choice.
 */
function describeKeys(
  keys: readonly (readonly [string, string])[],
  leave: Choice<string> | undefined,
): string {
  const isMulti = keys.some(([key]) => key === "space");
  const choosing = isMulti ? ["space to pick", "Enter when done"] : ["Enter to choose"];
  const leaving = leave ? [`${leave.key} to ${leave.label.toLowerCase()}`] : [];
  return ["up/down to move", ...choosing, ...leaving, "Ctrl+C to stop"].join(", ");
}
