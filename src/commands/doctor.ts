import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findRepair, type Health } from "../domain/progress/health.ts";
import { ExitCode, UserError } from "../errors.ts";
import { renderHealth, toHealthJson } from "../render/text/health.ts";
import type { Store } from "../store/contract.ts";
import { inspectPictures } from "../store/picture-health.ts";
import { assertOwnShell } from "./shared/own-judgment.ts";

/** The options of `doctor`, as they are typed. */
export interface DoctorOptions {
  restore?: boolean;
  unlock?: boolean;
}

/** Registers the `doctor` command. */
export function registerDoctor(command: Command, context: Context): void {
  command
    .description(
      "Shows where your progress is saved and how to fix problems with it. " +
        "Changes nothing unless you add an option.",
    )
    .option(
      "--restore",
      "restore the version before your last change; the damaged file is moved aside",
    )
    .option("--unlock", "remove a lock left by a save that never finished")
    .option("--json", "print the state as JSON")
    .addHelpText("after", "\nExamples:\n  builder-pm doctor\n  builder-pm doctor --restore")
    .action((options: DoctorOptions) => runDoctor(context, options));
}

/**
 * Prints the state of the saved progress, after the requested repair. Sets exit code 4 if there is
 * still a problem to fix.
 */
export async function runDoctor(context: Context, options: DoctorOptions = {}): Promise<void> {
  if (options.restore && options.unlock) {
    throw new UserError("Use --restore or --unlock, not both.", {
      exitCode: ExitCode.usage,
      fix: "builder-pm doctor --restore",
    });
  }
  const store = await context.openStore();
  if (options.unlock) {
    const isRemoved = await store.unlock();
    context.stderr.line(isRemoved ? "The lock was removed." : "There is no lock to remove.");
  }
  if (options.restore) assertOwnShell(context, "builder-pm doctor --restore");
  if (options.restore) context.stderr.line(await restoreBackup(store));
  const health = await inspectAll(store);
  const repair = findRepair(health, context.now());
  if (context.json) context.stdout.json(toHealthJson(health, repair));
  else context.stdout.show(renderHealth, { health, repair, now: context.now() });
  if (repair) context.exitCode = ExitCode.progress;
}

/** Checks the saved file, the files next to it, and those of the pictures. */
async function inspectAll(store: Store): Promise<Health> {
  const health = await store.inspect();
  if (health.saved.state !== "healthy") return health;
  return { ...health, pictures: inspectPictures(store.file, await store.load()) };
}

async function restoreBackup(store: Store): Promise<string> {
  const restored = await store.restore();
  if (!restored) {
    const { saved } = await store.inspect();
    const isNew = saved.state === "missing";
    const reason = isNew ? "nothing is saved yet" : "your saved progress is fine";
    return `There is nothing to restore: ${reason}.`;
  }
  const kept = restored.aside ? ` The damaged file was kept as "${restored.aside}".` : "";
  return (
    `Restored the version before your last change.${kept}\n` +
    "What you saved after it is gone. To see where you are: builder-pm status"
  );
}
