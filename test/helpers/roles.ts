import { explainText } from "../../src/linter/text.ts";

const letters = { criterion: "c", problem: "p", evidence: "e", other: "-" };

/** Lists the lines of a text, after "c" for a criterion, "p" for a problem, "-" for the rest. */
export function explainLines(text: string): string[] {
  return explainText(text).found.map(({ role, text: line }) => `${letters[role]} ${line}`);
}
