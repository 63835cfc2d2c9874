import type { History, ProjectHistory } from "../../domain/insights/history.ts";
import type { Pace } from "../../domain/insights/pace.ts";
import { toPracticeJson } from "./practice.ts";
import { toBetResultJson, toProjectJson } from "./state.ts";

/** Returns the history for `status --history --json`. Durations are whole minutes or null. */
export function toHistoryJson(checklist: string, history: History) {
  const { checks, gone, projectHistories, calibration, claims, sums, changes, median, practice } =
    history;
  return {
    checklist,
    checks: checks.map(({ finishedAt, completion: { total, done, partly } }) => ({
      finishedAt,
      total,
      done,
      partly,
    })),
    goneItems: gone.map(({ id, answer, evidence = null, answeredAt }) => ({
      id,
      answer,
      evidence,
      answeredAt,
    })),
    projects: projectHistories.map(toProjectHistoryJson),
    predictions: calibration ? { ...calibration, tendency: calibration.tendency ?? null } : null,
    claims: { ...claims, rate: claims.rate ?? null },
    counts: sums.map(({ title: _, ...sum }) => sum),
    changesAfterBrief: changes,
    median: toPaceJson(median),
    practice: toPracticeJson(practice),
  };
}

function toProjectHistoryJson({ project, outcomes, scores, pace, goneSteps }: ProjectHistory) {
  return {
    ...toProjectJson(project),
    ...toPaceJson(pace),
    predictions: outcomes,
    results: scores.map(toBetResultJson),
    goneSteps,
  };
}

function toPaceJson({ toFirstPass, toDecision }: Pace) {
  return { minutesToFirstPass: toFirstPass ?? null, minutesToDecision: toDecision ?? null };
}
