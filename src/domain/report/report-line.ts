/** One line of a report with its marks of form removed. */
export interface ReportLine {
  kind: "blank" | "rule" | "heading" | "entry" | "row" | "text" | "code";
  /** The words, still with bold and code marks. */
  text: string;
  indent: number;
  /** The level of a heading: the lower, the more it covers. */
  level: number;
  cells: readonly string[];
  /** The number of an entry of a numbered list. */
  number: number | undefined;
  /** Whether the box of an entry is ticked; undefined without a box. */
  isTicked: boolean | undefined;
  /** The fence around this part of the report, counted from 1; 0 outside of one. */
  fence: number;
}

/** The level of a line that is bold as a whole, or in capitals. */
const BOLD_LEVEL = 7;
/** The level of a name before a colon. */
export const LABEL_LEVEL = 8;

const MAX_LINE = 4000;
const NO_CELLS: readonly string[] = [];
const HEADING = /^(?:(#{1,6})\s+|(#{2,6})(?=\p{L}))(\S.*)$/u;
const BULLET = /^(?:[-+*\u2022\u2023\u25aa\u25e6\u00b7\u2013\u2014\u23fa\u25cf]|\\-)\s+/;
const NUMBER = /^\(?(\d{1,3})(?:[.)]|\)\.)\s+/;
const BOX = /^\[([ xX~-]?)\]\s+/;
const RULE = /^(?:[-*_=~\u2500\u2550]\s*){3,}$/;
const BORDER = /^[\s|:+\-=\u2500-\u257f]+$/;
const BARS = /[|\u2502\u2503\u2551]/;
const BOLD = /^(?:\*\*([^*]+)\*\*|__([^_]+)__)\s*:?$/;
const SHOUTED = /^[\p{Lu}][\p{Lu}\s'\u2019&/-]{2,60}:?$/u;

/** Reads one line that isn't code. */
export function readReportLine(raw: string, fence: number): ReportLine {
  const text = raw.trim().slice(0, MAX_LINE);
  const line: ReportLine = {
    kind: "text",
    text,
    indent: countIndent(raw),
    level: 0,
    cells: NO_CELLS,
    number: undefined,
    isTicked: undefined,
    fence,
  };
  if (text === "") return { ...line, kind: "blank" };
  return readBar(line) ?? readTitle(line) ?? readItem(line);
}

function countIndent(raw: string): number {
  const space = /^\s*/.exec(raw.slice(0, 100))?.[0] ?? "";
  return space.replaceAll("\t", "    ").length;
}

function readBar(line: ReportLine): ReportLine | undefined {
  if (RULE.test(line.text.slice(0, 200))) return { ...line, kind: "rule" };
  if (!BARS.test(line.text)) return undefined;
  if (BORDER.test(line.text)) return { ...line, kind: "rule", level: 1 };
  const isRow = BARS.test(line.text.charAt(0)) || /\s\|\s.*\s\|\s/.test(line.text);
  return isRow ? { ...line, kind: "row", cells: splitCells(line.text) } : undefined;
}

/** Splits a row of a table into its cells. */
function splitCells(text: string): string[] {
  const bare = text.replace(/^[|\u2502\u2503\u2551]+/, "").replace(/[|\u2502\u2503\u2551]+$/, "");
  return bare
    .split(/(?<!\\)[|\u2502\u2503\u2551]/)
    .map((cell) => cell.replaceAll("\\|", "|").trim());
}

function readTitle(line: ReportLine): ReportLine | undefined {
  const [, spaced, tight, words = ""] = HEADING.exec(line.text) ?? [];
  const marks = spaced ?? tight;
  if (marks) {
    const text = words.replace(/\s+#{1,6}$/, "");
    return { ...line, kind: "heading", level: marks.length, text };
  }
  const [, stars, lines] = BOLD.exec(line.text) ?? [];
  const bold = stars ?? lines ?? (SHOUTED.test(line.text) ? line.text : undefined);
  if (!bold) return undefined;
  return { ...line, kind: "heading", level: BOLD_LEVEL, text: bold.replace(/:$/, "") };
}

function readItem(line: ReportLine): ReportLine {
  const unbulleted = line.text.replace(BULLET, "");
  const [mark, digits] = NUMBER.exec(unbulleted) ?? [];
  const rest = unbulleted.slice(mark?.length ?? 0);
  const box = BOX.exec(rest);
  const isEntry = unbulleted !== line.text || mark !== undefined || box !== null;
  return {
    ...line,
    kind: isEntry ? "entry" : "text",
    text: rest.slice(box?.[0].length ?? 0),
    number: digits === undefined ? undefined : Number(digits),
    isTicked: box ? /x/i.test(box[1] ?? "") : undefined,
  };
}
