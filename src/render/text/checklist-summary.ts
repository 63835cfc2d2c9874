import type {
  AnsweredItem,
  ChecklistSummary,
  PastRun,
  ShownCompletion,
} from "../../domain/insights/checklist-summary.ts";
import type { Answer } from "../../domain/library/checklist.ts";
import { describeOrigin, type Origin } from "../../domain/library/origin.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import { describeAge } from "../../domain/text/words.ts";
import { hang, indent, stack, wordsBeside } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { countEndings, renderProject } from "./project.ts";

/** What the screens about a checklist show, and the time they are shown at. */
export interface SummaryView {
  summary: ChecklistSummary;
  now: Date;
}

/** What `status` shows besides: the open project, if there is one. */
export interface StatusView extends SummaryView {
  project: Project | undefined;
  /** The slice that the project comes from, while there is one. */
  origin?: Origin | undefined;
  ended: readonly Project[];
  steps: readonly Step[];
}

/** The end of a check: every item with its answer, the bar, what changed, and what to try next. */
export function renderResult({ summary, now }: SummaryView, options: RenderOptions): string {
  const { theme, width } = options;
  const { nextAction, nextStep, lastTime } = summary;
  const bar = renderBar(summary, options);
  const change = lastTime && theme.faint(indent(describeLastTime(lastTime, now), width));
  return stack([
    renderChecklistTitle(summary, options),
    renderItems(summary.items, options),
    change ? [bar, change] : bar,
    [`  ${theme.heading("Try next")}`, ...(nextAction ? [indent(nextAction, width)] : [])],
    renderNextStep(nextStep, options),
  ]);
}

/** Where the person is: the checklist, the open project, and the one next step. */
export function renderStatus(
  { summary, now, project, origin, steps, ended }: StatusView,
  options: RenderOptions,
): string {
  const { theme, width } = options;
  const { completion, nextStep } = summary;
  const known = completion.answered > 0 || completion.shown > 0;
  if (!known && !project && ended.length === 0) {
    const words = "You have not answered anything yet. The check is a good place to start.";
    return stack([indent(words, width), renderNextStep(nextStep, options)]);
  }
  return stack([
    renderChecklistTitle(summary, options),
    known ? renderItems(summary.items, options) : "  Not taken yet.",
    known
      ? [renderBar(summary, options), theme.faint(indent(describeCheck(summary, now), width))]
      : [],
    project && renderProject({ project, steps, origin }, options),
    ended.length > 0 ? indent(`Ended projects: ${countEndings(ended)}.`, width) : [],
    [`  ${theme.heading("Next")}`, renderNextStep(nextStep, options)],
  ]);
}

function describeCheck(
  { history, openRunAnswered, completion }: ChecklistSummary,
  now: Date,
): string {
  if (openRunAnswered !== undefined)
    return `This check is open: ${openRunAnswered} of ${completion.total} answered.`;
  const last = history.at(-1);
  return last
    ? `Last check: ${describeAge(last.finishedAt, now)}.`
    : "This check is not taken yet.";
}

/** The checklist with its current answers and evidence, for someone who cannot be asked. */
export function renderChecklist({ summary }: SummaryView, options: RenderOptions): string {
  const { theme, width } = options;
  const items = renderItems(summary.items, options);
  const rows = summary.items.map(({ saved, id }, index) => {
    const words = saved?.evidence ? [hang("      ", saved.evidence, width)] : [];
    return [
      items[index],
      ...words,
      theme.faint(`      ${id}: ${saved?.answer ?? "no answer yet"}`),
    ].join("\n");
  });
  return stack([renderChecklistTitle(summary, options), rows, renderBar(summary, options)]);
}

/** A command on a line of its own with the reason beside it, or below it where there is no room. */
export function renderNextStep(
  { command, reason }: ChecklistSummary["nextStep"],
  { theme, width }: RenderOptions,
): string {
  const beside = `    ${command}    ${reason}`;
  if (beside.length <= width) return `    ${theme.command(command)}    ${theme.faint(reason)}`;
  return `    ${theme.command(command)}\n${theme.faint(indent(reason, width, 4))}`;
}

function renderChecklistTitle(
  { checklist }: ChecklistSummary,
  { theme, width }: RenderOptions,
): string {
  return `${theme.heading(hang("  ", checklist.title, width))}${theme.faint(describeOrigin(checklist))}`;
}

/** Below so many columns there is no room beside a text. */
const NARROW = 60;

const marks: Record<Answer, string> = { yes: "[x]", partly: "[~]", "not-yet": "[ ]" };

/** What a line about an item shows. */
type MarkedItem = Pick<AnsweredItem, "title" | "saved" | "level"> & Origin;

function nameItem(item: MarkedItem): string {
  return `${item.title}${describeOrigin(item)}`;
}

/**
 * The items with their marks, and the level of each to the right; after the title where there is
 * no room for that.
 */
export function renderItems(items: readonly MarkedItem[], { width }: RenderOptions): string[] {
  const markOf = ({ saved }: MarkedItem) => `  ${saved ? marks[saved.answer] : "[ ]"} `;
  if (width < NARROW) {
    return items.map((item) =>
      hang(markOf(item), nameItem(item) + (item.level ? ` (${item.level})` : ""), width),
    );
  }
  const longest = Math.max(...items.map(({ level }) => (level ? level.length + 2 : 0)));
  return wordsBeside(
    items.map((item) => [hang(markOf(item), nameItem(item), width - longest), item.level]),
  );
}

function renderBar(
  { completion, items }: ChecklistSummary,
  { theme, width }: RenderOptions,
): string {
  const { total, done } = completion;
  const unanswered = items.filter(({ saved }) => !saved).length;
  const words =
    describeCompletion(completion) + (unanswered > 0 ? `, ${unanswered} not answered yet` : "");
  const columns = width < NARROW ? 20 : 30;
  const filled = Math.round((done / total) * columns);
  const bar = theme.good("#".repeat(filled)) + theme.faint("-".repeat(columns - filled));
  const fits = 2 + columns + 2 + words.length <= width;
  return fits ? `  ${bar}  ${words}` : `  ${bar}\n${indent(words, width)}`;
}

/**
 * How far the checklist is, in words: "2 of 5 done (40%), 1 partly, 1 shown". A count of none is
 * left out.
 */
export function describeCompletion({ total, done, partly, shown }: ShownCompletion): string {
  const percent = Math.round((done / total) * 100);
  const counts = [partly > 0 ? `${partly} partly` : "", shown > 0 ? `${shown} shown` : ""];
  return [`${done} of ${total} done (${percent}%)`, ...counts].filter(Boolean).join(", ");
}

/** How far a finished check came, in words: "2 of 5 done, 1 partly". */
export function describeCount({ done, total, partly }: PastRun["completion"]): string {
  return `${done} of ${total} done${partly > 0 ? `, ${partly} partly` : ""}`;
}

function describeLastTime({ finishedAt, completion }: PastRun, now: Date): string {
  return `Last time, ${describeAge(finishedAt, now)}: ${completion.done} of ${completion.total}`;
}
