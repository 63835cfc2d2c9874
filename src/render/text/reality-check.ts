import {
  type ChecklistSectionView,
  describeRemovedItem,
  type ItemLine,
  listItemLines,
  listTimedCounts,
  type TimedCount,
} from "../page/checklist-lines.ts";
import { describeCount } from "./completion-bar.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";

/** Renders a checklist: a box for each item, its evidence, and how answers changed over time. */
export function renderChecklistSection(view: ChecklistSectionView): string[] {
  const { summary, gone } = view;
  const past = listTimedCounts(summary).map(renderTimedCount);
  const removed = gone.map((answer) => listEntry(escapeMarkdown(describeRemovedItem(answer))));
  return [
    `## ${escapeMarkdown(summary.checklist.title)}`,
    ...(past.length === 0 ? ["Not taken yet."] : []),
    listItemLines(view)
      .map((item) => renderItemLine(item, past.length > 0))
      .join("\n"),
    ...(past.length > 0 ? ["Over time:", past.join("\n")] : []),
    ...(removed.length > 0 ? ["### Answers to items that were removed", removed.join("\n")] : []),
  ];
}

function renderTimedCount({ when, count }: TimedCount): string {
  return listEntry(`${when}: ${describeCount(count)}`);
}

function renderItemLine(item: ItemLine, isStarted: boolean): string {
  const { title, isYes, isAnswered, answer, strength, evidence } = item;
  const line = listEntry(escapeMarkdown(title), { mark: isYes ? "- [x]" : "- [ ]" });
  if (!isAnswered && strength === "" && !isStarted) return line;
  const words = strength ? `${answer} (${strength})` : answer;
  const about = evidence ? `${words}: ${escapeMarkdown(evidence)}` : words;
  return `${line}\n${listEntry(about, { depth: 1 })}`;
}
