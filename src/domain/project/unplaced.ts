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

/** Lists the lines of notes that found no place, and that no answer has taken since. */
export function listUnplaced({ unplaced = [], answers }: Project): string[] {
  if (unplaced.length === 0) return [];
  const given = Object.values(answers)
    .flatMap((questions) => Object.values(questions))
    .filter((value) => !isSavedEach(value));
  const taken = new Set(given.flatMap((value) => textsOf(value)));
  return unplaced.filter((line) => !taken.has(line));
}
