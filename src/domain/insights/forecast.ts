import { findQuestion, type Step } from "../library/step.ts";
import {
  type Entry,
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  textsOf,
} from "../project/project.ts";
import { countOf } from "../text/words.ts";

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
  const entries = listJudged(steps, project, predicting.predicts);
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

/** Says a prediction with its result: "You expected 1 of 2 checks to be met; 2 were." */
export function describeForecast(
  { expected, total, actual }: Forecast,
  start = "You expected",
): string {
  const result = actual === undefined ? "" : `; ${actual} ${actual === 1 ? "was" : "were"}`;
  return `${start} ${expected} of ${countOf(total, "check")} to be met${result}.`;
}

/**
 * Lists the entries that a step predicts something about, such as the checks. Their number is the
 * highest possible prediction. Returns undefined for a step that predicts nothing.
 */
export function listPredictable(
  steps: readonly Step[],
  project: Project,
  step: Step,
): Entry[] | undefined {
  return step.predicts && listJudged(steps, project, step.predicts);
}

/** Lists the entries that a prediction is about, such as the checks. */
function listJudged(
  steps: readonly Step[],
  project: Project,
  { step, question }: NonNullable<Step["predicts"]>,
): Entry[] {
  const list = findQuestion(steps, `${step}.${question}`)?.each ?? "";
  return entriesOf(findAnswer(project, list));
}

/** Tells whether a verdict has been given, which makes it too late for a prediction. */
export function isPredictionOver(project: Project, { predicts }: Step): boolean {
  return (
    predicts !== undefined &&
    findAnswer(project, `${predicts.step}.${predicts.question}`) !== undefined
  );
}
