import { resolveReference, type Step } from "../../domain/library/step.ts";
import { isNothingShown, NOTHING, type PageValue } from "./value.ts";

/** What a page already says about a project: the name and the value of each placeholder. */
export type ShownFacts = Set<string>;

/** Returns the value of a placeholder, or none if the page shows it already. Notes it as shown. */
export function showOnce(
  shown: ShownFacts | undefined,
  steps: readonly Step[],
  name: string,
  value: PageValue,
): PageValue {
  if (!shown || isNothingShown(value) || name === "project.title") return value;
  const fact = `${resolveReference(steps, name)}\n${JSON.stringify(value)}`;
  if (shown.has(fact)) return NOTHING;
  shown.add(fact);
  return value;
}
