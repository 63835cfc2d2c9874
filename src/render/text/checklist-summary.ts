import type {
  AnsweredItem,
  PastRun,
  ShownCompletion,
  Standing,
} from "../../domain/insights/checklist-summary.ts";
import type { Answer } from "../../domain/library/checklist.ts";
import { describeOrigin, type Origin } from "../../domain/library/origin.ts";
import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import { describeAge } from "../../domain/text/words.ts";
import { hang, indent, stack, wordsBeside } from "../layout.ts";
import type { Look } from "../theme.ts";
import { describeEndings, renderProject } from "./project.ts";

/** What the screens about a checklist show, and the time they are shown at. */
export interface StandingView {
  standing: Standing;
  now: Date;
}

/** What `status` shows besides: the open project, if there is one. */
export interface StatusView extends StandingView {
  project: Project | undefined;
  /** The slice that the project comes from, while there is one. */
  origin?: Origin | undefined;
  ended: readonly Project[];
  steps: readonly Step[];
}

/** The end of a check: every item with its answer, the bar, what changed, and what to try next. */
export function renderResult({ standing, now }: StandingView, look: Look): string {
  const { theme, width } = look;
  const { nextAction, nextStep, lastTime } = standing;
  const bar = renderBar(standing, look);
  const change = lastTime && theme.faint(indent(describeLastTime(lastTime, now), width));
  return stack([
    renderTitle(standing, look),
    renderItems(standing.items, look),
    change ? [bar, change] : bar,
    [`  ${theme.heading("Try next")}`, ...(nextAction ? [indent(nextAction, width)] : [])],
    renderNextStep(nextStep, look),
  ]);
}

/** Where the person is: the checklist, the open project, and the one next step. */
export function renderStatus(
  { standing, now, project, origin, steps, ended }: StatusView,
  look: Look,
): string {
  const { theme, width } = look;
  const { completion, nextStep } = standing;
  const known = completion.answered > 0 || completion.shown > 0;
  if (!known && !project && ended.length === 0) {
    const words = "You have not answered anything yet. The check is a good place to start.";
    return stack([indent(words, width), renderNextStep(nextStep, look)]);
  }
  return stack([
    renderTitle(standing, look),
    known ? renderItems(standing.items, look) : "  Not taken yet.",
    known
      ? [renderBar(standing, look), theme.faint(indent(describeCheck(standing, now), width))]
      : [],
    project && renderProject({ project, steps, origin }, look),
    ended.length > 0 ? indent(`Ended projects: ${describeEndings(ended)}.`, width) : [],
    [`  ${theme.heading("Next")}`, renderNextStep(nextStep, look)],
  ]);
}

function describeCheck({ history, openRunAnswered, completion }: Standing, now: Date): string {
  if (openRunAnswered !== undefined)
    return `This check is open: ${openRunAnswered} of ${completion.total} answered.`;
  const last = history.at(-1);
  return last
    ? `Last check: ${describeAge(last.finishedAt, now)}.`
    : "This check is not taken yet.";
}

/** The checklist with its current answers and evidence, for someone who cannot be asked. */
export function renderChecklist({ standing }: StandingView, look: Look): string {
  const { theme, width } = look;
  const items = renderItems(standing.items, look);
  const rows = standing.items.map(({ saved, id }, index) => {
    const words = saved?.evidence ? [hang("      ", saved.evidence, width)] : [];
    return [
      items[index],
      ...words,
      theme.faint(`      ${id}: ${saved?.answer ?? "no answer yet"}`),
    ].join("\n");
  });
  return stack([renderTitle(standing, look), rows, renderBar(standing, look)]);
}

/** A command on a line of its own with the reason beside it, or below it where there is no room. */
export function renderNextStep(
  { command, reason }: Standing["nextStep"],
  { theme, width }: Look,
): string {
  const beside = `    ${command}    ${reason}`;
  if (beside.length <= width) return `    ${theme.command(command)}    ${theme.faint(reason)}`;
  return `    ${theme.command(command)}\n${theme.faint(indent(reason, width, 4))}`;
}

function renderTitle({ checklist }: Standing, { theme, width }: Look): string {
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
export function renderItems(items: readonly MarkedItem[], { width }: Look): string[] {
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

function renderBar({ completion, items }: Standing, { theme, width }: Look): string {
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
