import type { Command } from "commander";
import type { Context } from "../context.ts";
import { describeDifference } from "../domain/progress/describe-change.ts";
import { describeMoment } from "../domain/text/words.ts";
import { UserError } from "../errors.ts";
import { loadAppState } from "./shared/app-state.ts";
import { printNextStep } from "./shared/project-state.ts";

/** Puts `undo` on the command line. */
export function registerUndo(command: Command, context: Context): void {
  command
    .description(
      "Takes back the last change you saved. Again takes back the one before; the last 50 are kept.",
    )
    .option("--redo", "put back what undo took back")
    .addHelpText("after", "\nExamples:\n  builder-pm undo\n  builder-pm undo --redo")
    .action((options: { redo?: boolean }) => runUndo(context, options));
}

/** Takes the last change back, or puts it in again, and says in one line what that was. */
export async function runUndo(
  context: Context,
  { redo = false }: { redo?: boolean } = {},
): Promise<void> {
  const position = await loadAppState(context);
  const result = redo ? await position.store.redo() : await position.store.undo();
  if (!result) {
    throw new UserError(redo ? "There is nothing to redo." : "There is nothing to undo.", {
      fix: "See where you are with: builder-pm status",
    });
  }
  const { before, after, at } = result;
  const [verb, ...states] = redo
    ? (["Redone", before, after] as const)
    : (["Undone", after, before] as const);
  const age = describeMoment(new Date(at), context.now());
  context.stderr.line(`${verb}: ${describeDifference(...states)}, saved ${age}.`);
  printNextStep(context, { ...position, progress: after });
}
