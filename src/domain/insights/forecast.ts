import { findPrediction } from "../library/judging.ts";
import { findQuestion, type Step } from "../library/step.ts";
import { labelOf } from "../project/drafts.ts";
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
  /** How many of them were kept from earlier rounds, and from which; undefined if none was. */
  carried?: { count: number; rounds: readonly number[] } | undefined;
}

/**
 * Reads the prediction of a project with its result. Returns undefined if there is no prediction or
 * nothing to judge. A prediction above the number of entries counts as all of them.
 */
export function readForecast(steps: readonly Step[], project: Project): Forecast | undefined {
  const predicting = steps.find(({ predicts }) => predicts);
  const question = predicting && findPrediction(predicting);
  if (!predicting?.predicts || !question) return undefined;
  const [expected] = textsOf(findAnswer(project, `${predicting.id}.${question.id}`));
  if (!/^\d+$/.test(expected ?? "")) return undefined;
  const { step, question: judged, is } = predicting.predicts;
  const entries = listJudged(steps, project, predicting.predicts);
  if (entries.length === 0) return undefined;
  const verdicts = findAnswer(project, `${step}.${judged}`);
  const given = entries.flatMap(({ id, text }) => {
    const verdict = findEntryAnswer(verdicts, id);
    return verdict?.of === text ? [verdict] : [];
  });
  const met = given.filter(({ text }) => text === is);
  const rounds = met.flatMap(({ fromRound }) => fromRound ?? []);
  return {
    expected: Math.min(Number(expected), entries.length),
    total: entries.length,
    actual: given.length === entries.length ? met.length : undefined,
    carried: rounds.length > 0 ? { count: rounds.length, rounds: [...new Set(rounds)] } : undefined,
  };
}

/**
 * Reads a prediction for whoever looks at the project. Returns undefined for a coding agent until
 * every verdict is in: it could build toward what the person expects.
 */
export function readShownForecast(
  steps: readonly Step[],
  project: Project,
  agent: string | undefined,
): Forecast | undefined {
  const forecast = readForecast(steps, project);
  return agent !== undefined && forecast?.actual === undefined ? undefined : forecast;
}

/** Says a prediction with its result: "You expected 1 of 2 checks to be met; 2 were." */
export function describeForecast(forecast: Forecast, start = "You expected"): string {
  const { expected, total, actual } = forecast;
  const was = actual === 1 ? "was" : "were";
  const result = actual === undefined ? "" : `; ${actual} ${was}${describeCarried(forecast)}`;
  return `${start} ${expected} of ${countOf(total, "check")} to be met${result}.`;
}

/** Lists the checks whose verdict isn't the one that was predicted, with its label. */
export function listMissedChecks(
  steps: readonly Step[],
  project: Project,
): { number: number; verdict: string }[] {
  const predicts = steps.find((step) => step.predicts)?.predicts;
  const reference = `${predicts?.step}.${predicts?.question}`;
  const question = findQuestion(steps, reference);
  if (!predicts || !question) return [];
  const given = findAnswer(project, reference);
  return listJudged(steps, project, predicts).flatMap(({ id, text }, index) => {
    const verdict = findEntryAnswer(given, id);
    if (verdict?.of !== text || verdict.text === predicts.is) return [];
    return [{ number: index + 1, verdict: labelOf(question, verdict.text) }];
  });
}

/** Says which of the verdicts of a result are older: ", 2 of them carried over from round 1". */
export function describeCarried({ actual, carried }: Forecast): string {
  if (!carried || actual === undefined) return "";
  const { count, rounds } = carried;
  const which = count < actual ? `${count} of them ` : actual === 1 ? "" : "all of them ";
  const from = rounds.length === 1 ? `round ${rounds[0]}` : "earlier rounds";
  return `, ${which}carried over from ${from}`;
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
