import { deriveOnce } from "./derived.ts";
import type { Step } from "./step.ts";

/** A shorter line is a heading or a label, which people write too. */
const MIN_WORDS = 4;

/** Lists the lines of the pages that are the same in each project, because nobody answers them. */
export const listFixedLines = deriveOnce((steps: readonly Step[]): ReadonlySet<string> => {
  const lines = steps.flatMap(({ body }) => body.split("\n").map((line) => line.trim()));
  return new Set(lines.filter(isFixed));
});

function isFixed(line: string): boolean {
  return !/^#|\{\{/.test(line) && line.split(/\s+/).length >= MIN_WORDS;
}
