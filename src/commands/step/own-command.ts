import type { Step } from "../../domain/library/step.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import type { StepSession } from "../../domain/project/session.ts";

/**
 * Returns the command with which the person does a step of a project, or the one before it that
 * isn't finished.
 */
export function nameOwnCommand(session: StepSession): string {
  const { step, progress, project } = session;
  return `builder-pm ${(findFirstUnfinished(session) ?? step).id}${describeNamed(progress, project)}`;
}

/** Finds the first step that has to be finished before another one. */
export function findFirstUnfinished({
  project,
  step,
  steps,
}: Pick<StepSession, "project" | "step" | "steps">): Step | undefined {
  const wanted = new Set([step.id]);
  for (const candidate of steps.toReversed()) {
    if (wanted.has(candidate.id)) for (const id of candidate.needs ?? []) wanted.add(id);
  }
  return steps.find(({ id }) => id !== step.id && wanted.has(id) && !project.finished[id]);
}
