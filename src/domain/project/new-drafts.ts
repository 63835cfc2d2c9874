import { holdsContent } from "../text/same-content.ts";
import type { AnswerLine } from "./answer-line.ts";
import type { Project } from "./project.ts";
import { listRounds } from "./rounds.ts";

/**
 * Lists the drafts that the round before didn't have, and that an answer doesn't hold. An agent
 * words the same in another way each time, so its lines are compared by their words.
 * `listDrafts` lists those of a project as it was in one of its rounds.
 */
export function listNewInRound(
  project: Project,
  answer: readonly AnswerLine[],
  listDrafts: (then: Project) => readonly AnswerLine[],
): AnswerLine[] {
  const last = listRounds(project).at(-2);
  const known = [...answer, ...(last ? listDrafts(last) : [])].map(({ text }) => text);
  return listDrafts(project).filter((draft) => !known.some((text) => saysSame(text, draft)));
}

function saysSame(known: string, { text, from }: AnswerLine): boolean {
  if (known === text || from !== "report") return known === text;
  const [own, given] = [readQuoted(text), readQuoted(known)];
  return own && given && own.frame === given.frame
    ? holdsContent(given.quote, own.quote)
    : holdsContent(known, text);
}

/** Reads a draft that quotes a line of the report between words that are always the same. */
function readQuoted(text: string): { frame: string; quote: string } | undefined {
  const [, before, quote = "", after] = /^([^"]*)"([^"]+)"([^"]*)$/.exec(text) ?? [];
  return quote === "" ? undefined : { frame: `${before} ${after}`, quote };
}
