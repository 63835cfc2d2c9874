import type {
  AnsweredItem,
  ChecklistSummary,
  PastRun,
} from "../../domain/insights/checklist-summary.ts";
import type { RemovedAnswer } from "../../domain/insights/history.ts";
import { describeShownEvidence } from "../../domain/insights/item-updates.ts";
import type { PortfolioEntry } from "../../domain/insights/portfolio.ts";
import { labelOfAnswer } from "../../domain/library/checklist.ts";
import { describeLevel } from "../text/checklist-summary.ts";
import { formatDay } from "../text/dates.ts";

/** A checklist as a section of the progress page. */
export interface ChecklistSectionView {
  summary: ChecklistSummary;
  /** The portfolio above it. Evidence that it shows isn't repeated. */
  portfolio: readonly PortfolioEntry[];
  /** Answers to items that were removed from the checklist. */
  gone: readonly RemovedAnswer[];
}

/** An item of a checklist as people read it. */
export interface ItemLine {
  title: string;
  isYes: boolean;
  /** True if it was answered at all. */
  isAnswered: boolean;
  /** The answer in words. */
  answer: string;
  /** How strong the evidence is; "" if there is nothing to say. */
  strength: string;
  evidence: string;
}

/** Lists the items of a checklist with what a reader should know about each. */
export function listItemLines({
  summary,
  portfolio,
}: Omit<ChecklistSectionView, "gone">): ItemLine[] {
  return summary.items.map((item) => {
    const { title, saved } = item;
    return {
      title,
      isYes: saved?.answer === "yes",
      isAnswered: saved !== undefined,
      answer: saved ? labelOfAnswer(saved.answer) : "Not answered yet",
      strength: describeStrength(item),
      evidence: findShownEvidence(item, portfolio),
    };
  });
}

function describeStrength(item: AnsweredItem): string {
  return item.level === "said" ? "no finished project shows it yet" : describeLevel(item.level);
}

/** Returns the evidence for an item, or names the project above that has it. */
function findShownEvidence(
  { id, saved }: AnsweredItem,
  portfolio: readonly PortfolioEntry[],
): string {
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
  return source ? `see ${source.project.title}` : saved.evidence;
}

/** The result of a check at a time. */
export interface TimedCount {
  when: string;
  count: PastRun["completion"];
}

/** Lists the result of each finished check, and the current one if it isn't finished. */
export function listTimedCounts(summary: ChecklistSummary): TimedCount[] {
  const { history, items, completion, openRunAnswered } = summary;
  const finished = history.map(({ finishedAt, completion: count }) => ({
    when: formatDay(finishedAt),
    count,
  }));
  const last = items
    .flatMap(({ saved }) => (saved ? [saved.answeredAt] : []))
    .toSorted()
    .at(-1);
  if (openRunAnswered === undefined || last === undefined) return finished;
  return [...finished, { when: `${formatDay(new Date(last))}, not finished`, count: completion }];
}

/** Says what was answered to an item that was removed. */
export function describeRemovedItem({ id, answer, evidence }: RemovedAnswer): string {
  return `${id}: ${labelOfAnswer(answer)}${evidence ? `: ${evidence}` : ""}`;
}
