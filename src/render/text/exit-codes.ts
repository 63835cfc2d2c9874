import { stack, twoColumns } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** The exit codes and what each means. */
export function renderExitCodes(
  meanings: ReadonlyArray<readonly [number, string]>,
  { theme, width }: RenderOptions,
): string {
  const rows = meanings.map(([code, meaning]) => [String(code).padStart(3), meaning] as const);
  return stack([
    theme.heading("What builder-pm tells a script when it ends"),
    twoColumns(rows, width),
  ]);
}
