import { deriveOnce } from "../library/derived.ts";
import type { Question } from "../library/step.ts";
import { joinFileLines } from "./data-files.ts";
import { placeTexts } from "./learned/place-texts.ts";
import { type Learned, readWeights } from "./learned/weights.ts";
import { nameQuestions } from "./named-question.ts";
import { createNames, type Names } from "./names.ts";
import { keepNegation } from "./negation.ts";
import { readLines } from "./note-lines.ts";
import type { ReadText } from "./read-text.ts";
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
export function readNotes(
  text: string,
  asked: readonly Question[],
  learned: Learned = readWeights(),
): ReadNotes {
  const { title, texts, lineCount } = readNoteTexts(text, asked);
  const ids = new Set(asked.map(({ id }) => id));
  const placed = placeTexts(texts, { lineCount, asked: ids, learned });
  const cuts = new Set(asked.flatMap(({ id, cuts }) => (cuts ? [id] : [])));
  return { title, ...sortTexts(placed, title, cuts) };
}

/** Reads the texts of notes, with what the rules say that each of them answers. */
export function readNoteTexts(text: string, asked: readonly Question[]) {
  const { questions, namesIn } = prepare(asked);
  const lines = joinFileLines(readLines(text));
  const isGherkin = lines.some((line) => line.kind === "text" && /^feature:/i.test(line.text));
  const names = namesIn(isGherkin);
  const reader = new Reader(lines, names, questions);
  reader.read();
  const lineCount = lines.at(-1)?.number ?? 0;
  return { title: findTitle(lines, names), texts: reader.texts, lineCount };
}

/** Lists the texts by the question that they answer. What the title is made of needs no place. */
function sortTexts(
  texts: readonly ReadText[],
  title: NoteEntry | undefined,
  cuts: ReadonlySet<string>,
) {
  const answers = new Map<string, NoteEntry[]>();
  const others: NoteEntry[] = [];
  for (const read of texts) {
    const { entry, whole, isApart, question } = read;
    if (question !== undefined) {
      const text = cuts.has(question) ? entry.text : keepNegation(read);
      answers.set(question, [...(answers.get(question) ?? []), { ...entry, text }]);
    } else if (!entry.lines.includes(title?.lines[0] ?? 0))
      others.push({ ...entry, text: whole, isApart });
  }
  return { answers, others };
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
