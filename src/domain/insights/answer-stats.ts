import type { AskedQuestion, Choice, Question, Step } from "../library/step.ts";
import { labelOf } from "../project/drafts.ts";
import {
  entriesOf,
  findAnswer,
  findEntryAnswer,
  isSavedEach,
  type Project,
  textsOf,
} from "../project/project.ts";
import { applies } from "../project/question-instance.ts";
import { listRounds } from "../project/rounds.ts";

/**
 * How often each answer to a question was given across all projects, the most frequent first.
 */
export interface Sum {
  /** The name that the question declares under `counts`. */
  name: string;
  ask: string;
  /** The short name of the question, for a line of totals. */
  title: string;
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
 * Counts the answers to questions that declare `counts`, over all rounds of all projects: a miss
 * that a later round fixed was still a miss. Leaves out answers that no longer apply, such as the
 * cause of a check that is met now, and answers that need another look.
 */
export function sumAnswers(steps: readonly Step[], projects: readonly Project[]): Sum[] {
  const rounds = projects.flatMap(listRounds);
  return listCounting(steps).flatMap(({ step, question }) => {
    if (!question.counts) return [];
    const answers = rounds
      .flatMap((project) => listCurrentAnswers(step, question, project))
      .map(({ answer }) => answer);
    if (answers.length === 0) return [];
    return [
      {
        name: question.counts,
        ask: question.ask,
        title: question.label ?? question.ask,
        total: answers.length,
        answers: countEach(question, answers),
      },
    ];
  });
}

/** An answer that is counted, when it was given, and the entry that it was given for, or "". */
export interface CountedAnswer {
  answer: string;
  at: string;
  of: string;
}

/** Lists the answers that {@link sumAnswers} counts, one by one. */
export function listCountedAnswers(
  steps: readonly Step[],
  projects: readonly Project[],
): CountedAnswer[] {
  const rounds = projects.flatMap(listRounds);
  return listCounting(steps).flatMap(({ step, question }) =>
    rounds.flatMap((project) => listCurrentAnswers(step, question, project)),
  );
}

/** Lists the choices of the questions whose answers are counted: why checks weren't met. */
export function listCountedChoices(steps: readonly Step[]): Choice[] {
  return listCounting(steps).flatMap(({ question }) => question.choices ?? []);
}

function listCounting(steps: readonly Step[]): AskedQuestion[] {
  const asked = steps.flatMap((step) => step.questions.map((question) => ({ step, question })));
  return asked.filter(({ question }) => question.counts);
}

/**
 * Counts the changes after the brief per question, including questions removed from the content.
 */
export function countChanges(projects: readonly Project[]): ChangeCount[] {
  const counts = new Map<string, ChangeCount>();
  for (const { step, question } of projects.flatMap(({ amendments }) => amendments)) {
    const count = (counts.get(`${step}.${question}`)?.count ?? 0) + 1;
    counts.set(`${step}.${question}`, { step, question, count });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

/** Lists the answers that still apply: the question is asked, and its entry hasn't changed. */
function listCurrentAnswers(step: Step, question: Question, project: Project): CountedAnswer[] {
  const value = findAnswer(project, `${step.id}.${question.id}`);
  if (!question.each) {
    if (!value || isSavedEach(value) || !applies(project, step, question, undefined)) return [];
    const answers = textsOf(value).filter(Boolean);
    return answers.map((answer) => ({ answer, at: value.at, of: "" }));
  }
  return entriesOf(findAnswer(project, question.each)).flatMap((entry) => {
    const saved = findEntryAnswer(value, entry.id);
    const isCurrent = saved?.of === entry.text && applies(project, step, question, entry);
    return isCurrent && saved.text !== ""
      ? [{ answer: saved.text, at: saved.at, of: entry.text }]
      : [];
  });
}

function countEach(question: Question, answers: readonly string[]): Sum["answers"] {
  const declared = (question.choices ?? []).map(({ value }) => value);
  const values = [...new Set([...declared, ...answers])];
  return values
    .map((value) => ({
      value,
      label: labelOf(question, value),
      count: answers.filter((answer) => answer === value).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
