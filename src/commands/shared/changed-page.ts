import type { Context } from "../../context.ts";
import { findClaimedQuestion } from "../../domain/library/claimed-question.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import { findFile } from "../../files/hash.ts";
import type { ChangedIn, ChangedPage } from "./changed-page-lines.ts";
import type { ProjectState } from "./project-state.ts";

/**
 * Finds the page for an agent if someone changed it in this round, as long as the round isn't
 * judged. A file that is gone isn't changed: who looks for it sees that.
 */
export function findChangedPage({
  steps,
  project,
}: Pick<ProjectState, "steps" | "project">): ChangedPage | undefined {
  const { folder, finished, rounds, closed } = project;
  const step = steps.find(({ id, writes }) => writes && finished[id]);
  const judging = findClaimedQuestion(steps)?.step;
  const name = step?.writes;
  const known = folder?.files?.[name ?? ""];
  const isOver = closed || (judging && finished[judging.id]);
  if (!step || !name || !folder || isOver || known?.round !== rounds.length + 1) return undefined;
  const found = findFile(folder.path, name);
  if (found.is !== "file" || found.sha256 === known.sha256) return undefined;
  return { name, folder: folder.path, step };
}

/**
 * Says that someone changed the page for the agent, what it lacks now, and what to do. `isShown` is
 * true below the page as it should be. An agent can't write it again.
 */
export async function describeChangedPage(
  { agent }: Pick<Context, "agent">,
  state: ChangedIn,
  { isShown = false } = {},
): Promise<string[]> {
  const changed = findChangedPage(state);
  if (!changed) return [];
  const { name, step } = changed;
  // Loaded only then: status asks each time, and shows no page.
  const { listLostLines } = await import("./changed-page-lines.ts");
  const named = describeNamed(state.progress, state.project);
  return [
    `Someone changed ${name} after builder-pm wrote it. This round is judged by your saved spec.`,
    ...(await listLostLines(state, changed)),
    ...(isShown ? [] : [`To see what it should say: builder-pm ${step.id} --print${named}`]),
    ...(agent === undefined
      ? [`To write it again and keep the changed one: builder-pm ${step.id} --force${named}`]
      : []),
  ];
}

/** Prints the same on stderr. */
export async function printChangedPage(
  context: Context,
  state: ChangedIn,
  options?: { isShown: boolean },
): Promise<void> {
  if (context.json) return;
  for (const line of await describeChangedPage(context, state, options)) context.stderr.line(line);
}
