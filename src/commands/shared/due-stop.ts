import type { Context } from "../../context.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import { findDueStop } from "../../domain/project/stop-rule.ts";
import { describeDueStop } from "../../render/text/due-stop.ts";
import type { ProjectState } from "./project-state.ts";

/** Prints the stop rule of a project if it has come due, with the command to decide. */
export function printDueStop(context: Context, { steps, project, progress }: ProjectState): void {
  const due = findDueStop(steps, project, context.now());
  const decision = steps.at(-1);
  if (!due || context.json) return;
  context.stderr.line(describeDueStop(due));
  if (decision)
    context.stderr.line(
      `To decide now: builder-pm ${decision.id}${describeNamed(progress, project)}`,
    );
}
