import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findOwnSlice, listStarters } from "../domain/library/slice.ts";
import { filterSlices } from "../domain/library/slice-filter.ts";
import { parseHours } from "../domain/text/hours.ts";
import { ExitCode, UserError } from "../errors.ts";
import { cutSlicesView, renderSlice, renderSlices, toSliceJson } from "../render/text/slices.ts";
import { findById, findByLabel } from "./shared/arguments.ts";
import { NOTES_HINT } from "./shared/notes-hint.ts";
import { findOrPointTo } from "./shared/other-command.ts";

/** The options of `slices`, as they are typed. */
export interface SlicesOptions {
  trains?: string;
  maxHours?: string;
  json?: boolean;
}

/** Registers the `slices` and `slices show` commands. */
export function registerSlices(command: Command, context: Context): void {
  command
    .description(
      "Lists starter slices. A slice is one small, useful thing to build in a few hours.",
    )
    .option("--trains <item>", "only slices that are good practice for this checklist item")
    .option("--max-hours <number>", "only slices that take at most this many hours")
    .option("--json", "print JSON")
    .addHelpText("after", SLICES_EXAMPLES)
    .action((options: SlicesOptions) => runSlices(context, options));
  command
    .command("show")
    .summary("show one slice")
    .description("Shows one slice: who it's for, an example, its checks, and when to stop.")
    .argument("<slice>", "the slice, for example script")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  builder-pm slices show script")
    .action((id: string) => runSlicesShow(context, id));
}

const SLICES_EXAMPLES = `
Examples:
  builder-pm slices
  builder-pm slices show script
  builder-pm slices --trains review --max-hours 4`;

/** Prints the slices that match the filters. */
export async function runSlices(
  context: Context,
  { trains, maxHours }: SlicesOptions,
): Promise<void> {
  const { slices, items } = await loadSlices(context);
  const item = trains === undefined ? undefined : findByLabel(items, trains).id;
  const kept = filterSlices(slices, { trains: item, maxHours: readHours(maxHours) });
  if (context.json) return context.stdout.json({ slices: kept.map(toSliceJson) });
  if (kept.length === 0) {
    context.stderr.line("No slice matches these filters. See all of them: builder-pm slices");
    return;
  }
  context.stdout.show(renderSlices, cutSlicesView({ slices: kept, items }));
  context.hint(`\n  See one: builder-pm slices show ${kept[0]?.id}`);
  context.hint(`  ${NOTES_HINT}`);
}

/** Prints one slice. */
export async function runSlicesShow(context: Context, id: string): Promise<void> {
  const { slices, items, problems } = await loadSlices(context);
  const own = findOwnSlice(slices);
  const slice =
    own?.id === id
      ? own
      : await findOrPointTo(context, id, () =>
          findById(listStarters(slices), id, "slice", problems),
        );
  if (context.json) context.stdout.json({ slice: { ...slice, from: slice.from ?? null } });
  else context.stdout.show(renderSlice, { slice, items });
  if (!context.json && !slice.own) context.hint(`\n  Start it: builder-pm start ${slice.id}`);
}

async function loadSlices(context: Context) {
  const { slices, checklists, problems } = await context.loadLibrary("slices", "checklists");
  return { slices, problems, items: checklists.flatMap(({ items }) => items) };
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
