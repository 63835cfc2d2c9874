import type { Command } from "commander";
import type { Context } from "../context.ts";
import { describeItemEvidence, listItemIds } from "../domain/insights/item-evidence.ts";
import { labelOfItem } from "../domain/library/item-label.ts";
import { quotePath } from "../domain/text/words.ts";
import { toItemEvidenceJson } from "../render/json/state.ts";
import { renderWhy, renderWhyList } from "../render/text/why.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { findByLabel } from "./shared/arguments.ts";

/** Registers the `why` command. */
export function registerWhy(command: Command, context: Context): void {
  command
    .description("Shows the evidence for each item: your answers, and the projects that show it.")
    .argument("[item]", "an item, for example problem (default: all items)")
    .argument("[checklist]", "a checklist (default: the reality check)")
    .option("--json", "print JSON")
    .addHelpText("after", WHY_EXAMPLES)
    .action((item: string | undefined, checklist: string | undefined) =>
      runWhy(context, item, checklist),
    );
}

const WHY_EXAMPLES = `
Examples:
  builder-pm why discovery
  builder-pm why`;

/** Prints the evidence for one item, or a summary for every item. */
export async function runWhy(
  context: Context,
  itemId?: string,
  checklistId?: string,
): Promise<void> {
  const state = await loadAppState(context, checklistId);
  if (itemId === undefined) return printAll(context, state);
  const { items } = state.checklist;
  const known = listItemIds(state).map((id) => items.find((item) => item.id === id) ?? { id });
  const evidence = describeItemEvidence(state, findByLabel(known, itemId).id);
  const { checklist, steps } = state;
  if (!context.json) return context.stdout.show(renderWhy, { evidence, steps });
  context.stdout.json({ checklist: checklist.id, item: toItemEvidenceJson(evidence) });
}

function printAll(context: Context, state: LoadedState): void {
  const { checklist, steps } = state;
  const entries = checklist.items.map(({ id }) => describeItemEvidence(state, id));
  if (context.json) {
    const items = entries.map(toItemEvidenceJson);
    context.stdout.json({ checklist: checklist.id, items });
  } else {
    context.stdout.show(renderWhyList, { title: checklist.title, entries, steps });
    const [first] = checklist.items;
    if (first) context.hint(`\n  See one: builder-pm why ${quotePath(labelOfItem(first))}`);
  }
}
