import type { Question } from "../../domain/library/step.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { Typed } from "../../domain/project/unfinished.ts";

/** A question as an interview asks it. */
export interface InterviewQuestion {
  /** Its name within the session; no two questions share one. */
  name: string;
  question: Question;
  /** The question as the person sees it, if its choices differ. */
  asked?: Question | undefined;
  /** Good lines to pick from, and lines of the person's notes that found no place. */
  candidates?: readonly string[] | undefined;
  leftover?: readonly string[] | undefined;
  /** The answer so far, to be edited. */
  lines: readonly AnswerLine[];
  /** Where the answer is from, if the person hasn't confirmed it. */
  proposed?: string | undefined;
  /** What the round before answered. */
  before?: readonly string[] | undefined;
  /** What was typed and not confirmed when the person stopped before. */
  typed?: Typed | undefined;
  /** The highest number that makes sense. */
  max?: number | undefined;
  /** What the prompt for a text says, if it isn't "Your answer:". */
  prompt?: string | undefined;
  /** Shows what a good answer looks like. */
  showExample?: (() => void) | undefined;
}
