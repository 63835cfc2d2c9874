import { resolveReference, type Step } from "../../domain/library/step.ts";

/** What a page already says about a project: the name and the value of each placeholder. */
export type ShownFacts = Set<string>;

/** Returns the value of a placeholder, or "" if the page shows it already. Notes it as shown. */
export function showOnce(
  shown: ShownFacts | undefined,
  steps: readonly Step[],
  name: string,
  value: string,
): string {
  if (!shown || value === "" || name === "project.title") return value;
  const fact = `${resolveReference(steps, name)}\n${value}`;
  if (shown.has(fact)) return "";
  shown.add(fact);
  return value;
}
