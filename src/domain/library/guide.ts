import * as v from "valibot";
import { findChosen } from "../project/finish-step.ts";
import { entriesOf, type Project, type SavedValue } from "../project/project.ts";
import { OneLine, Text } from "./fields.ts";
import type { Origin } from "./origin.ts";
import type { Rule } from "./rule.ts";
import type { Step } from "./step.ts";

const Link = v.pipe(
  Text,
  v.regex(/^https:\/\/\S+$/, "must be an address that starts with https://"),
);

/** The front matter of a file in `content/guide/`; the body is the page. */
export const GuideFields = v.strictObject({
  title: OneLine,
  summary: OneLine,
  order: v.number(),
  /** Where the ideas come from: shown under the page, and under the list of topics. */
  source: v.optional(v.strictObject({ title: OneLine, link: Link })),
});

/** A topic of the guide, one screen to read; `body` is markdown. */
export type Topic = v.InferOutput<typeof GuideFields> & Origin & { id: string; body: string };

/**
 * The topic that a finished step offers: by a choice that was made, else a rule that was asked
 * about, else the step itself.
 */
export function findTopicAfter(
  step: Step,
  project: Project,
  rules: readonly Rule[],
): string | undefined {
  const chosen = findChosen(project, step).find(({ guide }) => guide)?.guide;
  return chosen ?? findTopicOfRules(rules, listMarks(step, project)) ?? step.guide;
}

/** The topic that the first of these rules offers; none when no rule offers one. */
export function findTopicOfRules(
  rules: readonly Rule[],
  ids: readonly string[],
): string | undefined {
  return ids.flatMap((id) => rules.find((rule) => rule.id === id)?.guide ?? [])[0];
}

/** What the answers of a step are kept in spite of: ids of rules, and marks that are none. */
export function listMarks(step: Step, project: Project): string[] {
  return Object.values(project.answers[step.id] ?? {}).flatMap(marksOf);
}

function marksOf(value: SavedValue): string[] {
  const each =
    "each" in value ? Object.values(value.each as Record<string, { marks?: string[] }>) : [];
  return [value as { marks?: string[] }, ...entriesOf(value), ...each].flatMap(
    ({ marks }) => marks ?? [],
  );
}
