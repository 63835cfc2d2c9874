import type { Step } from "../library/step.ts";
import {
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  textsOf,
} from "../project/project.ts";

/**
 * What a person predicted for the first pass, and what the review found. `actual` is undefined
 * until every check has a verdict that still applies.
 */
export interface Forecast {
  expected: number;
  total: number;
  actual: number | undefined;
}

/**
 * Reads the prediction of a project with its result. Returns undefined if there is no prediction or
 * nothing to judge. A prediction above the number of entries counts as all of them.
 */
export function readForecast(steps: readonly Step[], project: Project): Forecast | undefined {
  const predicting = steps.find(({ predicts }) => predicts);
  const question = predicting?.questions.find(({ type }) => type === "number");
  if (!predicting?.predicts || !question) return undefined;
  const [expected] = textsOf(findAnswer(project, `${predicting.id}.${question.id}`));
  if (!/^\d+$/.test(expected ?? "")) return undefined;
  const { step, question: judged, is } = predicting.predicts;
  const entries = entriesOf(findAnswer(project, judgedListOf(steps, step, judged)));
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

/** Returns the highest possible prediction of a step: the number of entries that are judged. */
export function countPredictable(
  steps: readonly Step[],
  project: Project,
  step: Step,
): number | undefined {
  if (!step.predicts) return undefined;
  return entriesOf(
    findAnswer(project, judgedListOf(steps, step.predicts.step, step.predicts.question)),
  ).length;
}

/** Returns the reference of the list that a question is asked about, such as `spec.checks`. */
function judgedListOf(steps: readonly Step[], stepId: string, questionId: string): string {
  const step = steps.find(({ id }) => id === stepId);
  return step?.questions.find(({ id }) => id === questionId)?.each ?? "";
}

/** Tells whether a verdict has been given, which makes it too late for a prediction. */
export function isPredictionOver(project: Project, { predicts }: Step): boolean {
  return (
    predicts !== undefined &&
    findAnswer(project, `${predicts.step}.${predicts.question}`) !== undefined
  );
}
