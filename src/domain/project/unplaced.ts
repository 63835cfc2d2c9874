import type { Question } from "../library/step.ts";
import { isPickable, mayAnswer } from "../notes/may-answer.ts";
import { isAboutPeople } from "../notes/personal.ts";
import { isSavedEach, type Project, textsOf } from "./project.ts";

/** So many lines fit on a screen together with a question. */
const MAX_LINES = 8;

/** Returns the project with lines of notes that found no place, for questions that are open. */
export function keepUnplaced(project: Project, lines: readonly string[]): Project {
  if (lines.length === 0) return project;
  const all = [...new Set([...(project.unplaced ?? []), ...lines])];
  // What is about people's data must not be among those that are left out.
  const kept = [...new Set([...all.filter(isAboutPeople), ...all])].slice(0, MAX_LINES);
  return { ...project, unplaced: all.filter((line) => kept.includes(line)) };
}

/**
 * Returns the project with the lines kept that notes had proposed for a question and that the
 * person replaced, if they may answer another question.
 */
export function keepReplaced(
  project: Project,
  questions: readonly Question[],
  replaced: readonly string[],
): Project {
  const fits = (line: string) => questions.some((question) => mayAnswer(question, line));
  return keepUnplaced(
    project,
    replaced.filter((line) => isPickable(line) && fits(line)),
  );
}

/** More of them would hide the other choices of a question. */
const MAX_OFFERED = 3;

/**
 * Lists the lines of notes that found no place and may answer a question, and that no answer has
 * taken since: as they are, or changed.
 */
export function listUnplaced({ unplaced = [], answers }: Project, question: Question): string[] {
  const fitting = unplaced.filter((line) => mayAnswer(question, line));
  if (fitting.length === 0) return [];
  const given = Object.values(answers)
    .flatMap((questions) => Object.values(questions))
    .filter((value) => !isSavedEach(value))
    .flatMap((value) => textsOf(value))
    .map(listUsedWords);
  return fitting.filter((line) => !given.some((words) => holdsLine(words, line)));
}

/** Returns those of the lines that are offered at a question. */
export function limitOffered(lines: readonly string[]): string[] {
  return lines.slice(0, MAX_OFFERED);
}

/** How many of the words of a line an answer must hold if it is made from the line. */
const MIN_SHARE = 0.6;

function holdsLine(given: ReadonlySet<string>, line: string): boolean {
  const words = [...listUsedWords(line)];
  return words.filter((word) => given.has(word)).length >= words.length * MIN_SHARE;
}

function listUsedWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}|\p{N}+/gu) ?? []);
}
