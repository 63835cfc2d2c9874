import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findRepair } from "../domain/progress/health.ts";
import { ExitCode, UserError } from "../errors.ts";
import { describeHealthForPrograms, renderHealth } from "../render/text/health.ts";
import type { Store } from "../store/store.ts";

/** The options of `doctor`, as they are typed. */
export interface DoctorOptions {
  restore?: boolean;
  unlock?: boolean;
}

/** Puts `doctor` on the command line. */
export function registerDoctor(command: Command, context: Context): void {
  command
    .description(
      "Says where your progress is saved, whether it is sound, and what mends it. Changes nothing by itself.",
    )
    .option(
      "--restore",
      "bring back what was saved before the last change; the damaged file is moved aside",
    )
    .option("--unlock", "take away the lock of a program that never finished saving")
    .option("--json", "print the state for programs")
    .addHelpText("after", "\nExamples:\n  builder-pm doctor\n  builder-pm doctor --restore")
    .action((options: DoctorOptions) => runDoctor(context, options));
}

/**
 * Prints how the saved progress is, after mending what is asked for. Ends with 4 where something
 * is left to mend.
 */
export async function runDoctor(context: Context, options: DoctorOptions = {}): Promise<void> {
  if (options.restore && options.unlock) {
    throw new UserError("One thing at a time: --restore or --unlock.", {
      exitCode: ExitCode.usage,
      fix: "builder-pm doctor --restore",
    });
  }
  const store = await context.openStore();
  if (options.unlock)
    context.stderr.line(
      (await store.unlock()) ? "The lock is taken away." : "There is no lock to take away.",
    );
  if (options.restore) context.stderr.line(await restore(store));
  const health = await store.inspect();
  const mend = findRepair(health, context.now());
  if (context.json) context.stdout.json(describeHealthForPrograms(health, mend));
  else context.stdout.show(renderHealth, { health, mend, now: context.now() });
  if (mend) context.exitCode = ExitCode.progress;
}

async function restore(store: Store): Promise<string> {
  const restored = await store.restore();
  if (!restored) {
    const { saved } = await store.inspect();
    const why = saved.state === "missing" ? "nothing is saved yet" : "what is saved is sound";
    return `There is nothing to bring back: ${why}.`;
  }
  const kept = restored.aside ? ` The damaged file is kept as "${restored.aside}".` : "";
  return `Brought back what was saved before the last change.${kept}`;
}
