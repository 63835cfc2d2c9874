import { deriveOnce } from "../library/derived.ts";
import type { Question } from "../library/step.ts";
import { joinFileLines } from "./data-files.ts";
import { nameQuestions } from "./named-question.ts";
import { createNames, type Names } from "./names.ts";
import { readLines } from "./note-lines.ts";
import { Reader } from "./reader.ts";
import type { NoteEntry } from "./scenarios.ts";
import { findTitle } from "./title.ts";

/** What was understood of notes. */
export interface ReadNotes {
  title: NoteEntry | undefined;
  /** The lines that answer a question, by its id. */
  answers: Map<string, NoteEntry[]>;
  /** The lines that found no place. */
  others: NoteEntry[];
}

/**
 * Reads notes, a ticket or a PRD: what stands below a heading or after a label answers the question
 * that has such a name. Leaves out what is in doubt.
 */
export function readNotes(text: string, asked: readonly Question[]): ReadNotes {
  const { questions, namesIn } = prepare(asked);
  const lines = joinFileLines(readLines(text));
  const isGherkin = lines.some((line) => line.kind === "text" && /^feature:/i.test(line.text));
  const names = namesIn(isGherkin);
  const reader = new Reader(lines, names, questions);
  reader.read();
  const title = findTitle(lines, names);
  const others = reader.others.filter((entry) => !entry.lines.includes(title?.lines[0] ?? 0));
  return { title, answers: reader.answers, others };
}

/** Prepares the names of questions once: there are thousands of them, and several notes to read. */
const prepare = deriveOnce((asked: readonly Question[]) => {
  const questions = nameQuestions(asked);
  const known = new Map<boolean, Names>();
  const namesIn = (isGherkin: boolean) => {
    const names = known.get(isGherkin) ?? createNames(questions, isGherkin);
    known.set(isGherkin, names);
    return names;
  };
  return { questions, namesIn };
});
