import { type Item, labelOfAnswer } from "../../domain/library/checklist.ts";
import { labelOfItem } from "../../domain/library/item-label.ts";
import type { SavedAnswer } from "../../domain/progress/progress.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** One item as a question: its place among the others, and what was answered before. */
export interface QuestionView {
  item: Item;
  number: number;
  total: number;
  before: SavedAnswer | undefined;
  /** What a coding agent drafted since then. */
  draft?: SavedAnswer | undefined;
}

/** The words above the choices. */
export function renderQuestion(
  { item, number, total, before, draft }: QuestionView,
  { theme, width }: RenderOptions,
): string {
  const words = before && `Your last answer: ${describeEarlierAnswer(before)}`;
  const drafted = draft && `Your agent's draft: ${describeEarlierAnswer(draft)}`;
  return `\n${stack([
    `  ${theme.faint(`Question ${number} of ${total}: ${labelOfItem(item)}`)}`,
    theme.heading(indent(item.title, width)),
    indent(item.ask, width),
    words && theme.faint(indent(words, width)),
    drafted && indent(drafted, width),
  ])}\n`;
}

/** What a good answer looks like, beside one that is too thin. */
export function renderExample(
  { good, vague }: Pick<Item, "good" | "vague">,
  { theme, width }: RenderOptions,
): string {
  return `\n${stack([
    `  ${theme.heading("What this looks like")}`,
    hang("  Good:       ", good, width),
    hang("  Too vague:  ", vague, width),
  ])}\n`;
}

/** An answer in words: "partly: sales asked twice". */
function describeEarlierAnswer({ answer, evidence }: SavedAnswer): string {
  const word = labelOfAnswer(answer).toLowerCase();
  return evidence ? `${word}, "${evidence}"` : word;
}
