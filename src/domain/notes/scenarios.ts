import type { NoteLine } from "./note-line.ts";

/** One line of an answer, with the numbers of the lines of the notes that it came from. */
export interface NoteEntry {
  text: string;
  lines: number[];
  /** True for a line of a paragraph, which may end in the middle of a sentence. */
  isProse?: boolean;
  /** True below a heading or after a label that no question asks for, such as "Timeline". */
  isApart?: boolean;
}

/** A scenario in Given/When/Then form: where it starts and ends among the lines. */
export interface Scenario extends NoteEntry {
  start: number;
  end: number;
}

const HEADER = /^\W*(?:scenario(?:\s+(?:outline|template))?|example)\b\s*\d*\s*[:,\u2013-]/i;
const NAMED = /^(?:scenario(?:\s+(?:outline|template))?|example):\s+(.*)$/i;
const BACKGROUND = /^background:?$/i;
const EXAMPLES = /^(?:examples|scenarios):$/i;
const STEP = /^[*_]*(given|when|then|and|but)\b[*_]*[\s:,]/i;

/**
 * Finds the scenarios of notes. The steps under "Background" are the start of each one after it.
 * A block without text is a background.
 */
export function findScenarios(lines: readonly NoteLine[]): Scenario[] {
  const found: Scenario[] = [];
  let background: NoteEntry = { text: "", lines: [] };
  for (let index = 0; index < lines.length; ) {
    const block = readBlock(lines, index);
    index = block?.end ?? index + 1;
    if (!block) continue;
    const { start, end } = block;
    if (block.isBackground) {
      background = block;
      found.push({ start, end, text: "", lines: [] });
    } else {
      const text = nameSteps(block.name, [background.text, block.text]);
      found.push({ start, end, text, lines: [...background.lines, ...block.lines] });
    }
  }
  return found;
}

function nameSteps(name: string, steps: readonly string[]): string {
  const text = steps.filter(Boolean).join(" ");
  return name === "" ? text : `${name}: ${text}`;
}

function readBlock(lines: readonly NoteLine[], start: number) {
  const first = lines[start];
  if (!first || first.kind === "blank") return undefined;
  const isBackground = BACKGROUND.test(first.text);
  const hasHeader = isBackground || (!isStep(first) && HEADER.test(first.text));
  const from = hasHeader ? skipBlank(lines, start + 1) : start;
  if (!isStep(lines[from])) return undefined;
  const { used, end } = readSteps(lines, from);
  if (!isBackground && !isWhole(used)) return undefined;
  const name = isBackground ? "" : readName(first);
  const numbers = (name === "" ? used : [first, ...used]).map(({ number }) => number);
  return { isBackground, name, text: joinSteps(used), lines: numbers, start, end };
}

/** Reads the name after "Scenario:". A heading above steps is no part of them. */
function readName({ text, isCode, kind }: NoteLine): string {
  const named = isCode || kind === "heading" ? null : NAMED.exec(text);
  return named?.[1] ?? "";
}

/** Returns true if steps say what leads to a result, and the result. */
function isWhole(used: readonly NoteLine[]): boolean {
  const kinds = used.map(({ text }) => STEP.exec(text)?.[1]?.toLowerCase());
  // In prose, "Then" may come first.
  return kinds[0] !== "then" && kinds.includes("then") && /given|when/.test(kinds.join());
}

function joinSteps(used: readonly NoteLine[]): string {
  const parts = used.map(({ kind, cells, text }) =>
    kind === "row" ? `${cells.join(", ")};` : text.replace(/^[*_]+/, ""),
  );
  return parts.join(" ").replace(/;$/, "");
}

/** Reads steps with their tables, and the examples of an outline. */
function readSteps(lines: readonly NoteLine[], from: number) {
  const used: NoteLine[] = [];
  let end = from;
  for (let line = lines[end]; line && goesOn(lines, end, used); line = lines[++end]) {
    if (line.kind !== "blank" && line.kind !== "rule") used.push(line);
  }
  return { used, end };
}

function goesOn(lines: readonly NoteLine[], index: number, used: readonly NoteLine[]): boolean {
  const line = lines[index] as NoteLine;
  if (line.kind === "blank") {
    const next = lines[skipBlank(lines, index)];
    return isExamples(next) || (isStep(next) && /^[*_]*(?:then|and|but)\b/i.test(next?.text ?? ""));
  }
  if (line.kind === "row" || line.kind === "rule" || isExamples(line)) return true;
  return isStep(line) && !startsAnother(line, used);
}

function startsAnother({ text }: NoteLine, used: readonly NoteLine[]): boolean {
  const hasThen = used.some((line) => /^[*_]*then\b/i.test(line.text));
  return hasThen && /^[*_]*given\b/i.test(text);
}

function skipBlank(lines: readonly NoteLine[], from: number): number {
  let index = from;
  while (lines[index]?.kind === "blank") index += 1;
  return index;
}

function isStep(line: NoteLine | undefined): boolean {
  return line !== undefined && line.kind !== "heading" && STEP.test(line.text);
}

function isExamples(line: NoteLine | undefined): boolean {
  return line !== undefined && EXAMPLES.test(line.text);
}
