import type { Readable, Writable } from "node:stream";
import type { Job } from "./job.ts";

/**
 * One choice of a select question: the value given back, the word shown, and a few words about it.
 */
export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
  /** A key that chooses it at once. */
  key?: string | undefined;
}

/** Asks for one of several choices. `initial` is the choice the cursor starts on. */
export interface SelectQuestion<T extends string> {
  message: string;
  choices: readonly Choice<T>[];
  initial?: T | undefined;
}

/**
 * Asks for any number of choices; `initial` are those chosen already. The key of `leave` ends the
 * question with its value instead.
 */
export interface MultiQuestion<T extends string, L extends string = never> {
  message: string;
  choices: readonly Choice<T>[];
  initial?: readonly T[] | undefined;
  leave?: Choice<L> | undefined;
}

/** Asks for a text. `hint` says what Enter alone does; `initial` is there to be edited. */
export interface TextQuestion {
  message: string;
  hint: string;
  initial?: string | undefined;
  /** Called with what was typed so far if the person stops. */
  keepDraft?: ((text: string) => unknown) | undefined;
}

/**
 * Asks a person. Every question either gives an answer or throws a StoppedError. A text comes back
 * as it was typed, without spaces at its ends; several pasted lines come back as several lines.
 */
export interface Prompter {
  select<T extends string>(question: SelectQuestion<T>): Promise<T>;
  multi<T extends string, L extends string = never>(
    question: MultiQuestion<T, L>,
  ): Promise<T[] | L>;
  text(question: TextQuestion): Promise<string>;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** What a prompter needs of the world. */
export interface PrompterSettings {
  input: Readable & { isTTY?: boolean; setRawMode?: (on: boolean) => unknown };
  output: Writable;
  /** The columns there are now. */
  findWidth: () => number;
  /** Aborted when the asking must end; its reason is thrown. */
  signal: AbortSignal;
  /** Ends the asking as Ctrl+C does. */
  stop: () => void;
  /** Ends the asking because the terminal is gone. */
  hangUp: () => void;
  /** The process, which a shell can stop and continue. */
  job: Job;
  style: PromptStyle;
  /** Breaks a text at words; the first line starts with `first`, the others below its text. */
  wrap: (first: string, text: string) => string;
  /** The columns a text takes. */
  measure: (text: string) => number;
  /** Makes text safe for the terminal. */
  visible: (text: string) => string;
}

/** The styles a prompt uses. */
export interface PromptStyle {
  heading(text: string): string;
  faint(text: string): string;
  command(text: string): string;
}

/**
 * The prompter for this terminal: drawn with inquirer, or plain numbered lines. Each is loaded
 * only when used.
 */
export async function openPrompter(
  settings: PrompterSettings,
  { plain }: { plain: boolean },
): Promise<Prompter> {
  if (plain) return (await import("./plain.ts")).createPlainPrompter(settings);
  return (await import("./drawn.ts")).createDrawnPrompter(settings);
}
