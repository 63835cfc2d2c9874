import type { Step } from "../library/step.ts";
import { cleanLine } from "../text/clean.ts";
import { normalizeName } from "./normal-name.ts";
import type { NoteLine } from "./note-line.ts";
import { readLines } from "./note-lines.ts";

/** Questions that notes leave open, as drafts of an answer to a question of a step. */
export interface NoteQuestions {
  step: Step;
  id: string;
  label: string;
  lines: readonly string[];
}

/**
 * Lists the questions in notes that stand below headings such as "Open questions", for each
 * question of a step that drafts its answer from such headings.
 */
export function listNoteQuestions(text: string, steps: readonly Step[]): NoteQuestions[] {
  return steps.flatMap((step) =>
    step.questions.flatMap(({ id, ask, label = ask, drafts }): NoteQuestions[] => {
      if (!drafts?.notes) return [];
      const lines = readQuestionsBelow(text, drafts.notes).slice(0, drafts.max);
      return lines.length > 0 ? [{ step, id, label, lines }] : [];
    }),
  );
}

/**
 * A question, also with a remark behind it: "is it paid? ask Kim". One with an answer isn't open.
 */
const QUESTION = /\p{L}\?["'\u201d)]*(?:$|\s+(?![\p{Lu}\p{N}]|(?:yes|no|yep|nope)\b).)/u;

/** The words before a colon, and what stands behind it. */
const LABEL = /^([^:?]{1,60}):(?:\s+(.+))?$/;

const SENTENCE_END = /[.?!:]["'\u201d)*]*$/;

const LONGEST = 400;

/** Reads the texts below headings with these names that are questions. */
function readQuestionsBelow(text: string, headings: readonly string[]): string[] {
  const names = new Set(headings.map(normalizeName));
  const found: string[] = [];
  let isBelow = false;
  for (const piece of joinSentences(readLines(text))) {
    const rest = readRest(piece, names);
    isBelow = rest !== undefined || (isBelow && !endsSection(piece));
    if (isBelow) found.push(rest ?? piece.text);
  }
  const lines = found.map(cleanLine).filter((line) => line.length <= LONGEST);
  return [...new Set(lines.filter((line) => QUESTION.test(line)))];
}

/** Joins the lines of a sentence, and leaves out blank lines. */
function joinSentences(lines: readonly NoteLine[]): NoteLine[] {
  const sentences: NoteLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && goesOnIn(before, line)) sentences.at(-1)?.push(line);
    else if (line.kind !== "blank") sentences.push([line]);
  }
  return sentences.map((pieces) => ({
    ...(pieces[0] as NoteLine),
    text: pieces.map(({ text }) => text).join(" "),
  }));
}

function goesOnIn(before: NoteLine, line: NoteLine): boolean {
  const isOpen = /^(?:text|entry)$/.test(before.kind) && !SENTENCE_END.test(before.text);
  return isOpen && line.kind === "text";
}

/** Returns what stands behind one of the names, "" for a heading; undefined without a name. */
function readRest({ kind, text, isCode }: NoteLine, names: ReadonlySet<string>) {
  if (isCode || kind === "row") return undefined;
  if (names.has(normalizeName(text))) return "";
  const [, name = "", rest = ""] = LABEL.exec(text) ?? [];
  return name !== "" && names.has(normalizeName(name)) ? rest : undefined;
}

/** A heading, a label or a text that asks nothing ends a section. */
function endsSection({ kind, text, isCode }: NoteLine): boolean {
  return isCode || (kind !== "entry" && !(kind === "text" && text.includes("?")));
}
