import type { AnsweredItem, ChecklistSummary } from "../../domain/insights/checklist-summary.ts";
import type { RemovedAnswer } from "../../domain/insights/history.ts";
import { describeShownEvidence } from "../../domain/insights/item-updates.ts";
import type { PortfolioEntry } from "../../domain/insights/portfolio.ts";
import { labelOfAnswer } from "../../domain/library/checklist.ts";
import { describeCount, describeLevel } from "./checklist-summary.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";

/** A checklist as a section of the progress page. */
export interface ChecklistSectionView {
  summary: ChecklistSummary;
  /** The portfolio above it. Evidence that it shows isn't repeated. */
  portfolio: readonly PortfolioEntry[];
  /** Answers to items that were removed from the checklist. */
  gone: readonly RemovedAnswer[];
}

/** Renders a checklist: a box for each item, its evidence, and how answers changed over time. */
export function renderChecklistSection({
  summary,
  portfolio,
  gone,
}: ChecklistSectionView): string[] {
  const { checklist, items } = summary;
  const past = listCounts(summary);
  return [
    `## ${escapeMarkdown(checklist.title)}`,
    ...(past.length === 0 ? ["Not taken yet."] : []),
    items.map((item) => renderItem(item, portfolio, past.length > 0)).join("\n"),
    ...(past.length > 0 ? ["Over time:", past.join("\n")] : []),
    ...(gone.length > 0
      ? ["### Answers to items that were removed", gone.map(renderRemovedAnswer).join("\n")]
      : []),
  ];
}

/** Lists the result of each finished check, and the current one if it isn't finished. */
function listCounts({ history, items, completion, openRunAnswered }: ChecklistSummary): string[] {
  const finished = history.map(({ finishedAt, completion: count }) =>
    listEntry(`${formatDay(finishedAt)}: ${describeCount(count)}`),
  );
  const last = items
    .flatMap(({ saved }) => (saved ? [saved.answeredAt] : []))
    .toSorted()
    .at(-1);
  if (openRunAnswered === undefined || last === undefined) return finished;
  const day = formatDay(new Date(last));
  return [...finished, listEntry(`${day}, not finished: ${describeCount(completion)}`)];
}

function renderItem(
  item: AnsweredItem,
  portfolio: readonly PortfolioEntry[],
  isStarted: boolean,
): string {
  const { title, saved, level } = item;
  const mark = saved?.answer === "yes" ? "- [x]" : "- [ ]";
  const line = listEntry(escapeMarkdown(title), { mark });
  if (!saved && !level && !isStarted) return line;
  const answer = saved ? labelOfAnswer(saved.answer) : "Not answered yet";
  const strength = level === "said" ? "no finished project shows it yet" : describeLevel(level);
  const words = strength ? `${answer} (${strength})` : answer;
  const evidence = renderEvidence(item, portfolio);
  return `${line}\n${listEntry(evidence ? `${words}: ${evidence}` : words, { depth: 1 })}`;
}

/** Renders the evidence for an item, or names the project above that has it. */
function renderEvidence({ id, saved }: AnsweredItem, portfolio: readonly PortfolioEntry[]): string {
  if (!saved?.evidence) return "";
  const source = portfolio.find(({ project, shown }) =>
    shown.some(
      ({ item, texts }) =>
        item.id === id &&
        [texts.join("; "), describeShownEvidence({ project, texts })].includes(
          saved.evidence ?? "",
        ),
    ),
  );
  return source ? `see ${escapeMarkdown(source.project.title)}` : escapeMarkdown(saved.evidence);
}

function renderRemovedAnswer({ id, answer, evidence }: RemovedAnswer): string {
  const words = evidence ? `: ${escapeMarkdown(evidence)}` : "";
  return listEntry(`${escapeMarkdown(id)}: ${labelOfAnswer(answer)}${words}`);
}
