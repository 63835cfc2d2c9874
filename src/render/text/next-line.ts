import type { NextStep } from "../../domain/insights/next-step.ts";
import { breakMessage, indent, measure } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** Renders the next step at the end of a command: on a line if it fits, so that it can be copied. */
export function renderNextLine(
  { command, reason, other }: NextStep,
  { width }: RenderOptions,
): string {
  const line = `Next: ${command} (${reason})`;
  const fits = measure(line) <= width;
  return [
    ...(fits ? [line] : [`Next: ${command}`, indent(reason, width)]),
    ...(other ? [breakMessage(`${other.words} ${other.command}`, width)] : []),
    "",
  ].join("\n");
}
