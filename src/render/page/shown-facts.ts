import { resolveReference, type Step } from "../../domain/library/step.ts";
import { isNothingShown, NOTHING, type PageValue } from "./value.ts";

/**
 * What a page already says about a project: the name and the value of each placeholder, and of what
 * a review found the round. What was found in one round says nothing about another.
 */
export type ShownFacts = Set<string>;

/** Returns the value of a placeholder, or none if the page shows it already. Notes it as shown. */
export function showOnce(
  shown: ShownFacts | undefined,
  steps: readonly Step[],
  name: string,
  value: PageValue,
  round: number,
): PageValue {
  if (!shown || isNothingShown(value) || name === "project.title") return value;
  const when = isFinding(steps, name) ? round : "any";
  const fact = `${when} ${resolveReference(steps, name)}\n${JSON.stringify(value)}`;
  if (shown.has(fact)) return NOTHING;
  shown.add(fact);
  return value;
}

/** Returns true for what a step with verdicts found: the answers, their sum, what failed. */
function isFinding(steps: readonly Step[], name: string): boolean {
  const [group] = resolveReference(steps, name).split(".");
  const judging = steps.find(({ questions }) => questions.some(({ verdicts }) => verdicts));
  return judging !== undefined && group === judging.id;
}
