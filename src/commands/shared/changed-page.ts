import type { Context } from "../../context.ts";
import { findClaimedQuestion } from "../../domain/library/claimed-question.ts";
import type { Step } from "../../domain/library/step.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import { StepSession } from "../../domain/project/session.ts";
import { countOf } from "../../domain/text/words.ts";
import { findFile, hashText } from "../../files/hash.ts";
import { readWorkFile } from "../../files/work-file.ts";
import type { ProjectState } from "./project-state.ts";

/** Where a page was changed: a project, and what renders its pages. */
type ChangedIn = Pick<ProjectState, "slices" | "steps" | "progress" | "project">;

/** A page in the work folder that someone changed after it was written. */
interface ChangedPage {
  /** The name of the file. */
  name: string;
  folder: string;
  step: Step;
}

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
  const named = describeNamed(state.progress, state.project);
  return [
    `Someone changed ${name} after builder-pm wrote it. This round is judged by your saved spec.`,
    ...(await describeMissing(state, changed)),
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

const MAX_MISSING = 3;
const MAX_MEGABYTES = 1;

/**
 * Lists the lines of ours that aren't in the file anymore. What someone put in their place isn't
 * shown: it may say how a check came out.
 */
async function describeMissing(
  state: ChangedIn,
  { name, folder, step }: ChangedPage,
): Promise<string[]> {
  const { project } = state;
  // Loaded only then: status asks each time, and shows no page.
  const { renderPage } = await import("../../render/text/page.ts");
  const ours = renderPage(new StepSession(state, state.progress, project, step));
  const isWritten = hashText(ours) === project.folder?.files?.[name]?.sha256;
  const found = readWorkFile(folder, name, MAX_MEGABYTES);
  // After a change to the spec, the file lacks what it never had.
  if (!isWritten || found.is !== "text") return [];
  const there = new Set(found.text.split(/\r?\n/).map((line) => line.trim()));
  const missing = ours.split("\n").filter((line) => line.trim() && !there.has(line.trim()));
  const more = missing.length - MAX_MISSING;
  return [
    ...missing.slice(0, MAX_MISSING).map((line) => `  Not in it anymore: ${plain(line)}`),
    ...(more > 0 ? [`  And ${countOf(more, "more line")}.`] : []),
  ];
}

/** Returns a line of a page without its marks: "- **C1** It runs" becomes "C1 It runs". */
function plain(line: string): string {
  return line.replace(/^[\s>#-]+/, "").replaceAll("**", "");
}
