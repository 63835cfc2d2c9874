import { countOf, joinWords, sayLeft, shorten } from "../../domain/text/words.ts";
import { hang, indent, stack, twoColumns } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** What was understood of notes. */
export interface NotesView {
  /** The file, as it was named. */
  source: string;
  /** The path of the file; undefined for a pipe. */
  file: string | undefined;
  filled: readonly NotesAnswer[];
  /** True if a screen shows the answers in full, to be confirmed; then one row for each will do. */
  isShort: boolean;
  /** The labels of questions that had an answer before, which stays as it is. */
  kept: readonly string[];
  /** The lines of earlier drafts in whose place these stand, with the label of their question. */
  replaced: readonly { label: string; lines: readonly string[] }[];
  /** What to do about them. */
  wayBack: string;
  /** The questions that are left open, with the label of the question that they are drafts of. */
  open: readonly { label: string; lines: readonly string[] }[];
  /** The lines that found no place. */
  others: readonly OtherLine[];
  /** Those of them that can be picked at a question. */
  picks: ReadonlySet<string>;
}

/** An answer that notes hold. */
interface NotesAnswer {
  label: string;
  lines: readonly string[];
  /** What a text was joined from; none for a list. */
  pieces: readonly string[];
  /** Which of the lines the linter asks about. */
  asked: readonly boolean[];
  /** Why it can't be kept as it is. */
  problem: string | undefined;
}

/** A line of notes that found no place. */
interface OtherLine {
  line: number;
  text: string;
}

const MAX_OTHERS = 20;
const MAX_LENGTH = 100;
const MAX_PIECES = 4;
const MAX_NUMBERS = 20;

/** What notes answer, question by question, and what found no place. */
export function renderNotes(view: NotesView, options: RenderOptions): string {
  const { theme, width } = options;
  const { source, filled, kept } = view;
  return `\n${stack([
    theme.faint(indent(`From ${source}`, width)),
    ...(view.isShort
      ? [renderShort(filled, options)]
      : filled.map((answer) => renderNotesAnswer(answer, options))),
    kept.length > 0
      ? indent(`Already answered, so ${sayLeft(kept.length)}: ${joinWords(kept)}.`, width)
      : undefined,
    renderReplacedDrafts(view, options),
    ...view.open.map(({ label, lines }) => [
      theme.heading(indent(`${label}, for you to confirm later`, width)),
      ...lines.map((line) => hang("  - ", line, width)),
    ]),
    ...renderOthers(view, options),
  ])}\n`;
}

function renderNotesAnswer(answer: NotesAnswer, options: RenderOptions): string[] {
  const { theme, width } = options;
  const { label, lines, problem } = answer;
  return [
    theme.heading(indent(label, width)),
    ...lines.map((line) => hang("  - ", line, width)),
    ...(problem ? [theme.warn(hang("  ! ", problem, width))] : []),
  ];
}

function renderShort(filled: readonly NotesAnswer[], options: RenderOptions): string[] {
  if (filled.length === 0) return [];
  const rows = filled.flatMap((answer): [string, string][] => {
    const [first = "", ...others] = describeLines(answer, options);
    // Words of a person and of this program never stand in one sentence.
    const problem = answer.problem ? [`! ${answer.problem}`] : [];
    return [[answer.label, first], ...[...others, ...problem].map((text) => pairRow(text))];
  });
  return twoColumns(rows, options.width);
}

/** What was filled in earlier and isn't any more: nothing that was there goes away unsaid. */
function renderReplacedDrafts(view: NotesView, { theme, width }: RenderOptions): string[] {
  const { replaced, wayBack } = view;
  if (replaced.length === 0) return [];
  return [
    theme.heading(indent("Earlier drafts, replaced by these", width)),
    ...replaced.flatMap(({ label, lines }) =>
      lines.map((line) => hang("  - ", `${label}: ${line}`, width)),
    ),
    indent(wayBack, width),
  ];
}

function pairRow(text: string): [string, string] {
  return ["", text];
}

/**
 * The lines of a list are shown, and what a text was joined from, so that each line of the notes is
 * found somewhere.
 */
function describeLines({ lines, pieces, asked }: NotesAnswer, { rows }: RenderOptions): string[] {
  const isJoined = pieces.length > 1;
  const texts = isJoined ? pieces : lines;
  // What was joined is asked about as a whole.
  const last = texts.length - 1;
  const isAsked = texts.map((_, index) =>
    isJoined ? index === last && asked.includes(true) : asked[index] === true,
  );
  // A screen reader reads all of it once: nobody has to search for the rest.
  const shown = texts.map((text, index) => {
    const words = rows === undefined ? text : shorten(text, MAX_LENGTH);
    return isAsked[index] ? `${words} ${ASKED}` : words;
  });
  const hidden = texts.length - MAX_PIECES;
  const noted = isAsked.slice(MAX_PIECES).includes(true) ? ", with a note" : "";
  const more = hidden > 0 ? [`and ${hidden} more, shown in spec${noted}`] : [];
  return [...shown.slice(0, MAX_PIECES), ...more];
}

const ASKED = "(spec shows a note on this)";

/** Lists the lines without a place: those that are offered later, then those that are not. */
function renderOthers({ others, picks, file }: NotesView, options: RenderOptions): string[][] {
  const offered = others.filter(({ text }) => picks.has(text));
  const left = others.filter(({ text }) => !picks.has(text));
  return [
    renderUnplaced(`To pick from in spec (${countOf(offered.length, "line")})`, offered, options),
    [
      ...renderUnplaced(`Found no place (${countOf(left.length, "line")})`, left, options),
      ...(left.length > 0 ? [indent(describeUnplaced(left.length, file), options.width)] : []),
    ],
  ];
}

function renderUnplaced(
  heading: string,
  lines: readonly OtherLine[],
  { theme, width }: RenderOptions,
): string[] {
  if (lines.length === 0) return [];
  const hidden = lines.length - MAX_OTHERS;
  return [
    theme.heading(indent(heading, width)),
    ...lines
      .slice(0, MAX_OTHERS)
      .map(({ line, text }) =>
        theme.faint(hang("  - ", `line ${line}: ${shorten(text, MAX_LENGTH)}`, width)),
      ),
    ...(hidden > 0 ? [theme.faint(indent(describeHidden(lines.slice(MAX_OTHERS)), width, 4))] : []),
  ];
}

/** Names the lines that there's no room for by their numbers, so that they can be looked up. */
function describeHidden(lines: readonly OtherLine[]): string {
  const numbers = lines.map(({ line }) => String(line));
  const named =
    numbers.length > MAX_NUMBERS ? [...numbers.slice(0, MAX_NUMBERS), "later"] : numbers;
  const what = named.length === 1 ? "line" : "lines";
  return `and ${lines.length} more: ${what} ${joinWords(named)}`;
}

/** Says where the lines are that nothing asks for. */
function describeUnplaced(count: number, file: string | undefined): string {
  const [these, are] = count === 1 ? ["This line", "is"] : [`These ${count} lines`, "are"];
  return file === undefined
    ? `${these} ${are} saved nowhere, so copy what the questions need.`
    : `${these} ${are} only in ${file}. Add what the questions need.`;
}
