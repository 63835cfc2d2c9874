import type { Command } from "commander";
import type { Context } from "../context.ts";
import { ExitCode, UserError } from "../errors.ts";

/** Puts `reset` on the command line. */
export function registerReset(command: Command, context: Context): void {
  command
    .description(
      "Starts over. The saved progress is moved aside, never deleted, and this works on a damaged file too.",
    )
    .option("--yes", "do it; without this nothing happens")
    .addHelpText("after", "\nExample:\n  builder-pm reset --yes")
    .action((options: { yes?: boolean }) => runReset(context, options));
}

/** Moves the saved progress aside and says where it is now. */
export async function runReset(
  context: Context,
  { yes = false }: { yes?: boolean },
): Promise<void> {
  const store = await context.openStore();
  if (!yes) {
    throw new UserError(`This starts over and moves "${store.file}" aside. Nothing was changed.`, {
      exitCode: ExitCode.usage,
      fix: "If you mean it: builder-pm reset --yes",
    });
  }
  const aside = await store.moveAside();
  context.stderr.line(
    aside
      ? `Your progress was moved to "${aside}". Start again with: builder-pm check`
      : "There is no saved progress yet, so nothing changed.",
  );
}
