import type { Step } from "../library/step.ts";
import { findEarliest } from "../time.ts";
import { eachOf, type Project, type SavedValue } from "./project.ts";

/**
 * Returns when the first pass was logged, else when the first verdict was given. Returns undefined
 * if neither has happened.
 */
export function findFirstPass(steps: readonly Step[], project: Project): Date | undefined {
  const noted = project.passes.map(({ at }) => at);
  return findEarliest(noted.length > 0 ? noted : listVerdictTimes(steps, project));
}

function listVerdictTimes(steps: readonly Step[], project: Project): string[] {
  const judging = steps.flatMap((step) =>
    step.questions
      .filter(({ verdicts }) => verdicts)
      .map((question) => [step.id, question.id] as const),
  );
  return [project, ...project.rounds].flatMap(({ answers }) =>
    judging.flatMap(([step, question]) => timesOf(answers[step]?.[question])),
  );
}

function timesOf(value: SavedValue | undefined): string[] {
  return Object.values(eachOf(value)).map(({ at }) => at);
}
