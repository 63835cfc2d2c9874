import type { Command } from "commander";
import type { Context } from "../context.ts";
import { describeItemEvidence, listItemIds } from "../domain/insights/item-evidence.ts";
import { toItemEvidenceJson } from "../render/json/state.ts";
import { renderWhy, renderWhyList } from "../render/text/why.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { findById } from "./shared/arguments.ts";

/** Puts `why` on the command line. */
export function registerWhy(command: Command, context: Context): void {
  command
    .description(
      "Shows what stands behind an item: what you said and when, and which ended project shows it.",
    )
    .argument("[item]", "the item, for example problem; all of them when none is named")
    .argument("[checklist]", "which checklist; the reality check when none is named")
    .option("--json", "print it for programs")
    .addHelpText("after", WHY_EXAMPLES)
    .action((item: string | undefined, checklist: string | undefined) =>
      runWhy(context, item, checklist),
    );
}

const WHY_EXAMPLES = `
Said: you answered yes. Shown: an ended project proves it. Repeated: two or
more do.

Examples:
  builder-pm why problem
  builder-pm why`;

/** Prints what stands behind the item that is named, or in short behind every item. */
export async function runWhy(
  context: Context,
  itemId?: string,
  checklistId?: string,
): Promise<void> {
  const position = await loadAppState(context, checklistId);
  if (itemId === undefined) return printAll(context, position);
  const ids = listItemIds(position).map((id) => ({ id }));
  const backing = describeItemEvidence(position, findById(ids, itemId, "item").id);
  const { checklist, steps } = position;
  if (!context.json) return context.stdout.show(renderWhy, { backing, steps });
  context.stdout.json({ checklist: checklist.id, item: toItemEvidenceJson(backing) });
}

function printAll(context: Context, position: LoadedState): void {
  const { checklist } = position;
  const backings = checklist.items.map(({ id }) => describeItemEvidence(position, id));
  if (context.json) {
    const items = backings.map(toItemEvidenceJson);
    context.stdout.json({ checklist: checklist.id, items });
  } else {
    context.stdout.show(renderWhyList, { title: checklist.title, backings });
    context.hint(`  See one: builder-pm why ${checklist.items[0]?.id}`);
  }
}
