import type { AnsweredItem, ChecklistSummary } from "../../domain/insights/checklist-summary.ts";
import type { RemovedAnswer } from "../../domain/insights/history.ts";

import { listPortfolio } from "../../domain/insights/portfolio.ts";
import { type Item, labelOfAnswer } from "../../domain/library/checklist.ts";
import type { Rule } from "../../domain/library/rule.ts";
import { listStarters, type Slice } from "../../domain/library/slice.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";

import { stack } from "../layout.ts";
import { describeCompletion, describeCount, describeLevel } from "./checklist-summary.ts";
import { formatDay } from "./dates.ts";
import { escapeMarkdown, listEntry } from "./markdown.ts";
import { renderPortfolio } from "./portfolio.ts";
import { type ProjectSectionsView, renderProjectSections } from "./project-sections.ts";
import { describeSlice } from "./slices.ts";

/** The contents of the progress page. It has no clock: the same answers give the same bytes. */
export interface ProgressPageView {
  summary: ChecklistSummary;
  slices: readonly Slice[];
  steps: readonly Step[];
  projects: readonly Project[];
  /** The items of all checklists, for the names of what slices are good practice for. */
  items: readonly Item[];
  rules?: readonly Rule[] | undefined;
  /** Answers to items that were removed from the checklist. */
  gone?: readonly RemovedAnswer[];
}

/** Renders the progress page as markdown that pastes everywhere: headings, bold and lists. */
export function renderProgressPage(view: ProgressPageView): string {
  const { summary, slices, steps, projects, gone = [] } = view;
  const { checklist, completion, history, nextAction, nextStep } = summary;
  return stack([
    "# Builder PM progress",
    describeLastAnswer(summary),
    `## ${escapeMarkdown(checklist.title)}`,
    `**${describeCompletion(completion)}**`,
    summary.items.map(renderItem),
    ...(gone.length > 0
      ? ["### Answers to items that were removed", gone.map(renderRemovedAnswer)]
      : []),
    "## History",
    history.length === 0
      ? "You haven't finished a reality check yet."
      : history.map(({ finishedAt, completion }) =>
          listEntry(`${formatDay(finishedAt)}: You said ${describeCount(completion)}`),
        ),
    "## Next step",
    [
      ...(nextAction ? [listEntry(escapeMarkdown(nextAction))] : []),
      listEntry(`**${escapeMarkdown(nextStep.command)}** (${escapeMarkdown(nextStep.reason)})`),
    ],
    ...renderPortfolio(listPortfolio(checklist, steps, projects)),
    ...projects.flatMap((project) =>
      renderProjectSections({ ...findProjectContent(view, project), inPortfolio: true }),
    ),
    "## Starter slices",
    listStarters(slices).map((slice) => renderSliceEntry(slice, view.items)),
  ]);
}

/** Renders one project as a page of its own. */
export function renderProjectPage(view: ProjectContent, project: Project): string {
  const [title = "", ...sections] = renderProjectSections(findProjectContent(view, project));
  return stack([
    title.replace(/^## /, "# "),
    ...sections.map((section) => section.replace(/^##(#+ )/gm, "#$1")),
  ]);
}

/** The content that the page of a project uses. */
type ProjectContent = Pick<ProgressPageView, "steps" | "slices" | "rules">;

function findProjectContent(
  { steps, slices, rules }: ProjectContent,
  project: Project,
): ProjectSectionsView {
  return { project, steps, rules, slice: slices.find(({ id }) => id === project.slice) };
}

function describeLastAnswer({ items }: ChecklistSummary): string {
  const times = items.flatMap(({ saved }) => (saved ? [saved.answeredAt] : []));
  const last = times.toSorted().at(-1);
  return last
    ? `Last answer on ${formatDay(new Date(last))}.`
    : "You haven't taken the reality check yet.";
}

function renderItem({ title, saved, level }: AnsweredItem): string {
  const answer = saved ? labelOfAnswer(saved.answer) : "Not answered yet";
  const words = level ? `${answer} (${describeLevel(level)})` : answer;
  const evidence = saved?.evidence ? `: ${escapeMarkdown(saved.evidence)}` : "";
  return [listEntry(escapeMarkdown(title)), listEntry(`${words}${evidence}`, { depth: 1 })].join(
    "\n",
  );
}

function renderRemovedAnswer({ id, answer, evidence }: RemovedAnswer): string {
  const words = evidence ? `: ${escapeMarkdown(evidence)}` : "";
  return listEntry(`${escapeMarkdown(id)}: ${labelOfAnswer(answer)}${words}`);
}

function renderSliceEntry(slice: Slice, items: readonly Item[]): string {
  const [id, title, about] = [slice.id, slice.title, describeSlice(slice, items)].map(
    escapeMarkdown,
  );
  return listEntry(`**${title}** (${id}): ${about}`);
}
