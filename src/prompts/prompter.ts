import type { Readable, Writable } from "node:stream";
import type { Job } from "./job.ts";

/** A choice: the value that is returned, the label that is shown, and a few words about it. */
export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
  /** A key that chooses it at once. */
  key?: string | undefined;
}

/**
 * A question with several choices. `initial` is the choice that the cursor starts on, `answer` the
 * one that was made before.
 */
export interface SelectQuestion<T extends string> {
  message: string;
  choices: readonly Choice<T>[];
  initial?: T | undefined;
  answer?: T | undefined;
  /** The choice after which a text is asked for. In plain lines, words typed here are that text. */
  own?: Choice<T> | undefined;
}

/**
 * Asks for any number of choices, but at least one if `isRequired`; `initial` are those chosen
 * already. The key of `leave` ends the question with its value instead.
 */
export interface MultiQuestion<T extends string, L extends string = never> {
  message: string;
  choices: readonly Choice<T>[];
  initial?: readonly T[] | undefined;
  isRequired?: boolean | undefined;
  /** What choosing none of them does, such as "keep all of this". */
  none?: string | undefined;
  /** The choice after which a text is asked for. Once chosen, text can be typed in the list. */
  own?: Choice<T> | undefined;
  /** How many can be chosen besides `own`. */
  max?: number | undefined;
  leave?: Choice<L> | undefined;
}

/** A question with a text. `hint` says what Enter alone does. */
export interface TextQuestion {
  message: string;
  hint: string;
  /** What the line starts with. Enter keeps it, and typing adds to it, so nothing is lost. */
  initial?: string | undefined;
  /** What the text adds to; then each line of it is a text of its own. */
  list?: readonly string[] | undefined;
  /** True for a text of many lines: Enter starts a line, and Ctrl+D ends it. */
  isDocument?: boolean | undefined;
  /** Called if the person stops, with what was typed so far. */
  keepDraft?: ((text: string) => unknown) | undefined;
}

/**
 * Asks a person questions. Each either returns an answer or throws a StoppedError. A text is
 * trimmed, and keeps the line breaks of a paste.
 */
export interface Prompter {
  select<T extends string>(question: SelectQuestion<T>): Promise<T>;
  multi<T extends string, L extends string = never>(
    question: MultiQuestion<T, L>,
  ): Promise<T[] | L>;
  text(question: TextQuestion): Promise<string>;
  /** Restores the terminal. */
  close(): void;
}

/** What a prompter needs from the outside. */
export interface PrompterSettings {
  input: Readable & { isTTY?: boolean; setRawMode?: (on: boolean) => unknown };
  output: Writable;
  /** Returns the current width in columns. */
  findWidth: () => number;
  /** Aborted when the questions must end. Its reason is thrown. */
  signal: AbortSignal;
  /** Ends the questions, as Ctrl+C does. */
  stop: () => void;
  /** Ends the questions because the terminal is gone. */
  hangUp: () => void;
  /** Called once, when a drawn question is on the screen and nobody has answered it yet. */
  whileWaiting?: (() => void) | undefined;
  /** The process, which a shell can suspend and resume. */
  job: Job;
  style: PromptStyle;
  /** Wraps a text at words. The first line starts with `first`, the others are indented. */
  wrap: (first: string, text: string) => string;
  /** Returns the width of a text in columns. */
  measure: (text: string) => number;
  /** Makes control characters in a text visible, so they can't affect the terminal. */
  visible: (text: string) => string;
}

/** The styles a prompt uses. */
export interface PromptStyle {
  heading(text: string): string;
  faint(text: string): string;
  command(text: string): string;
}
