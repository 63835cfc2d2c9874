/** A line of figures. */
export interface TeamLine {
  label: string;
  /** What it means, if the label is short, or "". */
  about: string;
  /** One for each column; null if it is left out. */
  figures: (number | null)[];
  /** What it consists of, in words, or "". */
  parts: string;
  /** The figures as a sentence. */
  words: string;
}

/** How figures of a line belong together: each a part of the one before, or alone. */
export type Shape = "nested" | "alone";

/** A part of the page: figures below the names of their columns, and sentences. */
export interface TeamSection {
  title: string;
  /** What the figures are of: "52 in all", or "". */
  caption: string;
  shape: Shape;
  /** What the figures of lines that stand alone are parts of, as far as it is known. */
  whole?: number | null;
  /** What a line is about, and the names of the figures. */
  about: string;
  columns: string[];
  lines: TeamLine[];
  says: string[];
}

/** Stands for a figure that is left out. */
export const LEFT_OUT = "-";

/** Says why a figure is left out, as the end of a sentence about it. */
export const WHY_LEFT_OUT =
  "is about one or two people, or would give such a figure away. It doesn't mean none, or few.";

/** Says a figure, or that it is left out. */
export function wordFigure(figure: number | null): string {
  return figure === null ? LEFT_OUT : String(figure);
}
