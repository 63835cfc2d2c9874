import type { Command } from "commander";
import type { Context } from "../context.ts";
import { summarizeChecklist } from "../domain/insights/checklist-summary.ts";
import { describeHistory } from "../domain/insights/history.ts";
import { findNextStep } from "../domain/insights/next-step.ts";
import { findCurrentProject } from "../domain/progress/progress.ts";
import { toHistoryJson } from "../render/json/history.ts";
import { toStatusJson } from "../render/json/state.ts";
import { renderStatus } from "../render/text/checklist-summary.ts";
import { renderHistory } from "../render/text/history.ts";
import { loadAppState } from "./shared/app-state.ts";

/** Puts `status` on the command line. */
export function registerStatus(command: Command, context: Context): void {
  command
    .description("Shows what you answered and the one next step. Changes nothing.")
    .option(
      "--history",
      "how it went so far: every finished check, every project, and what they add up to",
    )
    .option("--json", "print the state for programs")
    .addHelpText(
      "after",
      "\nExamples:\n  builder-pm status\n  builder-pm status --history\n  builder-pm status --json",
    )
    .action(({ history }: { history?: boolean }) =>
      history ? runHistory(context) : runStatus(context),
    );
}

/** Prints where the person is. */
export async function runStatus(context: Context): Promise<void> {
  const position = await loadAppState(context);
  const summary = summarizeChecklist(position);
  const { steps, progress, store } = position;
  const project = findCurrentProject(progress);
  const origin = position.slices.find(({ id }) => id === project?.slice);
  const ended = progress.projects.filter(({ closed }) => closed);
  if (context.json)
    return context.stdout.json({
      ...toStatusJson(summary, store.file, project, steps),
      content: context.content.packs,
    });
  context.stdout.show(renderStatus, {
    summary,
    now: context.now(),
    project,
    origin,
    ended,
    steps,
  });
  if (ended.length > 0) context.hint("  How it went so far: builder-pm status --history");
}

/** Prints how it went so far. */
async function runHistory(context: Context): Promise<void> {
  const position = await loadAppState(context);
  const { checklist } = position;
  const history = describeHistory(position);
  if (context.json) return context.stdout.json(toHistoryJson(checklist.id, history));
  context.stdout.show(renderHistory, {
    history,
    title: checklist.title,
    nextStep: findNextStep(position),
  });
}
