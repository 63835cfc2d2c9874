import type { Command } from "commander";
import type { Context } from "../context.ts";
import { ExitCode, UserError } from "../errors.ts";
import { assertOwnShell } from "./shared/own-judgment.ts";

/** Registers the `reset` command. */
export function registerReset(command: Command, context: Context): void {
  command
    .description(
      "Starts over. Your saved progress is moved aside, never deleted. " +
        "Works with a damaged file too.",
    )
    .option("--yes", "start over; without this, nothing changes")
    .addHelpText("after", "\nExample:\n  builder-pm reset --yes")
    .action((options: { yes?: boolean }) => runReset(context, options));
}

/** Moves the saved progress aside and prints where it is now. Throws without `yes`. */
export async function runReset(
  context: Context,
  { yes = false }: { yes?: boolean },
): Promise<void> {
  const store = await context.openStore();
  if (!yes) {
    const message = `This starts over and moves "${store.file}" aside. Nothing has changed yet.`;
    throw new UserError(message, {
      exitCode: ExitCode.usage,
      fix: "To go ahead: builder-pm reset --yes",
    });
  }
  assertOwnShell(context, "builder-pm reset --yes");
  const aside = await store.moveAside();
  context.stderr.line(
    aside
      ? `Your progress was moved to "${aside}". Start again with: builder-pm check`
      : "Nothing is saved yet, so nothing was changed.",
  );
}
