import type { Context } from "../../context.ts";
import { listMarks } from "../../domain/insights/guide-topic.ts";
import type { Rule } from "../../domain/library/rule.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";

/**
 * Loads the rules if an answer was kept in spite of one, so that pages can name the rule. Most
 * pages don't need them, and loading them takes time.
 */
export async function loadKeptRules(
  context: Context,
  steps: readonly Step[],
  projects: readonly Project[],
): Promise<readonly Rule[]> {
  const all = projects.flatMap((project) => [
    project,
    ...(project.versions ?? []),
    ...project.rounds.map(({ answers }) => ({ ...project, answers })),
  ]);
  const isKept = all.some((project) =>
    steps.some((step) => listMarks(project, step).some((mark) => mark !== "empty")),
  );
  if (!isKept) return [];
  const { rules } = await context.loadLibrary("rules");
  return rules;
}
