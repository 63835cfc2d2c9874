import type { Checklist } from "../library/checklist.ts";
import type { Slice } from "../library/slice.ts";
import type { Step } from "../library/step.ts";
import { findCurrentProject, type Progress } from "../progress/progress.ts";
import { countCompletion, currentAnswers, findOpenRun, finishedRuns } from "../progress/run.ts";
import { countBudget } from "../project/budget.ts";
import type { Project } from "../project/project.ts";
import {
  isAnswered,
  listQuestionInstances,
  needsAnotherLook,
} from "../project/question-instance.ts";
import { countOf, describeSaved, joinWords } from "../text/words.ts";
import { suggestSlice } from "./suggest.ts";

/** The one thing to do now: a command that can be pasted, and why. */
export interface NextStep {
  command: string;
  reason: string;
}

/** Where a person is, as far as the next step depends on it. */
export interface AppState {
  checklist: Checklist;
  slices: readonly Slice[];
  steps: readonly Step[];
  progress: Progress;
}

/** The one next step. Every screen, and every program that asks, gets it from here. */
export function findNextStep(position: AppState): NextStep {
  const { checklist, steps, progress } = position;
  const project = findCurrentProject(progress);
  if (project) return findProjectStep(steps, project);
  const { total, answered } = countCompletion(checklist, currentAnswers(progress, checklist));
  if (answered === 0) {
    return {
      command: "builder-pm check",
      reason: `${countOf(total, "honest question")}, about ${countOf(total, "minute")}`,
    };
  }
  const open = findOpenRun(progress, checklist);
  if (open) {
    const given = countCompletion(checklist, open.answers).answered;
    return {
      command: "builder-pm check",
      reason: `${describeSaved(given, total)}, it continues where you stopped`,
    };
  }
  return findNewStart(position);
}

/**
 * Without an open project: look again after one that has ended, else start the slice that is
 * suggested.
 */
function findNewStart({ checklist, slices, progress }: AppState): NextStep {
  const ended = progress.projects.flatMap(({ closed }) => closed?.at ?? []).toSorted();
  const checked = finishedRuns(progress, checklist).at(-1)?.finishedAt ?? "";
  const isNewer = (ended.at(-1) ?? "") > checked;
  const suggestion = suggestSlice(slices, checklist, currentAnswers(progress, checklist));
  if (isNewer || !suggestion)
    return { command: "builder-pm check", reason: "see what changed since your last check" };
  return {
    command: `builder-pm start ${suggestion.slice.id}`,
    reason: describeSuggestion(suggestion),
  };
}

/**
 * The next step of an open project: the first step that is not finished, or that needs another
 * look.
 */
export function findProjectStep(steps: readonly Step[], project: Project): NextStep {
  const closing = steps.at(-1);
  const step = steps.find(
    (candidate) => !project.finished[candidate.id] || needsAnotherLook(project, candidate),
  );
  if (!step)
    return { command: "builder-pm check", reason: "see what changed since your last check" };
  const command = `builder-pm ${step.id}`;
  if (step.stopsOverBudget && closing && countBudget(project).stopped) {
    return { command: `builder-pm ${closing.id}`, reason: "the budget is used up" };
  }
  if (needsAnotherLook(project, step))
    return { command, reason: "something changed, so parts need another look" };
  const instances = listQuestionInstances(project, step);
  const answered = instances.filter((instance) => isAnswered(project, step, instance)).length;
  const reason =
    answered > 0 ? `${answered} of ${instances.length} questions answered` : step.summary;
  return { command, reason };
}

/** Why a slice is suggested: "suggested: trains spec and review, 4 hours". */
export function describeSuggestion({
  slice,
  trains,
}: {
  slice: Slice;
  trains: readonly string[];
}): string {
  const why = trains.length > 0 ? `trains ${joinWords(trains)}` : "the first one on the list";
  return `suggested: ${why}, ${countOf(slice.hours, "hour")}`;
}
