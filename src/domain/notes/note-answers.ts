import type { Question } from "../library/step.ts";
import { cleanLine } from "../text/clean.ts";
import { joinSentence } from "../text/words.ts";
import type { Learned } from "./learned/weights.ts";
import { isPickable, mayAnswer } from "./may-answer.ts";
import { isAboutPeople } from "./personal.ts";
import { type ReadNotes, readNotes } from "./read-notes.ts";
import type { NoteEntry } from "./scenarios.ts";

/** What notes say about a step, as answers. */
export interface NoteAnswers {
  title: string | undefined;
  /** The lines of each answer, by the id of its question. */
  filled: ReadonlyMap<string, readonly string[]>;
  /** The lines or sentences that each text was joined from, by the id of its question. */
  pieces: ReadonlyMap<string, readonly string[]>;
  /** The lines that found no place, with the number of the first one of each. */
  others: readonly { line: number; text: string }[];
  /** Those of them that may answer a question anyway. */
  offered: readonly string[];
}

/** Far more than an answer holds: the rest is another kind of document. */
const MAX_LINES = 30;
const MAX_CHARACTERS = 2000;

/** Reads notes as answers to questions: the lines of a text are joined, those of a list aren't. */
export function readNoteAnswers(
  text: string,
  questions: readonly Question[],
  learned?: Learned,
): NoteAnswers {
  const read = readNotes(text, questions, learned);
  const filled = new Map<string, string[]>();
  const pieces = new Map<string, readonly string[]>();
  const rest: NoteEntry[] = [];
  for (const question of questions) {
    const { kept, left } = limit(read.answers.get(question.id) ?? []);
    rest.push(...left);
    const entries = kept
      .map((entry) => ({ ...entry, text: cleanLine(entry.text) }))
      .filter((entry) => entry.text !== "");
    if (entries.length === 0) continue;
    const texts = entries.map((entry) => entry.text);
    const isList = question.type === "list";
    if (!isList) pieces.set(question.id, texts);
    filled.set(question.id, isList ? texts : [startSentence(joinNoteEntries(entries))]);
  }
  const others = listOthers([...read.others, ...rest]);
  const offered = listMayFit(read, questions);
  return { title: cleanTitle(read), filled, pieces, others, offered };
}

/** Few lines are offered, and thousands of them take too long to read again. */
const MAX_READ = 100;

/** What is about people's data is offered wherever it stands. */
function listMayFit({ others }: ReadNotes, questions: readonly Question[]): string[] {
  const fitsAny = (text: string) => questions.some((question) => mayAnswer(question, text));
  const mayFit = others.filter(({ isApart, text }) => !isApart || isAboutPeople(text));
  return listOthers(mayFit)
    .filter(isWorthOffering)
    .map(({ text }) => text)
    .filter((text, index) => (index < MAX_READ || isAboutPeople(text)) && fitsAny(text));
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

/** Joins entries, also those that go on in the next line of a paragraph. */
function joinNoteEntries([first, ...others]: readonly NoteEntry[]): string {
  let [text, before] = [first?.text ?? "", first];
  for (const entry of others) {
    const isWrapped =
      before?.isProse && entry.isProse && before.lines.at(-1) === (entry.lines[0] ?? 0) - 1;
    text = isWrapped ? `${text} ${entry.text}` : joinSentence(text, entry.text);
    before = entry;
  }
  return text;
}

/** Words that start a sentence, and never a name, a file or a command. */
const FIRST_WORD =
  /^(?:from|to|the|an?|it|its|we|i|you|our|my|this|that|these|those|if|when|every|each|after|before|only|no|once|while|instead|cut|reduce|increase) /;

/** Gives a text a capital letter, such as one that stood behind a label. */
function startSentence(text: string): string {
  return FIRST_WORD.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The first line is about the notes. */
function isWorthOffering({ line, text }: { line: number; text: string }): boolean {
  return line !== 1 && isPickable(text);
}

function listOthers(entries: readonly NoteEntry[]): { line: number; text: string }[] {
  return entries
    .map(({ text, lines }) => ({ line: lines[0] ?? 0, text: cleanLine(text) }))
    .filter(({ text }) => text !== "")
    .toSorted((a, b) => a.line - b.line);
}
