import type { Answer } from "../domain/checklist.ts";
import type { Project } from "../domain/project.ts";
import type { AnsweredItem, PastRun, Standing } from "../domain/standing.ts";
import type { Step } from "../domain/step.ts";
import { describeAge } from "../domain/words.ts";
import { hang, indent, stack } from "./layout.ts";
import { describeEndings, renderProject } from "./project.ts";
import type { Look } from "./theme.ts";

/** What the screens about a checklist show, and the time they are shown at. */
export interface StandingView {
  standing: Standing;
  now: Date;
}

/** What `status` shows besides: the open project, if there is one. */
export interface StatusView extends StandingView {
  project: Project | undefined;
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
    `  ${theme.heading(standing.checklist.title)}`,
    standing.items.map((item) => renderItem(item, look)),
    change ? [bar, change] : bar,
    [`  ${theme.heading("Try next")}`, ...(nextAction ? [indent(nextAction, width)] : [])],
    renderNextStep(nextStep, look),
  ]);
}

/** Where the person is: the checklist, the open project, and the one next step. */
export function renderStatus({ standing, now, project, steps, ended }: StatusView, look: Look): string {
  const { theme, width } = look;
  const { completion, nextStep } = standing;
  if (completion.answered === 0 && !project && ended.length === 0) {
    const words = "You have not answered anything yet. The check is a good place to start.";
    return stack([indent(words, width), renderNextStep(nextStep, look)]);
  }
  return stack([
    `  ${theme.heading(standing.checklist.title)}`,
    completion.answered > 0 ? standing.items.map((item) => renderItem(item, look)) : "  Not taken yet.",
    completion.answered > 0
      ? [renderBar(standing, look), theme.faint(indent(describeCheck(standing, now), width))]
      : [],
    project && renderProject({ project, steps }, look),
    ended.length > 0 ? indent(`Ended projects: ${describeEndings(ended)}.`, width) : [],
    [`  ${theme.heading("Next")}`, renderNextStep(nextStep, look)],
  ]);
}

function describeCheck({ history, openRunAnswered, completion }: Standing, now: Date): string {
  if (openRunAnswered !== undefined) return `This check is open: ${openRunAnswered} of ${completion.total} answered.`;
  const last = history.at(-1);
  return last ? `Last check: ${describeAge(last.finishedAt, now)}.` : "";
}

/** The checklist with its current answers and evidence, for someone who cannot be asked. */
export function renderChecklist({ standing }: StandingView, look: Look): string {
  const { theme, width } = look;
  const rows = standing.items.map((item) => {
    const { saved, id } = item;
    const words = saved?.evidence ? [hang("      ", saved.evidence, width)] : [];
    return [renderItem(item, look), ...words, theme.faint(`      ${id}: ${saved?.answer ?? "no answer yet"}`)].join(
      "\n",
    );
  });
  return stack([`  ${theme.heading(standing.checklist.title)}`, rows, renderBar(standing, look)]);
}

/** A command on a line of its own with the reason beside it, or below it where there is no room. */
function renderNextStep({ command, reason }: Standing["nextStep"], { theme, width }: Look): string {
  const beside = `    ${command}    ${reason}`;
  if (beside.length <= width) return `    ${theme.command(command)}    ${theme.faint(reason)}`;
  return `    ${theme.command(command)}\n${theme.faint(indent(reason, width, 4))}`;
}

const marks: Record<Answer, string> = { yes: "[x]", partly: "[~]", "not-yet": "[ ]" };

function renderItem({ title, saved }: AnsweredItem, { width }: Look): string {
  return hang(`  ${saved ? marks[saved.answer] : "[ ]"} `, title, width);
}

function renderBar({ completion, items }: Standing, { theme, width }: Look): string {
  const { total, done, partly } = completion;
  const unanswered = items.filter(({ saved }) => !saved).length;
  const percent = Math.round((done / total) * 100);
  const extra = [partly > 0 ? `${partly} partly` : "", unanswered > 0 ? `${unanswered} not answered yet` : ""];
  const words = [`${done} of ${total} done (${percent}%)`, ...extra].filter(Boolean).join(", ");
  const columns = width < 60 ? 20 : 30;
  const filled = Math.round((done / total) * columns);
  const bar = theme.good("#".repeat(filled)) + theme.faint("-".repeat(columns - filled));
  const fits = 2 + columns + 2 + words.length <= width;
  return fits ? `  ${bar}  ${words}` : `  ${bar}\n${indent(words, width)}`;
}

function describeLastTime({ finishedAt, completion }: PastRun, now: Date): string {
  return `Last time, ${describeAge(finishedAt, now)}: ${completion.done} of ${completion.total}`;
}
