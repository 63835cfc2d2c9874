import { countOf, shorten } from "../../domain/text/words.ts";
import { hang, indent, measure, padTo } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** An answer below its label, each line with what the linter asks about it. */
export interface LabeledAnswer {
  label: string;
  lines: readonly { text: string; asks: readonly string[] }[];
}

/** How much of an answer is shown: so many rows of each line, so many lines, and of the label. */
interface Cut {
  rows: number;
  lines: number;
  labelRows: number;
}

const ALL = Number.POSITIVE_INFINITY;

/**
 * What is tried, in this order, until the answers fit. A single row is often too little to be
 * understood, so lines are left out before that.
 */
const cuts: readonly Cut[] = [
  ...[ALL, 6, 5, 4, 3, 2].map((rows) => ({ rows, lines: ALL, labelRows: ALL })),
  ...[4, 3, 2].map((lines) => ({ rows: 2, lines, labelRows: ALL })),
  { rows: 1, lines: 2, labelRows: 1 },
  { rows: 2, lines: 1, labelRows: 1 },
  { rows: 1, lines: 1, labelRows: 1 },
];

/**
 * Renders answers so that `fits` returns true for their rows, if they can: first all of them are
 * shortened alike, then the rows that are left go to each of them in turn.
 */
export function fitAnswers(
  answers: readonly LabeledAnswer[],
  options: RenderOptions,
  fits: (rows: readonly string[]) => boolean,
): string[] {
  const render = (levels: readonly number[]) =>
    renderCutAnswers(answers, levels.map(toCut), options);
  const alike = cuts.map((_, level) => answers.map(() => level));
  let best = alike.find((levels) => fits(render(levels))) ?? alike.at(-1) ?? [];
  for (let before: typeof best = []; before !== best; ) {
    before = best;
    for (const index of answers.keys()) {
      const longer = best.with(index, Math.max(0, (best[index] ?? 0) - 1));
      if (longer[index] !== best[index] && fits(render(longer))) best = longer;
    }
  }
  return render(best);
}

function toCut(level: number): Cut {
  return cuts[level] ?? { rows: ALL, lines: ALL, labelRows: ALL };
}

/** Lower windows scroll, or an answer would lose too much. */
const MIN_HEIGHT = 30;

/** In fewer columns, the keys take two rows. */
const NARROW = 75;

/** What stands beside a choice: its mark, and a column that the terminal may keep free. */
const BESIDE_CHOICE = 7;

/** In a narrow window, a choice has so much of a label on two rows. */
const MIN_CHOICE = 40;

/** Returns the words of a choice for a label: as many as one row of the window holds. */
export function nameAnswer(
  label: string,
  { rows, width }: Pick<RenderOptions, "rows" | "width">,
): string {
  return rows === undefined ? label : cutToFit(label, Math.max(MIN_CHOICE, width - BESIDE_CHOICE));
}

/** An answer gets at least this share of the row of its choice. */
const ANSWER_SHARE = 0.4;

/**
 * Returns the words of a choice with the start of its answer, on one row. `names` are the questions
 * that it answers: of several about one check, only the first answer is shown.
 */
export function nameWithAnswer(
  { label, lines, names }: LabeledAnswer & { names: readonly string[] },
  width: number,
): string {
  const room = width - BESIDE_CHOICE;
  const [first, ...others] = lines;
  if (!first) return cutToFit(label, room);
  const count = others.length > 0 && names.length === 1 ? ` (and ${others.length} more)` : "";
  const more = `${count}${lines.some(({ asks }) => asks.length > 0) ? " (has a note)" : ""}`;
  const wanted = measure(first.text) + more.length;
  const name = cutToFit(label, room - 2 - Math.min(wanted, Math.floor(room * ANSWER_SHARE)));
  return `${name}: ${cutToFit(first.text, room - 2 - measure(name) - more.length)}${more}`;
}

function cutToFit(text: string, columns: number): string {
  return measure(text) <= columns ? text : shorten(text, columns - "...".length);
}

/**
 * Returns how many rows are left above the prompt: its message, the choices and the keys. No window
 * has to hold what isn't drawn in one.
 */
export function findRoom(
  answers: readonly LabeledAnswer[],
  message: string,
  { rows, width }: Omit<RenderOptions, "theme">,
): number {
  if (rows === undefined) return Number.POSITIVE_INFINITY;
  const labels = answers.map(
    ({ label }) => countLines(indent(nameAnswer(label, { rows, width }), width, 5)) + 1,
  );
  const others = countLines(indent(message, width)) + (width < NARROW ? 5 : 4);
  return Math.max(rows, MIN_HEIGHT) - labels.reduce((sum, count) => sum + count, others);
}

/** Returns how many line feeds a text has. */
export function countLines(text: string): number {
  return text.split("\n").length - 1;
}

/** The longest label that answers stand beside. */
const MAX_BESIDE = 20;

/** Renders each answer no longer than allowed, beside their labels if these are short. */
function renderCutAnswers(
  answers: readonly LabeledAnswer[],
  allowed: readonly Cut[],
  { theme, width }: RenderOptions,
): string[] {
  const widest = Math.max(0, ...answers.map(({ label }) => measure(label)));
  const isBeside = widest <= MAX_BESIDE && width >= 3 * widest;
  return answers.flatMap(({ label, lines }, index) => {
    const cut = allowed[index] ?? toCut(0);
    if (!isBeside)
      return [
        theme.heading(cutRows(indent(label, width), cut.labelRows, width)),
        ...cutLines(lines, cut, width - 2).map((line) => indentRows(line, 2)),
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
      ...listHiddenNotes(lines, cut, width),
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
    ...listHiddenNotes(lines.slice(cut.lines), cut, width),
  ];
}

/** The first note on lines that aren't shown: the prompt says that there are notes. */
function listHiddenNotes(lines: LabeledAnswer["lines"], cut: Cut, width: number): string[] {
  const [noted, ...others] = lines.filter(({ asks }) => asks.length > 0);
  const [ask = ""] = noted?.asks ?? [];
  if (!noted || ask === "") return [];
  const lead = others.length > 0 ? `${others.length + 1} notes, the first: ` : "Note: ";
  return [cutRows(hang(`  ${lead}`, `${ask} ("${noted.text}")`, width), cut.rows, width)];
}

/** Returns the first rows of a text, with "..." at the end if there are more. */
function cutRows(text: string, count: number, width: number): string {
  const rows = text.split("\n");
  if (rows.length <= count) return text;
  const row = rows[count - 1] ?? "";
  const last = row.length > width - 3 ? row.slice(0, width - 2).replace(/\s*\S*$/, "") : row;
  return [...rows.slice(0, count - 1), `${last}...`].join("\n");
}

function indentRows(text: string, columns: number): string {
  return text.replace(/^/gm, " ".repeat(columns));
}
