import inquirer from "inquirer";
import { type Keyboard, openKeyboard } from "./keyboard.ts";
import type { Choice, Prompter, PrompterSettings, PromptStyle } from "./prompter.ts";

/** A prompter that inquirer draws. The only door to inquirer. */
export function createDrawnPrompter(settings: PrompterSettings): Prompter {
  const keyboard: Keyboard = openKeyboard(settings);
  const { output, signal, style, visible, width, wrap } = settings;
  // A finished prompt is wiped and written again by us: inquirer breaks a long answer in the middle of a word.
  const promptSettings = { input: keyboard.stream, output: output as NodeJS.WriteStream, clearPromptOnDone: true };
  const prompt = inquirer.createPromptModule({ ...promptSettings, signal });
  const theme = createPromptTheme(style);
  const mark = style.command("?");

  async function ask<T>(question: Record<string, unknown>): Promise<T> {
    signal.throwIfAborted();
    try {
      const { answer } = (await prompt([{ theme, ...question, name: "answer" } as never])) as { answer: T };
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  }

  return {
    select: async ({ message, choices, initial }) => {
      const drawn = drawChoices(choices, width, visible);
      const question = { type: "select", message: visible(message), choices: drawn, default: initial, pageSize: 12 };
      const value = await ask<(typeof choices)[number]["value"]>(question);
      const label = choices.find((choice) => choice.value === value)?.label ?? value;
      output.write(`${wrap(`${mark} `, `${style.heading(visible(message))} ${style.command(visible(label))}`)}\n`);
      return value;
    },
    text: async ({ message, hint }) => {
      const hints = visible(hint).split("\n");
      const above = [
        wrap(`${mark} `, style.heading(visible(message))),
        ...hints.map((line) => wrap("  ", style.faint(line))),
      ];
      output.write(`${above.join("\n")}\n`);
      const answer = await ask<string>({ type: "input", message: ">", theme: { ...theme, prefix: "" } });
      output.write(`${wrap(" > ", style.command(visible(answer.trim())))}\n`);
      return answer.trim();
    },
    close: keyboard.close,
  };
}

/** Labels in a column with their hints beside them, or the hint of the chosen one below where there is no room. */
function drawChoices<T extends string>(
  choices: readonly Choice<T>[],
  width: number,
  visible: (text: string) => string,
) {
  const column = Math.max(...choices.map(({ label }) => label.length)) + 3;
  const fits = choices.every(({ hint }) => column + (hint?.length ?? 0) + 2 <= width);
  return choices.map(({ value, label, hint }) => {
    const beside = hint && fits ? `${label.padEnd(column)}${hint}` : label;
    const below = hint && !fits ? { description: visible(hint) } : {};
    return { value, name: visible(beside), short: visible(label), ...below };
  });
}

/** Every style inquirer can use, so that none of its own colours or symbols is left. */
function createPromptTheme({ heading, faint, command }: PromptStyle) {
  return {
    // inquirer calls these with a second word, the state of the prompt, which chalk would print.
    prefix: command("?"),
    icon: { cursor: ">" },
    style: {
      answer: (text: string) => command(text),
      message: (text: string) => heading(text),
      error: (text: string) => `> ${text}`,
      defaultAnswer: faint,
      help: faint,
      highlight: command,
      key: command,
      description: faint,
      disabled: faint,
      keysHelpTip: () => faint("  up/down to move, Enter to choose, Ctrl+C to stop"),
    },
  };
}
