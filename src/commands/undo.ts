import type { Command } from "commander";
import type { Context } from "../context.ts";
import { describeDifference } from "../domain/progress/describe-change.ts";
import { describeMoment } from "../domain/text/words.ts";
import { UserError } from "../errors.ts";
import { loadAppState } from "./shared/app-state.ts";
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
  const state = await loadAppState(context);
  const result = redo ? await state.store.redo() : await state.store.undo();
  if (!result) {
    throw new UserError(redo ? "There is nothing to redo." : "There is nothing to undo.", {
      fix: "See where you are with: builder-pm status",
    });
  }
  const { before, after, at } = result;
  const [verb, change] = redo
    ? ["Redid", describeDifference(state, before, after)]
    : ["Undid", describeDifference(state, after, before)];
  const age = describeMoment(new Date(at), context.now());
  context.stderr.line(`${verb}: ${change} (${age}).`);
  printNextStep(context, { ...state, progress: after });
}
