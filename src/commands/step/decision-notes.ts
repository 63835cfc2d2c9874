import type { Context } from "../../context.ts";
import { markAgentWords } from "../../domain/project/agent-words.ts";
import { needsAnotherLook } from "../../domain/project/question-instance.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { renderParkedHere } from "../../render/text/parked.ts";
import { describeShown } from "../../render/text/shown-answers.ts";
import { isDecision } from "./preconditions.ts";
import type { StepWork } from "./work.ts";

/**
 * Before a decision, prints the ideas that were parked. Where no question comes up, it also prints
 * what the questions of the step show: see `shows`.
 */
export function printDecisionNotes(
  context: Context,
  { session }: StepWork,
  isAsking: boolean,
): void {
  const { project, step, steps } = session;
  if (project.closed || context.json) return;
  const shown = isAsking
    ? []
    : step.questions.flatMap((question) => describeShown(steps, project, question, context.now()));
  for (const line of new Set(shown)) context.stderr.line(line);
  const ideas = project.parked.map((one) => markAgentWords(steps, project, one.idea, one));
  if (isDecision(step) && ideas.length > 0) context.stderr.show(renderParkedHere, ideas);
}

/**
 * Before a decision, prints which step has verdicts that need another look, and which one was begun
 * and isn't finished. The person may decide anyway.
 */
export function printOpenLooks(context: Context, { project, step, steps }: StepSession): void {
  if (!isDecision(step) || project.closed || context.json) return;
  const changed = steps.find((candidate) => needsAnotherLook(project, candidate));
  const begun = steps.find(
    ({ id }) => id !== step.id && project.answers[id] && !project.finished[id],
  );
  const lines = [
    ...(changed
      ? [
          `Something changed, so parts of "${changed.id}" need another look: ` +
            `builder-pm ${changed.id}`,
        ]
      : []),
    ...(begun
      ? [
          `The ${begun.title.toLowerCase()} isn't finished, ` +
            "and can't be changed after the decision.",
          `To finish it first: builder-pm ${begun.id}`,
        ]
      : []),
  ];
  if (lines.length === 0) return;
  for (const line of [...lines, "You can decide anyway."]) context.stderr.line(line);
}
