import type { Question } from "../library/step.ts";
import { cleanLine } from "../text/clean.ts";
import { type ReadNotes, readNotes } from "./read-notes.ts";
import type { NoteEntry } from "./scenarios.ts";

/** What notes say about a step, as answers. */
export interface NoteAnswers {
  title: string | undefined;
  /** The lines of each answer, by the id of its question. */
  filled: ReadonlyMap<string, readonly string[]>;
  /** The lines that found no place, with the number of the first one of each. */
  others: readonly { line: number; text: string }[];
}

/** Far more than an answer holds: the rest is another kind of document. */
const MAX_LINES = 30;
const MAX_CHARACTERS = 2000;

/** Reads notes as answers to questions: the lines of a text are joined, those of a list aren't. */
export function readNoteAnswers(text: string, questions: readonly Question[]): NoteAnswers {
  const read = readNotes(text, questions);
  const filled = new Map<string, string[]>();
  const rest: NoteEntry[] = [];
  for (const question of questions) {
    const { kept, left } = limit(read.answers.get(question.id) ?? []);
    rest.push(...left);
    const lines = kept.map((entry) => cleanLine(entry.text)).filter(Boolean);
    if (lines.length === 0) continue;
    filled.set(question.id, question.type === "list" ? lines : [joinNoteLines(lines)]);
  }
  return { title: cleanTitle(read), filled, others: listOthers([...read.others, ...rest]) };
}

function cleanTitle({ title }: ReadNotes): string | undefined {
  return title && (cleanLine(title.text) || undefined);
}

function limit(entries: readonly NoteEntry[]) {
  let characters = 0;
  const index = entries.findIndex(({ text }, at) => {
    characters += text.length;
    return at >= MAX_LINES || characters > MAX_CHARACTERS;
  });
  if (index < 0) return { kept: entries, left: [] };
  return { kept: entries.slice(0, index), left: entries.slice(index) };
}

/** Joins lines with the sign that a list would have between them, unless a sentence ends there. */
function joinNoteLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => `${text}${/[.!?:;,\u2026]["'\u201d)]?$/.test(text) ? "" : ";"} ${line}`,
  );
}

function listOthers(entries: readonly NoteEntry[]): { line: number; text: string }[] {
  return entries
    .map(({ text, lines }) => ({ line: lines[0] ?? 0, text: cleanLine(text) }))
    .filter(({ text }) => text !== "")
    .toSorted((a, b) => a.line - b.line);
}
