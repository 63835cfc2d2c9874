import type { Choice, Step } from "../library/step.ts";
import { draftAnswers } from "./drafts.ts";
import { findAnswer, type Project, textsOf } from "./project.ts";
import { listMissing } from "./question-instance.ts";
import { type Change, saveAnswer, unmarked } from "./save-answer.ts";

/**
 * Returns the project with a step finished, or unchanged if an answer is missing. Locks what the
 * step locks, and closes or reopens the project if a choice says so.
 */
export function finishStep(
  steps: readonly Step[],
  project: Project,
  step: Step,
  now: Date,
): Project {
  if (listMissing(project, step).length > 0) return project;
  const at = now.toISOString();
  const locks = (step.locks ?? []).filter((id) => !project.locked.includes(id));
  const finished = {
    ...project,
    finished: { ...project.finished, [step.id]: at },
    locked: [...project.locked, ...locks],
  };
  const chosen = findChosen(project, step);
  const ending = chosen.find(({ closes }) => closes)?.closes;
  if (ending) return { ...finished, closed: { as: ending, at } };
  return chosen.some(({ reopens }) => reopens) ? startRound(finished, steps, at) : finished;
}

/** Returns the project with the drafts of unanswered questions saved as their answers. */
export function keepDrafts(
  steps: readonly Step[],
  project: Project,
  step: Step,
  change: Change,
): Project {
  return step.questions.reduce((kept, question) => {
    const texts = draftAnswers(steps, kept, question);
    const isOpen = findAnswer(kept, `${step.id}.${question.id}`) === undefined;
    return isOpen && texts.length > 0
      ? saveAnswer(kept, step, { question }, unmarked(texts), change)
      : kept;
  }, project);
}

/** Returns the choices that a person made in a step. */
export function findChosen(project: Project, step: Step): Choice[] {
  return step.questions.flatMap((question) => {
    const given = textsOf(findAnswer(project, `${step.id}.${question.id}`));
    return (question.choices ?? []).filter(({ value }) => given.includes(value));
  });
}

/**
 * Starts another round: locked steps stay, and the answers of the others move to the past rounds.
 */
function startRound(project: Project, steps: readonly Step[], at: string): Project {
  const past = Object.keys(project.answers).filter((id) => !project.locked.includes(id));
  const reasked = new Set([
    ...past,
    ...steps.map(({ id }) => id).filter((id) => !project.locked.includes(id)),
  ]);
  const keep = <T>(values: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => !reasked.has(id)));
  const round = {
    answers: Object.fromEntries(past.map((id) => [id, project.answers[id] ?? {}])),
    finished: Object.fromEntries(
      Object.entries(project.finished).filter(([id]) => reasked.has(id)),
    ),
    endedAt: at,
  };
  return {
    ...project,
    answers: keep(project.answers),
    finished: keep(project.finished),
    rounds: [...project.rounds, round],
  };
}
