import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { Slice } from "../domain/library/slice.ts";
import { filterSlices } from "../domain/library/slice-filter.ts";
import { parseHours } from "../domain/text/number.ts";
import { ExitCode, UserError } from "../errors.ts";
import { renderSlice, renderSlices, toSliceJson } from "../render/text/slices.ts";
import { findById } from "./shared/arguments.ts";

/** The options of `slices`, as they are typed. */
export interface SlicesOptions {
  trains?: string;
  maxHours?: string;
  json?: boolean;
}

/** Puts `slices` and `slices show` on the command line. */
export function registerSlices(command: Command, context: Context): void {
  command
    .description(
      "Lists the starter slices: small things you could build first, each with its checks and its end.",
    )
    .option("--trains <item>", "only slices that train this item of the reality check")
    .option("--max-hours <number>", "only slices that take at most so many hours")
    .option("--json", "print the list for programs")
    .addHelpText("after", SLICES_EXAMPLES)
    .action((options: SlicesOptions) => runSlices(context, options));
  command
    .command("show")
    .summary("one slice on a page")
    .description(
      "Shows one slice: who it is for, a worked example, its checks, what stays out, and when to stop.",
    )
    .argument("<slice>", "the slice, for example script")
    .option("--json", "print the slice for programs")
    .addHelpText("after", "\nExample:\n  builder-pm slices show script")
    .action((id: string) => runSlicesShow(context, id));
}

const SLICES_EXAMPLES = `
Examples:
  builder-pm slices
  builder-pm slices show script
  builder-pm slices --trains review --max-hours 4`;

/** Prints the slices that pass the filters. */
export async function runSlices(
  context: Context,
  { trains, maxHours }: SlicesOptions,
): Promise<void> {
  const { slices, checklists } = await context.loadLibrary(
    "slices",
    ...(trains ? (["checklists"] as const) : []),
  );
  if (trains !== undefined) {
    const items = checklists.flatMap((checklist) => checklist.items);
    findById(items, trains, "item");
  }
  const kept = filterSlices(slices, { trains, maxHours: readHours(maxHours) });
  if (context.json) return context.stdout.json({ slices: kept.map(toSliceJson) });
  if (kept.length === 0) {
    context.stderr.line("No slice passes these filters. All of them: builder-pm slices");
    return;
  }
  context.stdout.show(renderSlices, kept);
  context.hint(`  See one: builder-pm slices show ${kept[0]?.id}`);
}

/** Prints one slice. */
export async function runSlicesShow(context: Context, id: string): Promise<void> {
  const { slices } = await context.loadLibrary("slices");
  const slice: Slice = findById(slices, id, "slice");
  if (context.json) context.stdout.json({ slice: { ...slice, from: slice.from ?? null } });
  else context.stdout.show(renderSlice, slice);
}

function readHours(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const hours = parseHours(word);
  if (hours !== undefined) return hours;
  throw new UserError(`"${word}" is not a number of hours.`, {
    exitCode: ExitCode.usage,
    fix: "builder-pm slices --max-hours 4",
  });
}
