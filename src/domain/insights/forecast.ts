import type { Step } from "../library/step.ts";
import {
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  textsOf,
} from "../project/project.ts";

/**
 * What a person expected of the first pass, and what the review found; `actual` is absent until
 * all is judged, and while a verdict needs another look.
 */
export interface Forecast {
  expected: number;
  total: number;
  actual: number | undefined;
}

/**
 * The prediction of a project against its result; none before a prediction is given, and none
 * without a list to judge. One that named more entries than are left in the list means all of them.
 *
 */
export function readForecast(steps: readonly Step[], project: Project): Forecast | undefined {
  const predicting = steps.find(({ predicts }) => predicts);
  const question = predicting?.questions.find(({ type }) => type === "number");
  if (!predicting?.predicts || !question) return undefined;
  const [expected] = textsOf(findAnswer(project, `${predicting.id}.${question.id}`));
  if (!/^\d+$/.test(expected ?? "")) return undefined;
  const { step, question: judged, is } = predicting.predicts;
  const entries = entriesOf(findAnswer(project, listOf(steps, step, judged)));
  if (entries.length === 0) return undefined;
  const verdicts = findAnswer(project, `${step}.${judged}`);
  const given = entries.map(({ id, text }) => {
    const verdict = findEntryAnswer(verdicts, id);
    return verdict?.of === text ? verdict.text : undefined;
  });
  const complete = given.every((verdict) => verdict !== undefined);
  return {
    expected: Math.min(Number(expected), entries.length),
    total: entries.length,
    actual: complete ? given.filter((verdict) => verdict === is).length : undefined,
  };
}

/** How many entries a prediction can count at most: those of the list that is judged. */
export function countPredictable(
  steps: readonly Step[],
  project: Project,
  step: Step,
): number | undefined {
  if (!step.predicts) return undefined;
  return entriesOf(findAnswer(project, listOf(steps, step.predicts.step, step.predicts.question)))
    .length;
}

/** The list that a question is asked over, as `spec.checks`. */
function listOf(steps: readonly Step[], stepId: string, questionId: string): string {
  const step = steps.find(({ id }) => id === stepId);
  return step?.questions.find(({ id }) => id === questionId)?.each ?? "";
}

/** True when the first verdict is given: a prediction after that would be none. */
export function isPredictionOver(project: Project, { predicts }: Step): boolean {
  return (
    predicts !== undefined &&
    findAnswer(project, `${predicts.step}.${predicts.question}`) !== undefined
  );
}
