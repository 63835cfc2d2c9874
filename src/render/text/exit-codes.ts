import { stack, twoColumns } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** Renders the exit codes and their meanings. */
export function renderExitCodes(
  meanings: ReadonlyArray<readonly [number, string]>,
  { theme, width }: RenderOptions,
): string {
  const rows = meanings.map(([code, meaning]) => [String(code).padStart(3), meaning] as const);
  return stack([theme.heading("Exit codes of builder-pm, for scripts"), twoColumns(rows, width)]);
}

/** Renders the commands that the help of the program only names, and what they do. */
export function renderMore(
  commands: ReadonlyArray<readonly [string, string]>,
  { theme, width }: RenderOptions,
): string {
  return stack([theme.heading("More commands"), twoColumns(commands, width)]);
}

/** Renders the options that every command has, and what they do. */
export function renderOptions(
  options: ReadonlyArray<readonly [string, string]>,
  { theme, width }: RenderOptions,
): string {
  return stack([theme.heading("Options of every command"), twoColumns(options, width)]);
}
