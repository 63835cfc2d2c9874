import type { Command } from "commander";
import type { Context } from "../context.ts";
import { summarizeChecklist } from "../domain/insights/checklist-summary.ts";
import { describeHistory } from "../domain/insights/history.ts";
import { findNextStep } from "../domain/insights/next-step.ts";
import { summarizePractice } from "../domain/insights/practice.ts";
import { findOpenDrill } from "../domain/practice/attempt.ts";
import { findCurrentProject, type Progress } from "../domain/progress/progress.ts";
import type { Project } from "../domain/project/project.ts";
import { findDueStop } from "../domain/project/stop-rule.ts";
import { countOf } from "../domain/text/words.ts";
import { toHistoryJson } from "../render/json/history.ts";
import { toPracticeJson } from "../render/json/practice.ts";
import { toStatusJson } from "../render/json/state.ts";
import { renderStatus } from "../render/text/checklist-summary.ts";
import { renderHistory } from "../render/text/history.ts";
import { loadShownState } from "./shared/app-state.ts";
import { describeChangedPage } from "./shared/changed-page.ts";
import { describeFolder } from "./shared/work-folder.ts";

/** Registers the `status` command. */
export function registerStatus(command: Command, context: Context): void {
  command
    .description("Shows your answers, your open project and the next step. Changes nothing.")
    .option("--history", "show every finished reality check, every project and the totals")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  builder-pm status\n  builder-pm status --history\n  builder-pm status --json",
    )
    .action(({ history }: { history?: boolean }) =>
      history ? runHistory(context) : runStatus(context),
    );
}

/** Prints the answers, the open project and the next step. */
export async function runStatus(context: Context): Promise<void> {
  const state = await loadShownState(context);
  const summary = summarizeChecklist(state);
  const { steps, progress, store } = state;
  const project = findCurrentProject(progress);
  const due = project && findDueStop(steps, project, context.now());
  const origin = state.slices.find(({ id }) => id === project?.slice);
  const closed = progress.projects.filter((candidate) => candidate.closed);
  const practice = summarizePractice(progress.practice);
  if (context.json)
    return context.stdout.json({
      ...toStatusJson(summary, store.file, project, { steps, agent: context.agent }),
      practice: toPracticeJson(practice),
      content: context.content.packs,
    });
  context.stdout.show(renderStatus, {
    summary,
    now: context.now(),
    project,
    due,
    origin,
    closed,
    // Each text of a view is made safe to print, so it only gets what it shows.
    steps: project ? steps : [],
    agent: context.agent,
    practice,
    openDrill: findOpenDrill(progress.practice),
    aboutFolder: project && [
      ...describeFolder(context, project),
      ...(await describeChangedPage(context, { ...state, project })),
      ...describeOthers(progress, project),
    ],
  });
  if (closed.length > 0) context.hint("\n  See your history: builder-pm status --history");
}

/** Says how many other projects are open. */
function describeOthers({ projects }: Progress, { uid }: Project): string[] {
  const { length } = projects.filter((other) => !other.closed && other.uid !== uid);
  if (length === 0) return [];
  return [
    `${countOf(length, "other project")} ${length === 1 ? "is" : "are"} open: builder-pm projects`,
  ];
}

/** Prints the history of checks and projects. */
async function runHistory(context: Context): Promise<void> {
  const state = await loadShownState(context);
  const { checklist } = state;
  const history = describeHistory(state);
  if (context.json) return context.stdout.json(toHistoryJson(checklist.id, history));
  context.stdout.show(renderHistory, {
    history,
    title: checklist.title,
    steps: state.steps,
    nextStep: findNextStep(state),
  });
}
