import type { Command } from "commander";
import type { Context } from "../context.ts";
import { quotePath } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { describeAmount } from "../render/text/import.ts";
import type { RemovedCache, Store } from "../store/contract.ts";
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
    const amount = await describeWhatMoves(store);
    const what = amount === undefined ? "" : `, with ${amount}`;
    const message = `This starts over and moves "${store.file}" aside${what}. Nothing has changed yet.`;
    throw new UserError(message, {
      exitCode: ExitCode.usage,
      fix: "To go ahead: builder-pm reset --yes",
    });
  }
  assertOwnShell(context, "builder-pm reset --yes");
  const isReadable = (await describeWhatMoves(store)) !== undefined;
  const aside = await store.moveAside();
  const cache = await store.removeCache();
  if (aside) {
    const next = "Start again with: builder-pm check";
    context.stderr.line(`Your progress was moved to "${aside}". ${next}`);
    if (isReadable) context.stderr.line(`To get it back: builder-pm import ${quotePath(aside)}`);
  } else context.stderr.line(describeOnlyCache(cache));
  if (cache?.problem) {
    const { folder, problem } = cache;
    context.stderr.line(`The compiled code in "${folder}" couldn't be removed: ${problem}.`);
  }
}

/** Counts what is saved; undefined if that is nothing, or can't be read. */
async function describeWhatMoves(store: Store): Promise<string | undefined> {
  const { saved } = await store.inspect();
  return saved.state === "healthy" ? describeAmount(await store.load()) : undefined;
}

function describeOnlyCache(cache: RemovedCache | undefined): string {
  if (!cache) return "Nothing is saved yet, so nothing was changed.";
  if (cache.problem) return "Nothing is saved yet.";
  return `Nothing is saved yet. The compiled code in "${cache.folder}" was removed.`;
}
