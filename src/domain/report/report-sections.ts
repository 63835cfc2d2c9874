import { type ReportSection, reportSections } from "./claim.ts";
import { MARK } from "./claim-words.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { compileForm } from "./wide-form.ts";

const NOTHING = compileForm(
  String.raw`
    ^\W*(?:none|nothing|no|n\/?a|nil|nope|not applicable|keine?|nichts|aucune?|rien|
    ninguno|ninguna|nada|nenhum|nenhuma|nessuno|nessuna|niente|geen|なし|特になし|ありません|无|没有|
    нет|없음)(?:\W*$|\s(?:packages|dependencies|libraries|services|faked?|added|extras?|
    were|was|is|are|here|this time|that i know of|i know of|so far|any ?more|yet|new|else|
    extra|beyond|outside|to report)\b|[.,;:!\u2013\u2014-]\s|。|，)
  `,
  "iu",
);
const BUT = /\b(?:except|but|other than|apart from|besides|however|though)\b/i;
const MAX_LINE = 1000;
const MAX_LINES = 200;
const SENTENCE = /(?<=[.!?])\s+/;
/** What an agent says at the end of a message. */
const OFFER = compileForm(
  String.raw`
    ^(?:let me know|(?:do you |would you )?(?:want|like) me to|would you like|do you want|
    shall i|should i|happy to|feel free|i can also|ready for)\b
  `,
  "i",
);

/** Lists the lines of each section of a report, and the sections that say there is nothing. */
export function readSections(
  lines: readonly PlacedLine[],
): Record<ReportSection, string[]> & { nothing: ReportSection[] } {
  const list = (section: ReportSection) =>
    lines
      .filter(({ topic }) => topic === section)
      .slice(0, MAX_LINES * 2)
      .flatMap(writeLine);
  const listNotes = (section: ReportSection) =>
    list(section)
      .filter((text) => !isNothing(text) && !/^<[^<>]*>$/.test(text))
      .slice(0, MAX_LINES);
  const sections = {
    run: readRun(lines),
    faked: listNotes("faked"),
    packages: listNotes("packages"),
    added: listNotes("added"),
    assumptions: listNotes("assumptions"),
    engineer: listNotes("engineer"),
  };
  const nothing = reportSections.filter(
    (section) => sections[section].length === 0 && list(section).some(isNothing),
  );
  return { ...sections, nothing };
}

const RUN = compileForm(
  String.raw`
    ^(?:to (?:run|start|launch|use|try) (?:it|this|the \w+)\b|you can (?:run|start|launch|
    try) (?:it|this)\b|(?:run|start) it with\b|
    (?:you (?:can|could|should be able to|just need to|only need to) )?
    (?:(?:now|then|just|simply|also) )*open (?:up )?(?:the (?:file|page) )?
    [\p{L}\p{N}_./\\-]+\.html?\b)
  `,
  "iu",
);

/** Lists how to run the result, by its section or by sentences of their own. */
function readRun(lines: readonly PlacedLine[]): string[] {
  const inSection = lines.filter(({ topic }) => topic === "run").slice(0, MAX_LINES);
  if (inSection.length > 0) return inSection.flatMap(writeRunLine);
  return lines.flatMap((line, index) => {
    if (line.topic !== undefined) return [];
    if (line.kind === "code") return isBelowRun(lines, index) ? writeRunLine(line) : [];
    const sentences = line.kind === "text" ? cleanWords(line.text).split(SENTENCE) : [];
    return sentences.filter((text) => RUN.test(text));
  });
}

/** Writes a line of code between backticks, so that it stays code. */
function writeRunLine(line: PlacedLine, index = 0, all: readonly PlacedLine[] = []): string[] {
  const isCode = line.kind === "code" && line.text !== "" && !line.text.includes("`");
  return isCode ? [`\`${line.text}\``] : writeLine(line, index, all);
}

/** Returns true for code below a sentence such as "To run it:". */
function isBelowRun(lines: readonly PlacedLine[], index: number): boolean {
  const above = lines.slice(0, index).findLast(({ kind }) => kind !== "code" && kind !== "blank");
  return above?.kind === "text" && RUN.test(above.text.split(SENTENCE).at(-1) ?? "");
}

/** Writes a line of a section as plain text; headings that only name it are left out. */
function writeLine(line: PlacedLine, index = 0, all: readonly PlacedLine[] = []): string[] {
  if (line.kind === "heading" && line.opens) return [];
  if (line.kind === "row") return isTitleRow(all[index + 1]) ? [] : writeCells(line.cells);
  const text = line.kind === "rule" ? "" : writeText(line);
  return text === "" ? [] : [text];
}

function writeText({ kind, text }: PlacedLine): string {
  if (kind === "code") return text;
  const isOffer = kind === "text" && text.split(SENTENCE).some((each) => OFFER.test(each));
  return isOffer ? "" : cleanWords(text);
}

function isTitleRow(next: PlacedLine | undefined): boolean {
  return next?.kind === "rule" && next.level > 0;
}

function writeCells(cells: readonly string[]): string[] {
  const filled = cells.map(cleanWords).filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  const [first, ...others] = filled;
  if (!first) return [];
  return [others.length > 0 ? `${first}: ${others.join(", ")}` : first];
}

function cleanWords(text: string): string {
  const words = text.replaceAll("**", "").replaceAll("__", "").replace(/\s+/g, " ").trim();
  return words.slice(0, MAX_LINE);
}

function isNothing(text: string): boolean {
  return NOTHING.test(text.replace(MARK, "")) && !BUT.test(text);
}
