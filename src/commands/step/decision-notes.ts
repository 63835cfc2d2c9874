import type { Context } from "../../context.ts";
import { describeForecast, readForecast } from "../../domain/insights/forecast.ts";
import { findDueStop, findStopText } from "../../domain/project/stop-rule.ts";
import { describeDueStop } from "../../render/text/due-stop.ts";
import { renderParkedHere } from "../../render/text/parked.ts";
import { isDecision } from "./preconditions.ts";
import type { StepWork } from "./work.ts";

/** Before a decision, prints the stop rule, the prediction, and the ideas that were parked. */
export function printDecisionNotes(context: Context, { session }: StepWork): void {
  const { project, step, steps } = session;
  if (!isDecision(step) || project.closed || context.json) return;
  const due = findDueStop(steps, project, context.now());
  const rule = findStopText(steps, project);
  if (due) context.stderr.line(describeDueStop(due));
  else if (rule !== "") context.stderr.line(`Your stop rule: "${rule}"`);
  const forecast = readForecast(steps, project);
  if (forecast) context.stderr.line(describeForecast(forecast));
  const ideas = project.parked.map(({ idea }) => idea);
  if (ideas.length > 0) context.stderr.show(renderParkedHere, ideas);
}
