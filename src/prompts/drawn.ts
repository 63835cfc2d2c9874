import inquirer from "inquirer";
import { describeLength } from "../domain/text/words.ts";
import { type Canvas, openCanvas } from "./canvas.ts";
import { drawChoices } from "./choice-list.ts";
import { describeEditing } from "./editing-hint.ts";
import { fromLine, type InquirerInput, openInquirerInput, showLine } from "./inquirer-input.ts";
import type { KeyedList } from "./list-keys.ts";
import { addAhead } from "./own-text.ts";
import { createPromptTheme } from "./prompt-theme.ts";
import type {
  Choice,
  MultiQuestion,
  Prompter,
  PrompterSettings,
  SelectQuestion,
  TextQuestion,
} from "./prompter.ts";

/** What the questions of a drawn prompter share. */
interface Drawing {
  settings: PrompterSettings;
  keyboard: InquirerInput;
  canvas: Canvas;
  askChoices: ReturnType<typeof createAskChoices>;
  askLine: ReturnType<typeof createAskLine>;
}

/** Creates a prompter that inquirer draws. No other module imports inquirer. */
export function createDrawnPrompter(settings: PrompterSettings): Prompter {
  const canvas = openCanvas(settings.output);
  const keyboard = openInquirerInput(settings, canvas);
  const { whileWaiting } = settings;
  // Not at once, so that inquirer starts to read keys first.
  if (whileWaiting) canvas.afterNextDrawing(() => setImmediate(whileWaiting));
  const ask = createAsk({ ...settings, output: canvas.stream }, keyboard);
  const drawing = {
    settings,
    keyboard,
    canvas,
    askChoices: createAskChoices(ask, keyboard),
    askLine: createAskLine(ask, canvas, keyboard),
  };
  return {
    select: (question) => drawSelect(drawing, question),
    multi: (question) => drawMulti(drawing, question),
    text: (question) => drawText(drawing, question),
    close: keyboard.close,
  };
}

async function drawSelect<T extends string>(
  drawing: Drawing,
  { message, choices, initial, own }: SelectQuestion<T>,
): Promise<T> {
  const { settings, askChoices, keyboard } = drawing;
  const list = drawChoices(choices, settings, SELECT_MARGIN);
  const question = {
    ...{ type: "select", ...list, default: initial },
    message: wrapMessage(message, settings),
    theme: createPromptTheme(settings, list),
  };
  keyboard.keepAhead(false);
  const value = await askChoices(question, choices, {
    isMulti: false,
    start: Math.max(
      0,
      choices.findIndex((choice) => choice.value === initial),
    ),
    own: own?.label,
  });
  const label = choices.find((choice) => choice.value === value)?.label ?? value;
  writeAnswer(drawing, message, label);
  return value;
}

async function drawMulti<T extends string, L extends string>(
  drawing: Drawing,
  multi: MultiQuestion<T, L>,
): Promise<T[] | L> {
  const { settings, askChoices, keyboard } = drawing;
  const { message, choices, initial = [], none = "none", leave, own } = multi;
  const list = drawChoices(choices, settings, MULTI_MARGIN);
  const question = {
    ...{ type: "checkbox", ...list },
    message: wrapMessage(message, settings),
    choices: list.choices.map((choice) => ({ ...choice, checked: initial.includes(choice.value) })),
    theme: createPromptTheme(settings, { ...list, leave }),
    // A typed word must not tick anything.
    shortcuts: { all: null, invert: null },
    validate: (ticked: readonly { value: T }[]) => findTickProblem(multi, ticked, keyboard) ?? true,
  };
  keyboard.keepAhead(own !== undefined);
  const values = await askChoices<L, T[]>(question, leave ? [leave] : [], {
    isMulti: true,
    start: 0,
  });
  if (!Array.isArray(values)) {
    writeAnswer(drawing, message, leave?.label ?? values);
    return values;
  }
  const chosen = choices.filter((choice) => values.includes(choice.value));
  writeAnswer(drawing, message, chosen.map(({ label }) => label).join("; ") || none);
  return values;
}

/**
 * Says why Enter doesn't end a list; undefined if it does. Text that was typed ends it too, once
 * the choice is ticked after which it is asked for.
 */
function findTickProblem<T extends string>(
  { isRequired, own }: MultiQuestion<T, string>,
  ticked: readonly { value: T }[],
  keyboard: InquirerInput,
): string | undefined {
  const hasOwn = ticked.some(({ value }) => value === own?.value);
  if (own && !hasOwn && keyboard.takeAhead() !== "") {
    keyboard.block();
    return `To type a line, first tick "${own.label}" with the space bar.`;
  }
  const isMissing = isRequired && ticked.length === 0;
  return isMissing ? "Nothing is ticked yet. Move to a line and press the space bar." : undefined;
}

async function drawText(
  { settings, canvas, askLine, keyboard }: Drawing,
  question: TextQuestion,
): Promise<string> {
  const { message, hint, isDocument = false } = question;
  const { output, style, visible, wrap } = settings;
  const hints = visible(`${hint}${describeEditing(question)}. Ctrl+C to stop`).split("\n");
  const lines = [
    wrap(`${style.command("?")} `, style.heading(visible(message))),
    ...hints.map((line) => wrap("  ", style.faint(line))),
  ];
  canvas.writeAbove(`${lines.join("\n")}\n`);
  keyboard.takeDocument(isDocument);
  const answer = await askLine(question).finally(() => keyboard.takeDocument(false));
  canvas.clear();
  const shown = isDocument ? describeLength(answer) : answer;
  output.write(`${wrap(" > ", style.command(visible(shown)))}\n`);
  return answer;
}

/** Wraps a question at words, because inquirer breaks them. It writes the mark in front itself. */
function wrapMessage(message: string, { wrap, visible }: PrompterSettings): string {
  return wrap(MARK, visible(message)).slice(MARK.length);
}

const MARK = "? ";

const SELECT_MARGIN = "  ";
const MULTI_MARGIN = "     ";

function writeAnswer({ settings, canvas }: Drawing, message: string, answer: string): void {
  const { output, style, visible, wrap } = settings;
  canvas.clear();
  const line = `${style.heading(visible(message))} ${style.command(visible(answer))}`;
  output.write(`${wrap(`${style.command("?")} `, line)}\n`);
}

/**
 * Creates a function that asks one question with inquirer, until `leaving` is aborted. A `bare`
 * question has no question mark in front. If the person stops, throws the reason.
 */
function createAsk(settings: PrompterSettings, keyboard: InquirerInput) {
  const { output, signal } = settings;
  const theme = createPromptTheme(settings);

  return async function ask<T>(
    { bare = false, ...question }: Record<string, unknown>,
    leaving = signal,
  ): Promise<T> {
    await keyboard.opened;
    signal.throwIfAborted();
    // A finished prompt is erased and written again here, because inquirer breaks a long answer in
    // the middle of a word.
    const prompt = inquirer.createPromptModule({
      input: keyboard.stream,
      output: output as NodeJS.WriteStream,
      clearPromptOnDone: true,
      signal: AbortSignal.any([signal, leaving]),
    });
    const questionTheme = bare ? { ...theme, prefix: "" } : theme;
    try {
      const questions = [{ theme: questionTheme, ...question, name: "answer" } as never];
      const { answer } = (await prompt(questions)) as { answer: T };
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
}

/** Creates a function that asks for a choice. The key of a choice chooses it at once. */
function createAskChoices(ask: ReturnType<typeof createAsk>, keyboard: InquirerInput) {
  return async <T extends string, R = T>(
    question: Record<string, unknown> & { choices: readonly unknown[] },
    choices: readonly Choice<T>[],
    list: Omit<KeyedList, "count">,
  ): Promise<R | T> => {
    const leaving = new AbortController();
    let chosen: Choice<T> | undefined;
    const keys = choices.flatMap(({ key }) => key ?? []);
    const press = (pressed: string) => {
      chosen = choices.find(({ key }) => key === pressed);
      leaving.abort();
    };
    keyboard.takeAhead();
    keyboard.takeList({ ...list, count: question.choices.length, keys, press });
    try {
      return await ask<R>(question, leaving.signal);
    } catch (error) {
      if (chosen && leaving.signal.aborted) return chosen.value;
      throw error;
    } finally {
      keyboard.takeList();
    }
  };
}

/**
 * Creates a function that asks for a text. Types `initial` into the prompt, because inquirer would
 * bring a default back after the person deletes it.
 */
function createAskLine(ask: ReturnType<typeof createAsk>, canvas: Canvas, input: InquirerInput) {
  return async (question: TextQuestion): Promise<string> => {
    const { keepDraft } = question;
    let line = "";
    const transformer = (value: string) => {
      line = value;
      return showLine(value);
    };
    const start = addAhead(question, input.takeAhead());
    input.keepAhead(false);
    if (start !== "") canvas.afterNextDrawing(() => input.typeText(start));
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
