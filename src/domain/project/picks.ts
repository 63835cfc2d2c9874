import type { Question, Step } from "../library/step.ts";
import { parseCount } from "../text/number.ts";
import { type AnswerLine, unmarked } from "./answer-line.ts";
import { findAnswer, type Project, type SavedValue, textsOf } from "./project.ts";
import { listOffered } from "./question-instance.ts";

/** What a script writes to pick nothing. */
const NONE = "none";

/**
 * Returns the lines of an answer that picks from a list: a number stands for the line with that
 * number, and "none" for no line. Other answers stay as they are.
 */
export function readPicks(
  { picks, choices = [] }: Pick<Question, "picks" | "choices">,
  lines: readonly AnswerLine[],
): readonly AnswerLine[] {
  if (!picks) return lines;
  if (lines.length === 1 && lines[0]?.text === NONE) return [];
  return lines.map((line) => {
    const number = parseCount(line.text)?.value ?? 0;
    return { ...line, text: choices[number - 1]?.value ?? line.text };
  });
}

/**
 * Returns the project with what the round before picked from a list that has changed since, where
 * the lines are still the same. It keeps its time, so it says nothing about the other lines.
 */
export function keepKnownPicks(project: Project, step: Step): Project {
  const known = step.questions.flatMap((question) => {
    if (!question.picks || findAnswer(project, `${step.id}.${question.id}`)) return [];
    const value = findEarlier(project, step, question);
    return value ? [[question.id, value] as const] : [];
  });
  if (known.length === 0) return project;
  const answers = { ...project.answers[step.id], ...Object.fromEntries(known) };
  return { ...project, answers: { ...project.answers, [step.id]: answers } };
}

/** Finds what the round before picked, without the lines that are gone. */
function findEarlier(
  project: Project,
  step: Step,
  { id, picks, same }: Question,
): SavedValue | undefined {
  const value = project.rounds.at(-1)?.answers[step.id]?.[id];
  if (!same || !picks || !value || !("entries" in value) || !Array.isArray(value.entries))
    return undefined;
  const lines = textsOf(findAnswer(project, picks.from));
  if (!listOffered(project, picks.from, value).some((text) => lines.includes(text)))
    return undefined;
  const entries = value.entries.filter(({ text }) => lines.includes(text));
  return { fromRound: project.rounds.length, ...value, entries };
}

/**
 * Lists what was picked before a list changed, where the lines are still the same and the answer
 * doesn't name them. Lists nothing if the list is the same, or the answer picks nothing at all.
 */
export function listKeptPicks(
  project: Project,
  step: Step,
  question: Question,
  given: readonly AnswerLine[],
): string[] {
  const { id, picks, same } = question;
  const known =
    findAnswer(project, `${step.id}.${id}`) ??
    (same && project.rounds.at(-1)?.answers[step.id]?.[id]);
  if (!picks || !known) return [];
  const lines = textsOf(findAnswer(project, picks.from));
  const offered = listOffered(project, picks.from, known);
  if (JSON.stringify(lines) === JSON.stringify(offered)) return [];
  const choices = lines.map((text) => ({ value: text, label: text }));
  const picked = readPicks({ ...question, choices }, given).map(({ text }) => text);
  if (picked.every((text) => text === "")) return [];
  return textsOf(known).filter((text) => lines.includes(text) && !picked.includes(text));
}

/** Returns an answer with the lines that {@link listKeptPicks} finds. */
export function addKeptPicks(
  project: Project,
  step: Step,
  question: Question,
  given: readonly AnswerLine[],
): readonly AnswerLine[] {
  return [...given, ...unmarked(listKeptPicks(project, step, question, given))];
}
