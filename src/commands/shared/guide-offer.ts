import type { Context } from "../../context.ts";
import { findTopicAfter, listMarks } from "../../domain/insights/guide-topic.ts";
import type { Step } from "../../domain/library/step.ts";
import type { ProjectState } from "./project-state.ts";

/** The one line that offers a topic of the guide. */
export function describeOffer(topic: string): string {
  return `Read more: builder-pm guide ${topic}`;
}

/**
 * Offers a person at a terminal the topic that fits a step which was finished just now, even when
 * its page goes to a file. What the step itself offers is offered the first time only.
 *
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
