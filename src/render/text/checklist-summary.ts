import {
  type AnsweredItem,
  type ChecklistSummary,
  isShownByProject,
  type PastRun,
} from "../../domain/insights/checklist-summary.ts";
import type { Level } from "../../domain/insights/level.ts";
import type { PracticeSummary } from "../../domain/insights/practice.ts";
import { labelOfAnswer } from "../../domain/library/checklist.ts";
import { labelOfItem } from "../../domain/library/item-label.ts";
import { describeOrigin, type Origin } from "../../domain/library/origin.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import type { DueStop } from "../../domain/project/stop-rule.ts";
import { countOf, describeMoment, joinWords, quotePath } from "../../domain/text/words.ts";
import { addNotes, breakMessage, hang, indent, stack, tieEnd } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { renderBar } from "./completion-bar.ts";
import { renderDueStop } from "./due-stop.ts";
import { NARROW, renderNextStep } from "./next-step.ts";
import { describePractice } from "./practice-line.ts";
import { countEndings, renderProject } from "./project.ts";

/** What the screens about a checklist show, and the current time. */
export interface SummaryView {
  summary: ChecklistSummary;
  now: Date;
}

/** What `status` shows: also the open project, if there is one. */
export interface StatusView extends SummaryView {
  project: Project | undefined;
  /** Its stop rule, if that has come due. */
  due?: DueStop | undefined;
  /** The slice of the project, unless it was removed from the content. */
  origin?: Origin | undefined;
  closed: readonly Project[];
  steps: readonly Step[];
  /** The coding agent that looks; undefined for a person. */
  agent?: string | undefined;
  /** What the drills add up to. */
  practice?: PracticeSummary | undefined;
  /** The title of a drill that was started and isn't finished. */
  openDrill?: string | undefined;
  /** What to say about the project's folder. */
  aboutFolder?: readonly string[] | undefined;
}

/** Renders the end of a check: every item with its answer, the bar, and what to try next. */
export function renderResult({ summary, now }: SummaryView, options: RenderOptions): string {
  const { theme, width } = options;
  const { nextAction, nextStep, lastTime } = summary;
  const bar = renderBar(summary.completion, options);
  const change = lastTime && theme.faint(indent(describeLastTime(lastTime, now), width));
  return stack([
    renderChecklistTitle(summary, options),
    renderItems(summary.items, options),
    change ? [bar, change] : bar,
    renderDrafts(summary, options),
    [`  ${theme.heading("Next")}`, renderNextStep(nextStep, options)],
    nextAction === undefined ? undefined : indent(`In your own work: ${nextAction}`, width),
  ]);
}

/** Renders the status: the checklist, the open project, and the next step. */
export function renderStatus(view: StatusView, options: RenderOptions): string {
  const { summary, now, project, due, origin, steps, closed, aboutFolder, agent } = view;
  const { theme, width } = options;
  const { completion, nextStep } = summary;
  const drafted = summary.items.some(({ draft }) => draft);
  const known = completion.answered > 0 || completion.shown > 0 || drafted;
  const drills = describePracticeLines(view).map((line) => indent(line, width));
  if (!known && !project && drills.length + closed.length === 0) {
    const words = "You haven't answered anything yet. The reality check is a good place to start.";
    return stack([indent(words, width), renderNextStep(nextStep, options)]);
  }
  return stack([
    renderChecklistTitle(summary, options),
    known ? renderItems(summary.items, options) : "  You haven't taken this reality check yet.",
    known
      ? [
          renderBar(summary.completion, options),
          theme.faint(indent(describeCheck(summary, now), width)),
          ...listShownItems(summary).map((line) => theme.faint(breakMessage(line, width))),
        ]
      : [],
    renderDrafts(summary, options),
    project && renderProject({ project, steps, origin, aboutFolder, agent }, options),
    due && renderDueStop({ due, decide: steps.at(-1)?.id }, options),
    closed.length > 0
      ? indent(`Finished projects: ${closed.length} (${countEndings(closed)}).`, width)
      : [],
    drills,
    [`  ${theme.heading("Next")}`, renderNextStep(nextStep, options)],
  ]);
}

/** Says how to change an answer that isn't yes, though a project shows the item. */
function listShownItems({ items }: ChecklistSummary): string[] {
  const differing = items.filter(
    (item) => isShownByProject(item) && item.saved && item.saved.answer !== "yes",
  );
  const labels = differing.map(labelOfItem);
  const commands = labels.map((label) => `builder-pm check --item ${quotePath(label)}`);
  const shown = `  Projects show ${joinWords(labels)}, too.`;
  if (commands.length < 2)
    return commands.map((command) => `${shown} To change your answer: ${command}`);
  return [`${shown} To change your answers:`, ...commands.map((command) => `    ${command}`)];
}

function describePracticeLines({ practice, openDrill }: StatusView): string[] {
  return [
    ...(openDrill
      ? [`You've started the drill "${openDrill}". To go on: builder-pm practice`]
      : []),
    ...(practice ? [describePractice(practice) ?? []].flat() : []),
  ];
}

function describeCheck(
  { history, openRunAnswered, completion }: ChecklistSummary,
  now: Date,
): string {
  if (openRunAnswered !== undefined) {
    // In the first one, the line above has the numbers.
    if (history.length === 0) return "This reality check isn't finished.";
    const { total } = completion;
    return `You've begun to check again: ${openRunAnswered} of ${total} answered anew.`;
  }
  const last = history.at(-1);
  return last
    ? `Last answered: ${describeMoment(last.finishedAt, now)}.`
    : "You haven't taken this reality check yet.";
}

/** Renders the checklist with its answers and evidence, for when nobody can be asked. */
export function renderChecklist({ summary }: SummaryView, options: RenderOptions): string {
  const { theme, width } = options;
  const items = renderItems(summary.items, options);
  const rows = summary.items.map(({ id, saved }, index) => {
    const words = saved?.evidence ? [indent(saved.evidence, width, ITEM_MARGIN)] : [];
    const name = indent(`Item: ${id}`, width, ITEM_MARGIN);
    return [items[index], ...words, theme.faint(name)].join("\n");
  });
  return stack([
    renderChecklistTitle(summary, options),
    rows,
    renderBar(summary.completion, options),
  ]);
}

function renderChecklistTitle(
  { checklist }: ChecklistSummary,
  { theme, width }: RenderOptions,
): string {
  const title = theme.heading(hang("  ", checklist.title, width));
  return `${title}${theme.faint(describeOrigin(checklist))}`;
}

/** The columns before the title of an item, which hold the answer. */
export const ITEM_MARGIN = 11;

const levelWords: Record<Level, string> = {
  said: "you said so",
  shown: "1 project shows it",
  repeated: "2+ projects show it",
};

/** Says how strong the evidence for an item is: "1 project shows it". Returns "" for no level. */
export function describeLevel(level: Level | undefined): string {
  return level ? levelWords[level] : "";
}

/** Says how strong the evidence for an item is, and what an agent drafted if there is none. */
function describeItemNote({
  level,
  draft,
  saved,
}: Pick<AnsweredItem, "level" | "draft" | "saved">): string {
  if (isShownByProject({ level })) return describeLevel(level);
  if (saved?.evidence) return saved.vague ? levelWords.said : "with evidence";
  if (level || !draft) return describeLevel(level);
  return `your agent's draft: ${labelOfAnswer(draft.answer).toLowerCase()}`;
}

/** The parts of an item that its line shows. */
type ItemLine = Pick<AnsweredItem, "title" | "saved" | "draft" | "level"> & Origin;

/**
 * Renders items with their answers to the left and their evidence to the right, or after the title
 * if there is no room.
 */
export function renderItems(items: readonly ItemLine[], options: RenderOptions): string[] {
  const { width, isReadAloud } = options;
  const titleOf = (item: ItemLine) => `${item.title}${describeOrigin(item)}`;
  const none = isReadAloud ? "open" : "-";
  const answerOf = ({ saved }: ItemLine) =>
    `  ${(saved ? labelOfAnswer(saved.answer).toLowerCase() : none).padEnd(ITEM_MARGIN - 2)}`;
  const levels = items.map(describeItemNote);
  if (width < NARROW) {
    return items.map((item, index) => {
      const level = levels[index] ? ` (${levels[index]})` : "";
      return hang(answerOf(item), titleOf(item) + level, width);
    });
  }
  const column = Math.max(...levels.map((level) => (level ? level.length + 2 : 0)));
  return addNotes(
    items.map((item, index) => [
      hang(answerOf(item), tieEnd(titleOf(item)), width - column),
      levels[index],
    ]),
  );
}

const THEY_COUNT = "They count once you keep or change them";

/** Says that drafts of a coding agent wait, and how to look at them. */
function renderDrafts(
  { items, checklist }: ChecklistSummary,
  { theme, width }: RenderOptions,
): string[] {
  const drafted = items.filter(({ draft }) => draft);
  const [first] = drafted;
  if (!first) return [];
  const only =
    drafted.length === 1 && checklist.items.length > 1
      ? ` --item ${quotePath(labelOfItem(first))}`
      : "";
  const count = countOf(drafted.length, "answer");
  const them = drafted.length === 1 ? "It counts once you keep or change it" : THEY_COUNT;
  const words = `Your agent drafted ${count}. ${them}:`;
  return [indent(words, width), `    ${theme.command(`builder-pm check${only}`)}`];
}

function describeLastTime({ finishedAt, completion }: PastRun, now: Date): string {
  const { done, total } = completion;
  return `Last time (${describeMoment(finishedAt, now)}): yes to ${done} of ${total}`;
}
