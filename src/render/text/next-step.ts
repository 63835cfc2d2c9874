import type { ChecklistSummary } from "../../domain/insights/checklist-summary.ts";
import { indent } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** Below this width, there is no room for a second column. */
export const NARROW = 60;

/** Renders a command with the reason beside it, or below in a narrow window and without room. */
export function renderNextStep(
  { command, reason, other }: ChecklistSummary["nextStep"],
  { theme, width }: RenderOptions,
): string {
  const isShort = width >= NARROW && `    ${command}    ${reason}`.length <= width;
  const why = theme.faint(isShort ? `    ${reason}` : `\n${indent(reason, width, 6)}`);
  const more = other
    ? `\n\n${theme.faint(indent(other.words, width))}\n    ${theme.command(other.command)}`
    : "";
  return `    ${theme.command(command)}${why}${more}`;
}
