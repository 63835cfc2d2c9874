import type { Rule } from "../library/rule.ts";
import type { Step } from "../library/step.ts";
import { findChosen } from "../project/finish-step.ts";
import { entriesOf, isSavedEach, type Project, type SavedValue } from "../project/project.ts";

/**
 * The topic that a finished step offers: by a choice that was made, else a rule that was asked
 * about, else the step itself.
 */
export function findTopicAfter(
  project: Project,
  step: Step,
  rules: readonly Rule[],
): string | undefined {
  const chosen = findChosen(project, step).find(({ guide }) => guide)?.guide;
  return chosen ?? findTopicOfRules(rules, listMarks(project, step)) ?? step.guide;
}

/** The topic that the first of these rules offers; none when no rule offers one. */
export function findTopicOfRules(
  rules: readonly Rule[],
  ids: readonly string[],
): string | undefined {
  return ids.flatMap((id) => rules.find((rule) => rule.id === id)?.guide ?? [])[0];
}

/** What the answers of a step are kept in spite of: ids of rules, and marks that are none. */
export function listMarks(project: Project, step: Step): string[] {
  return Object.values(project.answers[step.id] ?? {}).flatMap(marksOf);
}

function marksOf(value: SavedValue): string[] {
  if (isSavedEach(value)) return Object.values(value.each).flatMap(({ marks }) => marks ?? []);
  return [value, ...entriesOf(value)].flatMap(({ marks }) => marks ?? []);
}
