import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { Typed } from "../../domain/project/unfinished.ts";
import type { Prompter } from "../../prompts/prompter.ts";

/** What a person gave at a question: an answer, or the way back. */
export type Reply = typeof BACK | AnswerLine[];

/** Stands for going back, among choices and as a reply. */
export const BACK = "back";

/** The choice of going back in a list of choices. */
export const goBack = {
  value: BACK,
  label: "Go back",
  hint: "to the previous question",
  key: "<",
} as const;

/**
 * Asks about a line that is vague, and returns the line that the person decided on. `place` says
 * which one it is if several were typed at once: "Line 2".
 */
export type Settle = (
  text: string,
  keepDraft: (text: string) => void,
  place?: string,
) => Promise<AnswerLine>;

/** What was done with something typed that is no answer, such as a picture. */
export interface Taken {
  said: string;
  /** The words beside it, which are offered again. */
  words?: string;
}

/** What a question is asked with. */
export interface AskOptions {
  prompter: Prompter;
  say: (text: string) => void;
  showEntries: (entries: readonly string[]) => void;
  /** Asks about a line that is vague, and returns the line that the person decided on. */
  settle: Settle;
  /** Called with what is typed for the question so far, in case the person stops or goes back. */
  keep: (typed: Typed) => void;
  /** The answer so far, to be edited. */
  initial: readonly AnswerLine[];
  /** Words that were being typed when the person stopped the last time. */
  draft: string | undefined;
  /** The highest number that makes sense. */
  max: number | undefined;
  /** The day on which the question is asked. */
  today: Date;
  /** Good lines to pick from, for a list. */
  candidates?: readonly string[] | undefined;
  /** Lines of the person's notes that found no place, to pick from. */
  leftover?: readonly string[] | undefined;
  canGoBack: boolean;
  /** True if the answer of the round before stands above, and isn't what the prompt starts with. */
  hasLast?: boolean | undefined;
  /** What a line of a list is called, if it isn't "Line". */
  lineName?: string | undefined;
  /** What the prompt for a text says. */
  prompt: string | undefined;
  /** Shows what a good answer looks like, for someone who isn't sure which choice to make. */
  showExample: (() => void) | undefined;
}
