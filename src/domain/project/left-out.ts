import type { Question, Step } from "../library/step.ts";
import { listAllDrafts, listReportDrafts } from "./drafts.ts";
import { findAnswer, type Project, textsOf } from "./project.ts";

/**
 * Lists what the agent's report has for a question that the person's answer doesn't say: they took
 * it out, or put it in other words. None while the report is sealed, or there is no answer yet.
 */
export function listLeftOut(
  steps: readonly Step[],
  project: Project,
  step: Step,
  question: Question,
): string[] {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (!value && !project.finished[step.id]) return [];
  const said = textsOf(value);
  const isSaid = (line: string) => said.some((text) => holdsContent(text, line));
  return listOfferedDrafts(steps, project, question).flatMap(({ text, line }) =>
    isSaid(text) || isSaid(line) ? [] : [text],
  );
}

/**
 * Lists what a report has for a question. Where it shares the room with other drafts, what there
 * was no room for was never offered.
 */
function listOfferedDrafts(steps: readonly Step[], project: Project, { drafts }: Question) {
  const reported = listReportDrafts(project, drafts);
  const all = listAllDrafts(steps, project, drafts);
  if (all.length === reported.length) return reported;
  const offered = new Set(all.slice(0, drafts?.max).map(({ text }) => text));
  return reported.filter(({ text }) => offered.has(text));
}

/** How many of the words of a line an answer must have to say the same. */
const MIN_SHARE = 0.75;

/** Words that change what a line says, however many others are the same. */
const TURNS = /^(?:not?|never|none|nothing|without|only|except|but|\p{L}+n't|\p{N}.*)$/u;

/** Returns true if a text has the words of a line, with the same numbers and the same "not". */
function holdsContent(text: string, line: string): boolean {
  if (` ${toWords(text)} `.includes(` ${toWords(line)} `)) return true;
  const given = new Set(listContentWords(text));
  const words = new Set(listContentWords(line));
  const turns = (all: Iterable<string>) =>
    [...all]
      .filter((word) => TURNS.test(word))
      .toSorted()
      .join(" ");
  const shared = [...words].filter((word) => given.has(word)).length;
  return words.size > 0 && turns(given) === turns(words) && shared >= words.size * MIN_SHARE;
}

/** Short words and those that stand in any sentence say little. */
const SMALL =
  /^(?:a|an|the|is|are|was|were|be|it|its|in|on|at|of|to|for|from|and|or|as|by|with|that|this|there|has|have|so)$/;

function listContentWords(text: string): string[] {
  return toWords(text)
    .split(" ")
    .filter((word) => word !== "" && !SMALL.test(word))
    .map(toStem);
}

/** "changes" and "change" are the same word here. */
function toStem(word: string): string {
  return word.length > 3 ? word.replace(/(?:es?|s)$/, "") : word;
}

/** Returns the words of a text: a changed capital, mark or space says nothing else. */
function toWords(text: string): string {
  const plain = text.toLowerCase().replaceAll("\u2019", "'");
  return (plain.match(/\p{N}(?:[\p{N}.,:]*\p{N})?|\p{L}+(?:'\p{L}+)?/gu) ?? []).join(" ");
}
