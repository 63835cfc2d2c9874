import type { Question } from "../library/step.ts";
import { parseCount } from "../text/number.ts";
import type { AnswerLine } from "./answer-line.ts";

/** What a script writes to pick nothing. */
const NONE = "none";

/**
 * Returns the lines of an answer that picks from a list: a number stands for the line with that
 * number, and "none" for no line. Other answers stay as they are.
 */
export function readPicks(
  { picks, choices = [] }: Question,
  lines: readonly AnswerLine[],
): readonly AnswerLine[] {
  if (!picks) return lines;
  if (lines.length === 1 && lines[0]?.text === NONE) return [];
  return lines.map((line) => {
    const number = parseCount(line.text)?.value ?? 0;
    return { ...line, text: choices[number - 1]?.value ?? line.text };
  });
}
