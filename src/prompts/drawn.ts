import inquirer from "inquirer";
import { type Canvas, openCanvas } from "./canvas.ts";
import { fromLine, type InquirerInput, openInquirerInput, showLine } from "./inquirer-input.ts";
import type { Choice, MultiQuestion, Prompter, PrompterSettings, PromptStyle } from "./prompter.ts";

/** Creates a prompter that inquirer draws. No other module imports inquirer. */
export function createDrawnPrompter(settings: PrompterSettings): Prompter {
  const { output, style, visible, wrap } = settings;
  const canvas = openCanvas(output);
  const keyboard = openInquirerInput(settings, canvas.redraw);
  const ask = createAsk({ ...settings, output: canvas.stream }, keyboard);
  const askLine = createAskLine(ask, canvas, keyboard);
  const askChoices = createAskChoices(ask, keyboard);
  const mark = style.command("?");

  function writeAnswer(message: string, answer: string): void {
    canvas.clear();
    const line = `${style.heading(visible(message))} ${style.command(visible(answer))}`;
    output.write(`${wrap(`${mark} `, line)}\n`);
  }

  return {
    select: async ({ message, choices, initial }) => {
      const drawn = drawChoices(choices, settings, "  ");
      const question = { type: "select", message: visible(message), choices: drawn };
      const value = await askChoices({ ...question, default: initial }, choices);
      writeAnswer(message, choices.find((choice) => choice.value === value)?.label ?? value);
      return value;
    },
    multi: async <T extends string, L extends string = never>(asked: MultiQuestion<T, L>) => {
      const { message, choices, initial = [], leave } = asked;
      const drawn = drawChoices(choices, settings, "     ").map((choice) => ({
        ...choice,
        checked: initial.includes(choice.value),
      }));
      const theme = createPromptTheme(style, leave);
      const question = { type: "checkbox", message: visible(message), choices: drawn, theme };
      const values = await askChoices<L, T[]>(question, leave ? [leave] : []);
      if (!Array.isArray(values)) {
        writeAnswer(message, leave?.label ?? "");
        return values;
      }
      const chosen = choices.filter(({ value }) => values.includes(value));
      writeAnswer(message, chosen.map(({ label }) => label).join("; ") || "none");
      return chosen.map(({ value }) => value);
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
 * Returns a function that asks inquirer one question; a `bare` one has no mark in front. If the
 * question is aborted by the settings' signal, it throws the reason.
 */
function createAsk({ output, signal, style }: PrompterSettings, keyboard: InquirerInput) {
  const theme = createPromptTheme(style);
  return async function ask<T>(
    { bare = false, ...question }: Record<string, unknown>,
    abandoned = signal,
  ): Promise<T> {
    signal.throwIfAborted();
    // A finished prompt is cleared and written again by us: inquirer breaks a long answer in the
    // middle of a word.
    const prompt = inquirer.createPromptModule({
      input: keyboard.stream,
      output: output as NodeJS.WriteStream,
      clearPromptOnDone: true,
      signal: AbortSignal.any([signal, abandoned]),
    });
    const drawn = { theme: bare ? { ...theme, prefix: "" } : theme, ...question, name: "answer" };
    try {
      const { answer } = (await prompt([drawn as never])) as { answer: T };
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
}

/** Returns a function that asks for a choice, which may also be one that has a key of its own. */
function createAskChoices(ask: ReturnType<typeof createAsk>, keyboard: InquirerInput) {
  return async <T extends string, R = T>(
    question: Record<string, unknown>,
    choices: readonly Choice<T>[],
  ): Promise<R | T> => {
    const leaving = new AbortController();
    let chosen: Choice<T> | undefined;
    const keys = choices.flatMap(({ key }) => key ?? []);
    keyboard.onShortcut(keys, (pressed) => {
      chosen = choices.find(({ key }) => key === pressed);
      leaving.abort();
    });
    try {
      return await ask<R>({ pageSize: 12, ...question }, leaving.signal);
    } catch (error) {
      if (chosen && leaving.signal.aborted) return chosen.value;
      throw error;
    } finally {
      keyboard.onShortcut([], () => {});
    }
  };
}

/**
 * Creates a function that asks for a text. Types `initial` into the prompt, because inquirer would
 * bring a default back after the person deletes it.
 */
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
 * Lays out choices for inquirer: labels in a column with their hints next to them. If there isn't
 * enough room, the hint of the current choice goes below. `margin` is what inquirer draws in front
 * of a label.
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

/** Sets every style of inquirer, so that none of its own colors or symbols are left. */
function createPromptTheme({ heading, faint, command }: PromptStyle, leave?: Choice<string>) {
  return {
    // inquirer passes the state of the prompt as a second argument, which chalk would print.
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
      keysHelpTip: (keys: [string, string][]) => faint(`  ${describeKeys(keys, leave)}`),
    },
  };
}

/** Describes the keys of a prompt. inquirer's own list has the space bar only where it works. */
function describeKeys(
  keys: readonly (readonly [string, string])[],
  leave: Choice<string> | undefined,
): string {
  const isMulti = keys.some(([key]) => key === "space");
  const marking = isMulti ? ["space to select", "Enter to continue"] : ["Enter to choose"];
  const leaving = leave ? [`${leave.key} to ${leave.label.toLowerCase()}`] : [];
  return ["up/down to move", ...marking, ...leaving, "Ctrl+C to stop"].join(", ");
}
