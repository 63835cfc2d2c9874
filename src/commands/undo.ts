import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { Step } from "../domain/library/step.ts";
import { listAttempts } from "../domain/practice/attempt.ts";
import { describeDifference } from "../domain/progress/describe-change.ts";
import type { Progress } from "../domain/progress/progress.ts";
import { findLostProject, keepTraces } from "../domain/progress/traces.ts";
import type { Keep, UndoResult } from "../domain/progress/undo.ts";
import { describeMoment, quotePath } from "../domain/text/words.ts";
import { UserError } from "../errors.ts";
import { pathInFolder } from "../files/folder.ts";
import { findMovedAside } from "../store/revision.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { assertOwnShell } from "./shared/own-judgment.ts";
import { printNextStep } from "./shared/project-state.ts";

/** Registers the `undo` command. */
export function registerUndo(command: Command, context: Context): void {
  command
    .description(
      "Undoes the last change you saved. " +
        "Run it again to undo the one before, up to 50 changes.",
    )
    .option("--redo", "redo the change you undid last")
    .addHelpText("after", "\nExamples:\n  builder-pm undo\n  builder-pm undo --redo")
    .action((options: { redo?: boolean }) => runUndo(context, options));
}

/** Undoes or redoes the last change, and prints what it was. */
export async function runUndo(
  context: Context,
  { redo = false }: { redo?: boolean } = {},
): Promise<void> {
  assertOwnShell(context, `builder-pm undo${redo ? " --redo" : ""}`);
  const state = await loadAppState(context);
  const now = context.now().toISOString();
  const keep: Keep = (before, after, madeAt) => {
    assertJudgmentsStay(state.steps, before, after, madeAt);
    return keepTraces(state.steps, before, after, now);
  };
  const result = redo ? await state.store.redo(keep) : await state.store.undo(keep);
  if (!result) {
    throw new UserError(redo ? "There is nothing to redo." : "There is nothing to undo.", {
      fix:
        (redo ? undefined : describeWayBack(state)) ?? "See where you are with: builder-pm status",
    });
  }
  printUndone(context, state, result, redo);
  await printNextStep(context, { ...state, progress: result.after });
}

/** Says how to get back what `reset` moved aside, as long as nothing new is saved. */
function describeWayBack({ store, progress }: LoadedState): string | undefined {
  const isEmpty = progress.runs.length + progress.projects.length === 0;
  const aside = isEmpty ? findMovedAside(store.file) : undefined;
  return aside && `To get back what was moved aside: builder-pm import ${quotePath(aside)}`;
}

/** Prints what was undone or redone, what that leaves alone, and what can be done about it. */
function printUndone(
  context: Context,
  state: LoadedState,
  { before, after, at, hasEarlier }: UndoResult,
  redo: boolean,
): void {
  const [verb, change] = redo
    ? ["Redid", describeDifference(state, before, after)]
    : ["Undid", describeDifference(state, after, before)];
  const age = describeMoment(new Date(at), context.now());
  // One pair of parentheses after another is hard to read.
  const dated = change.endsWith(")") ? `${change.slice(0, -1)}; ${age})` : `${change} (${age})`;
  context.stderr.line(`${verb}: ${dated}.`);
  if (hasNewerDrill(after, at))
    context.stderr.line("What you answered in a drill since then stays: undo leaves drills alone.");
  for (const path of listLeftFolders(before, after))
    context.stderr.line(`The folder stays as it is: ${path}`);
  for (const path of listLeftPages(state.steps, before, after))
    context.stderr.line(`The page stays where it was written: ${path}`);
  if (redo) return;
  context.stderr.line("To take that back: builder-pm undo --redo");
  if (hasEarlier) context.stderr.line("To undo the change before it, too: builder-pm undo");
}

/** Lists the folders of projects that are gone: undo changes no files. */
function listLeftFolders(before: Progress, after: Progress): string[] {
  const gone = before.projects.filter(
    ({ uid }) => !after.projects.some((project) => project.uid === uid),
  );
  return gone.flatMap(({ folder }) => folder?.path ?? []);
}

/** Lists the pages in work folders whose step isn't finished anymore. */
function listLeftPages(steps: readonly Step[], before: Progress, after: Progress): string[] {
  return after.projects.flatMap(({ uid, finished, folder }) => {
    const then = before.projects.find((project) => project.uid === uid);
    const undone = steps.filter(({ id }) => then?.finished[id] && !finished[id]);
    return undone.flatMap(({ writes }) =>
      writes && folder?.files?.[writes] ? [pathInFolder(folder.path, writes)] : [],
    );
  });
}

/** Returns true if a drill was answered after a change, so that someone may expect that to go. */
function hasNewerDrill({ practice }: Progress, at: string): boolean {
  return listAttempts(practice).some(({ attempt }) =>
    Object.values(attempt.answers).some((answer) => Date.parse(answer.at) > Date.parse(at)),
  );
}

/** Throws if an undo would take a project away in which something was judged. */
function assertJudgmentsStay(
  steps: readonly Step[],
  before: Progress,
  after: Progress,
  madeAt: string,
): void {
  const lost = findLostProject(steps, before, after, madeAt);
  if (!lost) return;
  const closing = steps.at(-1)?.id ?? "status";
  throw new UserError(
    `"${lost.title}" (${lost.id}) has a prediction or a verdict, so it can't be undone as a whole.`,
    { fix: `You can end it: builder-pm ${closing} --project ${lost.id}` },
  );
}
