import type { History, ProjectHistory } from "../../domain/insights/history.ts";
import type { Pace } from "../../domain/insights/pace.ts";
import { describeProjectForPrograms } from "./state.ts";

/**
 * Everything that happened so far, for `status --history --json`. Times are whole minutes, `null`
 * where there is none.
 */
export function describeHistoryForPrograms(checklist: string, history: History) {
  const { checks, gone, projectHistories, calibration, sums, changes, median } = history;
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
    projects: projectHistories.map(describeCourse),
    predictions: calibration ? { ...calibration, tendency: calibration.tendency ?? null } : null,
    counts: sums,
    changesAfterBrief: changes,
    median: describePace(median),
  };
}

function describeCourse({ project, outcomes, pace, goneSteps }: ProjectHistory) {
  return {
    ...describeProjectForPrograms(project),
    ...describePace(pace),
    predictions: outcomes,
    goneSteps,
  };
}

function describePace({ toFirstPass, toDecision }: Pace) {
  return { minutesToFirstPass: toFirstPass ?? null, minutesToDecision: toDecision ?? null };
}
