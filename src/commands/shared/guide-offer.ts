import type { Context } from "../../context.ts";
import { findTopicAfter, listMarks } from "../../domain/insights/guide-topic.ts";
import type { Step } from "../../domain/library/step.ts";
import type { ProjectState } from "./project-state.ts";

/** Returns the line that suggests a guide page. */
export function describeOffer(topic: string): string {
  return `Read more: builder-pm guide ${topic}`;
}

/**
 * Suggests the guide page that fits a step that was just finished, to a person at a terminal. The
 * page of the step itself is suggested only the first time.
 */
export async function offerTopicAfter(
  context: Context,
  { project, progress }: Pick<ProjectState, "project" | "progress">,
  step: Step,
): Promise<void> {
  if (!context.atTerminal) return;
  const { rules } =
    listMarks(project, step).length > 0 ? await context.loadLibrary("rules") : { rules: [] };
  const isFirst = progress.projects.every(
    ({ rounds, finished }) => rounds.length === 0 && !finished[step.id],
  );
  const topic = findTopicAfter(project, isFirst ? step : { ...step, guide: undefined }, rules);
  if (topic !== undefined) context.stderr.line(describeOffer(topic));
}
