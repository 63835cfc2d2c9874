import type { AnsweredItem, ChecklistSummary } from "../../domain/insights/checklist-summary.ts";
import type { RemovedAnswer } from "../../domain/insights/history.ts";
import type { Level } from "../../domain/insights/level.ts";
import { listPortfolio } from "../../domain/insights/portfolio.ts";
import { labelOfAnswer } from "../../domain/library/checklist.ts";
import type { Slice } from "../../domain/library/slice.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { stack } from "../layout.ts";
import { describeCompletion, describeCount } from "./checklist-summary.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { renderPortfolio } from "./portfolio.ts";
import { type ProjectReportView, renderProjectReport } from "./project-report.ts";

/** What the report is made of. It holds no clock: the same answers give the same bytes. */
export interface ReportView {
  summary: ChecklistSummary;
  slices: readonly Slice[];
  steps: readonly Step[];
  projects: readonly Project[];
  /** Answers to items that have left the checklist. */
  gone?: readonly RemovedAnswer[];
}

/**
 * The report in markdown that pastes everywhere: headings, bold, one task list with notes, plain
 * lists.
 */
export function renderReport({ summary, slices, steps, projects, gone = [] }: ReportView): string {
  const { checklist, completion, history, nextAction, nextStep } = summary;
  return stack([
    "# Builder PM progress",
    describeLastAnswer(summary),
    `## ${escapeMarkdown(checklist.title)}`,
    `**${describeCompletion(completion)}**`,
    summary.items.map(renderItem),
    ...(gone.length > 0
      ? ["### Answers to items that are gone", gone.map(renderRemovedAnswer)]
      : []),
    "## History",
    history.length === 0
      ? "No check is finished yet."
      : history.map(({ finishedAt, completion }) =>
          listEntry(`${formatDay(finishedAt)}: ${describeCount(completion)}`),
        ),
    "## Next step",
    [
      ...(nextAction ? [listEntry(escapeMarkdown(nextAction))] : []),
      listEntry(`**${escapeMarkdown(nextStep.command)}**: ${escapeMarkdown(nextStep.reason)}`),
    ],
    ...renderPortfolio(listPortfolio(checklist, steps, projects)),
    ...projects.flatMap((project) =>
      renderProjectReport({ ...findParts(project, steps, slices), inPortfolio: true }),
    ),
    "## Starter slices",
    slices.map(renderSliceEntry),
  ]);
}

/** One project alone, as a page of its own. */
export function renderProjectPage(
  project: Project,
  steps: readonly Step[],
  slices: readonly Slice[],
): string {
  const [title = "", ...sections] = renderProjectReport(findParts(project, steps, slices));
  return stack([
    title.replace(/^## /, "# "),
    ...sections.map((section) => section.replace(/^##(#+ )/gm, "#$1")),
  ]);
}

function findParts(
  project: Project,
  steps: readonly Step[],
  slices: readonly Slice[],
): ProjectReportView {
  return { project, steps, slice: slices.find(({ id }) => id === project.slice) };
}

function describeLastAnswer({ items }: ChecklistSummary): string {
  const times = items.flatMap(({ saved }) => (saved ? [saved.answeredAt] : []));
  const last = times.toSorted().at(-1);
  return last ? `Last answer on ${formatDay(new Date(last))}.` : "Nothing is answered yet.";
}

function renderItem({ title, saved, level }: AnsweredItem): string {
  const words = escapeMarkdown(title) + (level ? ` (${levelWords[level]})` : "");
  const entry = listEntry(words, { mark: saved?.answer === "yes" ? "- [x]" : "- [ ]" });
  return `${entry}\n${listEntry(describeSavedAnswer(saved), { depth: 1 })}`;
}

function renderRemovedAnswer({ id, answer, evidence }: RemovedAnswer): string {
  return listEntry(
    `${escapeMarkdown(id)}: ${labelOfAnswer(answer)}${evidence ? `: ${escapeMarkdown(evidence)}` : ""}`,
  );
}

const levelWords: Record<Level, string> = {
  said: "said, not shown yet",
  shown: "shown by one project",
  repeated: "shown by two or more projects",
};

function describeSavedAnswer(saved: AnsweredItem["saved"]): string {
  if (!saved) return "Not answered yet";
  const answer = labelOfAnswer(saved.answer);
  return saved.evidence ? `${answer}: ${escapeMarkdown(saved.evidence)}` : answer;
}

function renderSliceEntry({ id, title, hours, trains }: Slice): string {
  const about = `${countOf(hours, "hour")}, trains ${joinWords(trains)}`;
  return listEntry(
    `**${escapeMarkdown(title)}** (${escapeMarkdown(id)}): ${escapeMarkdown(about)}`,
  );
}
