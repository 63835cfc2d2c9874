import type { ItemUpdate } from "../../domain/insights/item-updates.ts";
import { countBudget } from "../../domain/project/budget.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { describeUsed } from "./project.ts";

/** An item that a finished project shows, with what the linter asks about the evidence. */
export interface LintedUpdate extends ItemUpdate {
  asks: readonly { message: string; question: string }[];
}

/** The items of the reality check that a finished project shows, and where the evidence is from. */
export function renderItemUpdates(
  updates: readonly LintedUpdate[],
  { theme, width }: RenderOptions,
): string {
  return `\n${stack([
    theme.heading(
      indent("This project may show something that your reality check doesn't say yet:", width),
    ),
    ...updates.map((update) => [
      hang("  - ", update.item.title, width),
      ...describeUpdateSource(update).map((line) => theme.faint(indent(line, width, 4))),
      ...update.asks.map(({ message, question }) =>
        theme.warn(hang("    Note: ", `${message} ${question}`, width)),
      ),
    ]),
  ])}\n`;
}

/** Says where the evidence is from: the answer to a question, or what was noted on the way. */
function describeUpdateSource({ item, shown }: ItemUpdate): string[] {
  const { project, texts, question } = shown;
  if (texts.length > 0) {
    const about = question ? `You answered "${question.ask}"` : "You answered";
    return [`${about}: ${texts.join("; ")}`];
  }
  if (item.shownBy !== "withinBudget")
    return ["Your brief was written before the first pass. Were the checks good ones?"];
  return project.passes.length > 0
    ? [`You logged ${describeUsed(countBudget(project))}, and added no time.`]
    : ["You logged no pass, so nothing says how long it took."];
}
