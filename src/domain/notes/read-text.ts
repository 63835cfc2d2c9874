import type { NoteLine } from "./note-line.ts";
import type { NoteEntry } from "./scenarios.ts";

/** A text of notes: where it stands, and what the rules say that it answers. */
export interface ReadText {
  /** What an answer holds of it. */
  entry: NoteEntry;
  /** The same with the label before it. */
  whole: string;
  /** Its first line. */
  line: NoteLine;
  /** The headings and labels that it stands below, from the outside in. */
  headings: readonly string[];
  /** The question that it answers, if the rules say so. */
  question: string | undefined;
  /** True if there is no doubt about that. */
  isFixed: boolean;
  /** True if it stands below the whole name of the question, or behind it. */
  isSure: boolean;
  /** The question whose whole name stands above it or before it, also if the rules say another. */
  named?: string | undefined;
  /** True below a heading that no question asks for, and in a table. */
  isApart: boolean;
}
