import type { Question, Step } from "../library/step.ts";
import { labelOf } from "../project/drafts.ts";
import {
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  textsOf,
} from "../project/project.ts";
import { applies } from "../project/question-instance.ts";
import { listRounds } from "../project/rounds.ts";

/**
 * How often each answer was given to a question that is summed over projects, the most frequent
 * first.
 */
export interface Sum {
  /** The name that the question declares under `counts`. */
  name: string;
  ask: string;
  total: number;
  answers: { value: string; label: string; count: number }[];
}

/** How often a question was changed after the brief. */
export interface ChangeCount {
  step: string;
  question: string;
  count: number;
}

/**
 * Sums the questions that declare `counts`, over all rounds of all projects: a miss that a later
 * round mends was still a miss. What is not asked any more, as the cause of a check that is met
 * now, and what needs another look do not count.
 *
 */
export function sumAnswers(steps: readonly Step[], projects: readonly Project[]): Sum[] {
  const rounds = projects.flatMap(listRounds);
  const summed = steps.flatMap((step) => step.questions.map((question) => ({ step, question })));
  return summed.flatMap(({ step, question }) => {
    if (!question.counts) return [];
    const given = rounds.flatMap((project) => listStanding(step, question, project));
    if (given.length === 0) return [];
    return [
      {
        name: question.counts,
        ask: question.ask,
        total: given.length,
        answers: countEach(question, given),
      },
    ];
  });
}

/**
 * Counts what was changed after the brief by question, also for questions that have left the
 * content.
 */
export function countChanges(projects: readonly Project[]): ChangeCount[] {
  const counts = new Map<string, ChangeCount>();
  for (const { step, question } of projects.flatMap(({ amendments }) => amendments)) {
    const count = (counts.get(`${step}.${question}`)?.count ?? 0) + 1;
    counts.set(`${step}.${question}`, { step, question, count });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

/** The answers to a question that stand: asked now, and given for the text that stands there. */
function listStanding(step: Step, question: Question, project: Project): string[] {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (!question.each)
    return applies(project, step, question, undefined) ? textsOf(value).filter(Boolean) : [];
  return entriesOf(findAnswer(project, question.each)).flatMap((entry) => {
    const saved = findEntryAnswer(value, entry.id);
    const stands = saved?.of === entry.text && applies(project, step, question, entry);
    return stands && saved.text !== "" ? [saved.text] : [];
  });
}

function countEach(question: Question, given: readonly string[]): Sum["answers"] {
  const declared = (question.choices ?? []).map(({ value }) => value);
  const values = [...new Set([...declared, ...given])];
  return values
    .map((value) => ({
      value,
      label: labelOf(question, value),
      count: given.filter((answer) => answer === value).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
