import inquirer from "inquirer";
import { type Canvas, openCanvas } from "./canvas.ts";
import { fromLine, type InquirerInput, openInquirerInput, showLine } from "./inquirer-input.ts";
import type { Choice, Prompter, PrompterSettings, PromptStyle } from "./prompter.ts";

/** A prompter that inquirer draws. The only door to inquirer. */
export function createDrawnPrompter(settings: PrompterSettings): Prompter {
  const { output, style, visible, wrap } = settings;
  const canvas = openCanvas(output);
  const keyboard = openInquirerInput(settings, canvas.redraw);
  const ask = createAsk({ ...settings, output: canvas.stream }, keyboard);
  const askLine = createAskLine(ask, canvas, keyboard);
  const mark = style.command("?");

  function writeAnswer(message: string, answer: string): void {
    canvas.clear();
    const line = `${style.heading(visible(message))} ${style.command(visible(answer))}`;
    output.write(`${wrap(`${mark} `, line)}\n`);
  }

  return {
    select: async ({ message, choices, initial }) => {
      const drawn = drawChoices(choices, settings, "  ");
      const question = {
        type: "select",
        message: visible(message),
        choices: drawn,
        default: initial,
        pageSize: 12,
      };
      const value = await ask<(typeof choices)[number]["value"]>(question);
      const label = choices.find((choice) => choice.value === value)?.label ?? value;
      writeAnswer(message, label);
      return value;
    },
    multi: async ({ message, choices, initial = [] }) => {
      const drawn = drawChoices(choices, settings, "     ").map((choice) => ({
        ...choice,
        checked: initial.includes(choice.value),
      }));
      const question = {
        type: "checkbox",
        message: visible(message),
        choices: drawn,
        pageSize: 12,
      };
      const values = await ask<(typeof choices)[number]["value"][]>(question);
      const labels = choices
        .filter((choice) => values.includes(choice.value))
        .map(({ label }) => label);
      writeAnswer(message, labels.join("; ") || "none");
      return values;
    },
    text: async ({ message, hint, initial, keepDraft }) => {
      const hints = visible(`${hint}, Ctrl+C to stop`).split("\n");
      const lines = [
        wrap(`${mark} `, style.heading(visible(message))),
        ...hints.map((line) => wrap("  ", style.faint(line))),
      ];
      canvas.writeAbove(`${lines.join("\n")}\n`);
      const answer = await askLine(initial, keepDraft);
      canvas.clear();
      output.write(`${wrap(" > ", style.command(visible(answer)))}\n`);
      return answer;
    },
    close: keyboard.close,
  };
}

/**
 * One question for inquirer; a `bare` one has no mark in front. An aborted one throws the reason
 * of the abort.
 */
function createAsk({ output, signal, style }: PrompterSettings, keyboard: InquirerInput) {
  // A finished prompt is wiped and written again by us: inquirer breaks a long answer in the middle
  // of a word.
  const promptSettings = {
    input: keyboard.stream,
    output: output as NodeJS.WriteStream,
    clearPromptOnDone: true,
  };
  const prompt = inquirer.createPromptModule({ ...promptSettings, signal });
  const theme = createPromptTheme(style);

  return async function ask<T>({ bare = false, ...question }: Record<string, unknown>): Promise<T> {
    signal.throwIfAborted();
    const look = bare ? { ...theme, prefix: "" } : theme;
    try {
      const { answer } = (await prompt([
        { theme: look, ...question, name: "answer" } as never,
      ])) as { answer: T };
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
}

/** Asks for a text that starts with `initial`. inquirer would bring a default back once cleared. */
function createAskLine(ask: ReturnType<typeof createAsk>, canvas: Canvas, input: InquirerInput) {
  return async (initial = "", keepDraft?: (text: string) => void): Promise<string> => {
    let line = "";
    const transformer = (value: string) => {
      line = value;
      return showLine(value);
    };
    if (initial !== "") canvas.afterNextDrawing(() => input.type(initial));
    input.takeText(true);
    try {
      const answer = await ask<string>({ type: "input", message: ">", transformer, bare: true });
      return fromLine(answer).trim();
    } catch (error) {
      keepDraft?.(fromLine(line).trim());
      throw error;
    } finally {
      input.takeText(false);
    }
  };
}

/**
 * Labels in a column with their hints beside them, or the hint of the chosen one below where there
 * is no room. `margin` is what inquirer draws in front of a label.
 *
 */
function drawChoices<T extends string>(
  choices: readonly Choice<T>[],
  { visible, measure, wrap, findWidth }: PrompterSettings,
  margin: string,
) {
  const column = Math.max(...choices.map(({ label }) => measure(label))) + 3;
  const fits = choices.every(
    ({ hint }) => column + measure(hint ?? "") + margin.length <= findWidth(),
  );
  return choices.map(({ value, label, hint }) => {
    const name =
      hint && fits
        ? visible(`${label}${" ".repeat(column - measure(label))}${hint}`)
        : breakLabel(visible(label));
    const below = hint && !fits ? { description: `  ${visible(hint)}` } : {};
    return { value, name, short: visible(label), ...below };
  });

  function breakLabel(label: string): string {
    return wrap(margin, label).slice(margin.length);
  }
}

/** Every style inquirer can use, so that none of its own colours or symbols is left. */
function createPromptTheme({ heading, faint, command }: PromptStyle) {
  return {
    // inquirer calls these with a second word, the state of the prompt, which chalk would print.
    prefix: command("?"),
    icon: { cursor: ">", checked: "[x]", unchecked: "[ ]" },
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
      keysHelpTip: (keys: [string, string][]) => faint(`  ${describeKeys(keys)}`),
    },
  };
}

/**
 * The keys of a prompt in words; inquirer offers its own list, in which the space bar stands only
 * where it works.
 */
function describeKeys(keys: readonly (readonly [string, string])[]): string {
  const multi = keys.some(([key]) => key === "space");
  return `up/down to move, ${multi ? "space to mark, " : ""}Enter to ${multi ? "go on" : "choose"}, Ctrl+C to stop`;
}
