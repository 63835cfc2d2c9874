/** Where a page has a picture from. */
export interface PictureSource {
  /** Its address, or what stands for it until the page is written. */
  src: string;
  /** Which picture of the page it is. One picture can show several checks. */
  number: number;
}

/** A picture that belongs to a check. */
export interface PictureView {
  /** Tells it apart from others. */
  sha256: string;
  /** Returns undefined where it isn't shown, or is gone. Called only to show it. */
  findSource: () => PictureSource | undefined;
  width: number;
  height: number;
  alt: string;
  /** True if the person found it in the work folder, where an agent may have put it. */
  isFromFolder: boolean;
  /** What a page says that would show it and can't. */
  absent: string;
}

/** A line of an answer, with what is said about it in parentheses. */
export interface Line {
  text: string;
  notes?: readonly string[];
  /** Its number, if its list is judged later. */
  number?: number | undefined;
  /** Whether it was picked, in words; undefined if it couldn't be. */
  mark?: { words: string; isPicked: boolean } | undefined;
}

/** An answer below a check. */
export interface CheckNote {
  name: string;
  text: string;
  notes: readonly string[];
  /** True if it was typed, not chosen. */
  isTyped: boolean;
}

/** How a verdict reads to a person who only looks. */
export type Tone = "good" | "bad" | "open";

/** A check with its verdict and what else was answered about it. */
export interface JudgedCheck {
  /** "C1", or words for a check that was removed. */
  name: string;
  text: string;
  verdict: string;
  tone: Tone;
  notes: readonly CheckNote[];
  /** True if nothing was noted about it, in words or by a picture. */
  isUnseen: boolean;
  /** What the agent claimed; undefined while that is sealed. */
  said: string | undefined;
  pictures: readonly PictureView[];
}

/** A part of what the verdicts add up to: "1 of 3 checks met". */
export interface SumPart {
  words: string;
  tone: Tone | "plain";
}

/** A change to a locked step: when, about what, why, and the texts. */
export interface ChangeView {
  when: string;
  about: string;
  because: string;
  texts: readonly { name: string; texts: readonly string[] }[];
}

/** A file that was written for an agent. */
export interface FileHash {
  name: string;
  sha256: string;
}

/** What a placeholder of a page stands for. All texts are as they were typed. */
export type PageValue =
  | { kind: "nothing" }
  /** Our own words, or what counts as such, such as the title. */
  | { kind: "words"; lines: readonly Line[] }
  /** An answer in words. */
  | { kind: "answer"; lines: readonly Line[] }
  /** A question that was left empty on purpose. */
  | { kind: "left-empty" }
  /** A plain one isn't quoted on a page for an agent. */
  | { kind: "list"; lines: readonly Line[]; isPlain?: true }
  /** The lines of a list with whether each was picked. */
  | { kind: "picks"; lines: readonly Line[] }
  | { kind: "judged"; checks: readonly JudgedCheck[] }
  /** An answer, and what the agent's report has for it that the answer leaves out. */
  | { kind: "traced"; answer: PageValue; leftOut: readonly string[] }
  /** What the verdicts add up to, in a line. */
  | { kind: "sum"; parts: readonly SumPart[] }
  | { kind: "amendments"; changes: readonly ChangeView[] }
  /** The folder of a project. The files stand in the small print. */
  | { kind: "place"; path: string; files: readonly FileHash[] };

/** The value of a placeholder that stands for nothing. */
export const NOTHING: PageValue = { kind: "nothing" };

/** Our words as a value; nothing if they are empty. */
export function createWords(...texts: readonly string[]): PageValue {
  const lines = texts.filter((text) => text.trim() !== "").map((text) => ({ text }));
  return lines.length > 0 ? { kind: "words", lines } : NOTHING;
}

/** Returns true if nothing would be shown for a value. */
export function isNothingShown(value: PageValue): boolean {
  if (value.kind === "nothing") return true;
  if (value.kind === "left-empty" || value.kind === "place" || value.kind === "sum") return false;
  if (value.kind === "traced") return false;
  if (value.kind === "judged") return value.checks.length === 0;
  if (value.kind === "amendments") return value.changes.length === 0;
  if (value.kind === "list" || value.kind === "picks") return value.lines.length === 0;
  return value.lines.every(({ text, notes = [] }) => text.trim() === "" && notes.length === 0);
}
