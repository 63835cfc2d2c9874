import type { ItemUpdate } from "../../domain/insights/item-updates.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** The items of the reality check that a finished project shows, with the evidence. */
export function renderItemUpdates(
  updates: readonly ItemUpdate[],
  { theme, width }: RenderOptions,
): string {
  return `\n${stack([
    theme.heading(
      indent("This project shows something that your reality check doesn't say yet:", width),
    ),
    ...updates.map(({ item, evidence }) => [
      hang("  - ", item.title, width),
      theme.faint(indent(evidence, width, 4)),
    ]),
  ])}\n`;
}
