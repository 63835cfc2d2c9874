import type { Checklist } from "../library/checklist.ts";
import type { Drill } from "../library/drill.ts";
import { labelOfItem } from "../library/item-label.ts";
import type { Slice } from "../library/slice.ts";
import type { Step } from "../library/step.ts";
import { findCurrentProject, type Progress } from "../progress/progress.ts";
import { countCompletion, currentAnswers, findOpenRun, finishedRuns } from "../progress/run.ts";
import { countBudget, LOG_COMMAND } from "../project/budget.ts";
import { findAnswer, type Project } from "../project/project.ts";
import { isAnswered, needsAnotherLook } from "../project/question-instance.ts";
import { listNumbered } from "../project/question-place.ts";
import { findReport } from "../project/report-state.ts";
import { countOf, describeSaved, joinWords } from "../text/words.ts";
import { type DrillSuggestion, type Suggestion, suggestDrill, suggestSlice } from "./suggest.ts";

/** The next thing to do: a command to paste, and the reason. */
export interface NextStep {
  command: string;
  reason: string;
}

/** The content and progress that the next step depends on. */
export interface AppState {
  checklist: Checklist;
  slices: readonly Slice[];
  steps: readonly Step[];
  /** Drills that can be suggested. */
  drills?: readonly Drill[];
  progress: Progress;
}

/** Finds the next step. All screens and JSON use this. */
export function findNextStep(state: AppState): NextStep {
  const { checklist, steps, progress } = state;
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
      reason: `${describeSaved(given, total)}; continue where you stopped`,
    };
  }
  return findNewStart(state);
}

/**
 * Finds the next step without an open project: a new check after a closed project, else the
 * suggested drill or slice.
 */
function findNewStart({ checklist, slices, drills = [], progress }: AppState): NextStep {
  const closedAt = progress.projects.flatMap(({ closed }) => closed?.at ?? []).toSorted();
  const checked = finishedRuns(progress, checklist).at(-1)?.finishedAt ?? "";
  const isNewer = (closedAt.at(-1) ?? "") > checked;
  const answers = currentAnswers(progress, checklist);
  const practice = suggestDrill(drills, checklist, answers, progress.practice);
  if (practice && !isNewer) return describeDrillSuggestion(practice);
  const suggestion = suggestSlice(slices, checklist, answers, progress.projects);
  if (isNewer || !suggestion)
    return {
      command: "builder-pm check",
      reason: "see what changed since your last reality check",
    };
  return {
    command: `builder-pm start ${suggestion.slice.id}`,
    reason: describeSuggestion(suggestion),
  };
}

/**
 * Finds the next step of an open project: the first one that isn't finished or needs another look.
 */
export function findProjectStep(steps: readonly Step[], project: Project): NextStep {
  const closing = steps.at(-1);
  const step = steps.find(
    (candidate) => !project.finished[candidate.id] || needsAnotherLook(project, candidate),
  );
  if (!step)
    return {
      command: "builder-pm check",
      reason: "see what changed since your last reality check",
    };
  const command = `builder-pm ${step.id}`;
  if (step.stopsOverBudget && closing && countBudget(project).stopped) {
    return {
      command: `builder-pm ${closing.id}`,
      reason: "the budget is used up, so make your decision, cut scope or add time",
    };
  }
  if (needsAnotherLook(project, step))
    return { command, reason: "something changed, so parts need another look" };
  if (awaitsPass(steps, project, step))
    return {
      command: LOG_COMMAND,
      reason: "once your agent has built it",
    };
  const numbered = listNumbered(project, step);
  const answered = numbered.filter((instance) => isAnswered(project, step, instance)).length;
  const reason = answered > 0 ? describeAnswered(answered, numbered.length) : step.summary;
  return { command, reason };
}

/**
 * Returns true if there is nothing to judge yet: the spec is locked, and since then no pass was
 * logged, no report came in and no verdict was given.
 */
function awaitsPass(steps: readonly Step[], project: Project, step: Step): boolean {
  const judging = step.questions.find(({ verdicts }) => verdicts);
  const locking = steps.find(({ locks }) => locks?.some((id) => project.locked.includes(id)));
  const since = locking && project.finished[locking.id];
  if (!judging || !since || findAnswer(project, `${step.id}.${judging.id}`)) return false;
  if (findReport(project)) return false;
  return !project.passes.some(({ at }) => Date.parse(at) >= Date.parse(since));
}

function describeAnswered(answered: number, total: number): string {
  if (answered < total) return `${answered} of ${total} questions answered`;
  return "every question is answered; run it to finish";
}

function describeDrillSuggestion({ drill, trains }: DrillSuggestion): NextStep {
  const items = joinWords(trains.map(labelOfItem));
  const reason = `suggested: ${countOf(drill.minutes, "minute")}; good practice for ${items}`;
  return { command: `builder-pm practice ${drill.id}`, reason };
}

/** Says why a slice is suggested: "suggested: 4 hours; good practice for specs and reviews". */
export function describeSuggestion({ slice, trains, isDone }: Suggestion): string {
  const practice =
    trains.length > 0
      ? `good practice for ${joinWords(trains.map(labelOfItem))}`
      : "the next one on the list";
  const why = isDone ? `you've done it before; again ${practice}` : practice;
  return `suggested: ${countOf(slice.hours, "hour")}; ${why}`;
}
