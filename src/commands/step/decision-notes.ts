import type { Context } from "../../context.ts";
import { markAgentWords } from "../../domain/project/agent-words.ts";
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
