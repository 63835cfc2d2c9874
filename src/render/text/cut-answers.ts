import { countOf } from "../../domain/text/words.ts";
import { hang, indent, measure, padTo } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** An answer below its label, each line with what the linter asks about it. */
export interface LabeledAnswer {
  label: string;
  lines: readonly { text: string; asks: readonly string[] }[];
}

/** How much of an answer is shown: so many rows of each line, and so many lines. */
interface Cut {
  rows: number;
  lines: number;
}

/** What is tried, in this order, until the answers fit. */
export const CUTS: readonly Cut[] = [
  { rows: 2, lines: Number.POSITIVE_INFINITY },
  { rows: 1, lines: Number.POSITIVE_INFINITY },
  ...[4, 3, 2, 1].map((lines) => ({ rows: 1, lines })),
];

/** Lower windows scroll, or an answer would lose too much. */
const MIN_HEIGHT = 30;

/** In fewer columns, the message and the keys take more rows. */
const NARROW = 75;

/** Returns how many rows are left above the prompt: its message, the choices and the keys. */
export function findRoom(
  answers: readonly LabeledAnswer[],
  { rows = MIN_HEIGHT, width }: Omit<RenderOptions, "theme">,
): number {
  const labels = answers.map(({ label }) => countLines(indent(label, width, 5)) + 1);
  const others = width < NARROW ? 6 : 4;
  return Math.max(rows, MIN_HEIGHT) - labels.reduce((sum, count) => sum + count, others);
}

/** Returns how many line feeds a text has. */
export function countLines(text: string): number {
  return text.split("\n").length - 1;
}

/** The longest label that answers stand beside. */
const MAX_BESIDE = 20;

/** Renders answers no longer than allowed, beside their labels if these are short. */
export function renderCutAnswers(
  answers: readonly LabeledAnswer[],
  cut: Cut,
  { theme, width }: RenderOptions,
): string[] {
  const widest = Math.max(0, ...answers.map(({ label }) => measure(label)));
  const isBeside = widest <= MAX_BESIDE && width >= 3 * widest;
  return answers.flatMap(({ label, lines }) => {
    if (!isBeside)
      return [
        theme.heading(cutRows(indent(label, width), 1, width)),
        ...cutLines(lines, cut, width).map((line) => indentRows(line, 2)),
      ];
    const [first = "", ...others] = cutLines(lines, cut, width - widest - 4);
    const [row = "", ...more] = first.split("\n");
    return [
      `  ${theme.heading(label)}${padTo("", widest - measure(label) + 2)}${row}`,
      ...[...more, ...others].map((line) => indentRows(line, widest + 4)),
    ];
  });
}

function cutLines(lines: LabeledAnswer["lines"], cut: Cut, width: number): string[] {
  const hidden = lines.length - cut.lines;
  const [first] = lines;
  if (cut.lines === 1 && first && hidden > 0) {
    const more = ` (and ${hidden} more)`;
    return [
      `${cutRows(hang("- ", first.text, width - more.length), 1, width - more.length)}${more}`,
    ];
  }
  return [
    ...lines
      .slice(0, cut.lines)
      .flatMap(({ text, asks }) => [
        cutRows(hang("- ", text, width), cut.rows, width),
        ...asks.map((ask) => cutRows(hang("  Note: ", ask, width), cut.rows, width)),
      ]),
    ...(hidden > 0 ? [`- and ${countOf(hidden, "more line")}`] : []),
  ];
}

/** Returns the first rows of a text, with "..." at the end if there are more. */
function cutRows(text: string, count: number, width: number): string {
  const rows = text.split("\n");
  if (rows.length <= count) return text;
  const last = (rows[count - 1] ?? "").slice(0, width - 3).trimEnd();
  return [...rows.slice(0, count - 1), `${last}...`].join("\n");
}

function indentRows(text: string, columns: number): string {
  return text.replace(/^/gm, " ".repeat(columns));
}
