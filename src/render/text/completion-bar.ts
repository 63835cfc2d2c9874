import type { PastRun, ShownCompletion } from "../../domain/insights/checklist-summary.ts";
import { indent } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** In fewer columns, the bar is shorter. */
const NARROW = 60;

/** Renders how much of a checklist a person says yes to: # for yes, = for partly, and in words. */
export function renderBar(completion: ShownCompletion, options: RenderOptions): string {
  const { theme, width, isReadAloud } = options;
  const { total, done, partly } = completion;
  const words = describeCompletion(completion);
  if (isReadAloud) return indent(words, width);
  const columns = width < NARROW ? 20 : 30;
  const filled = Math.round((done / total) * columns);
  const halfway = Math.round(((done + partly) / total) * columns) - filled;
  const rest = "=".repeat(halfway) + "-".repeat(columns - filled - halfway);
  const bar = theme.good("#".repeat(filled)) + theme.faint(rest);
  const fits = 2 + columns + 2 + words.length <= width;
  return fits ? `  ${bar}  ${words}` : `  ${bar}\n${indent(words, width)}`;
}

/** Summarizes a checklist: "You said yes to 2 of 5, partly to 1; your projects show 3 of 5". */
function describeCompletion({ shown, ...counts }: ShownCompletion): string {
  const { total, answered } = counts;
  return [
    `You said ${describeCount(counts)}`,
    ...(answered < total ? [`${total - answered} not answered yet`] : []),
    ...(shown > 0 ? [`your projects show ${shown} of ${total}`] : []),
  ].join("; ");
}

/** Summarizes a finished check: "yes to 2 of 5, partly to 1". */
export function describeCount({ done, total, partly }: PastRun["completion"]): string {
  return `yes to ${done} of ${total}${partly > 0 ? `, partly to ${partly}` : ""}`;
}
