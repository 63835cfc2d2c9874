import type { Checklist, Item } from "../library/checklist.ts";
import type { Drill } from "../library/drill.ts";
import { labelOfItem } from "../library/item-label.ts";
import { writeRedo } from "../library/question-name.ts";
import type { Slice } from "../library/slice.ts";
import type { Step } from "../library/step.ts";
import { findCurrentProject, type Progress } from "../progress/progress.ts";
import { countCompletion, currentAnswers, findOpenRun, finishedRuns } from "../progress/run.ts";
import { countBudget, LOG_COMMAND } from "../project/budget.ts";
import { findProjectIn } from "../project/folder.ts";
import { describeReason, findAnswer, type Project } from "../project/project.ts";
import { needsAnotherLook } from "../project/question-instance.ts";
import { findReport } from "../project/report-state.ts";
import { countOf, describeSaved, joinWords } from "../text/words.ts";
import { findStepJudgment } from "./judgment-changes.ts";
import { listParked } from "./parked.ts";
import { describeStepProgress } from "./step-progress.ts";
import {
  type DrillSuggestion,
  listOpenItems,
  type Suggestion,
  suggestDrill,
  suggestSlice,
} from "./suggest.ts";

/** The next thing to do: a command to paste, and the reason. */
export interface NextStep {
  command: string;
  reason: string;
  /** What else may be done first or instead, in words that lead to a command. */
  other?: { words: string; command: string };
}

/** The content and progress that the next step depends on. */
export interface AppState {
  checklist: Checklist;
  slices: readonly Slice[];
  steps: readonly Step[];
  /** Drills that can be suggested. */
  drills?: readonly Drill[];
  progress: Progress;
  /** Where the person stands: in a project's folder, a command without a name is about that. */
  folder?: string;
}

/** Finds the next step. All screens and JSON use this. */
export function findNextStep(state: AppState): NextStep {
  const { checklist, steps, progress } = state;
  const project = findCurrentProject(progress);
  if (project) return findProjectStep(steps, project, nameFrom(state, project));
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
    const isAgain = given > 0 && finishedRuns(progress, checklist).length > 0;
    const saved = isAgain ? `${given} of ${total} answered anew` : describeSaved(given, total);
    return { command: "builder-pm check", reason: `${saved}; continue where you stopped` };
  }
  return findNewStart(state);
}

/** Returns the option that names a project in a command; "" where that is about it anyway. */
function nameFrom({ progress, folder }: AppState, { id, uid }: Project): string {
  const here = folder === undefined ? undefined : findProjectIn(progress.projects, folder);
  return here && here.uid !== uid ? ` --project ${id}` : "";
}

/** Returns true where a drill may be the next step: a finished check has left items open. */
export function mayPracticeNext({ checklist, progress }: AppState): boolean {
  const answers = currentAnswers(progress, checklist);
  const isChecked = countCompletion(checklist, answers).answered > 0;
  return (
    isChecked &&
    !findOpenRun(progress, checklist) &&
    !findCurrentProject(progress) &&
    listOpenItems(checklist, answers).length > 0
  );
}

/**
 * Finds the next step without an open project: a new check after a project that closed without
 * asking for it, else the suggested drill or slice.
 */
function findNewStart(state: AppState): NextStep {
  const { checklist, slices, steps, drills = [], progress } = state;
  const unseen = progress.projects.filter((project) => !wasOfferedItems(steps, project));
  const closedAt = unseen.flatMap(({ closed }) => closed?.at ?? []).toSorted();
  const checked = finishedRuns(progress, checklist).at(-1)?.finishedAt ?? "";
  const answers = currentAnswers(progress, checklist);
  // Where every answer is yes, another project can't better one.
  const hasMore = listOpenItems(checklist, answers).length > 0;
  const isNewer = hasMore && (closedAt.at(-1) ?? "") > checked;
  const practice = suggestDrill(drills, checklist, answers, progress.practice);
  if (practice && !isNewer) return describeDrillSuggestion(practice, progress);
  const suggestion = suggestSlice(slices, checklist, answers, progress.projects);
  const other = {
    words: `Or start from ${describeIdeas(progress)}:`,
    command: "builder-pm start",
  };
  if (isNewer)
    return {
      command: "builder-pm check",
      reason: "a project ended since your last reality check, so your answers may have changed",
      other,
    };
  if (!suggestion)
    return {
      command: "builder-pm check",
      reason: "see what changed since your last reality check",
    };
  return {
    command: `builder-pm start ${suggestion.slice.id}`,
    reason: describeSuggestion(suggestion),
    other,
  };
}

/** A person who was asked for the decision was then offered to update the reality check. */
function wasOfferedItems(steps: readonly Step[], project: Project): boolean {
  const last = steps.at(-1);
  const isOffering = project.closed !== undefined && last?.asksAgain !== undefined;
  return isOffering && findStepJudgment(steps, project, last)?.via === "asked";
}

/** Says what else than a suggested slice a project can start from. */
function describeIdeas({ projects }: Progress): string {
  const parked = listParked({ projects }).length;
  const own = parked > 0 ? `${countOf(parked, "parked idea")}, a new one` : "your own idea";
  return `${own} or your notes`;
}

/**
 * Finds the next step of an open project: the first one that isn't finished or needs another look.
 * `named` is the option that names the project in a command, or "".
 */
export function findProjectStep(steps: readonly Step[], project: Project, named = ""): NextStep {
  const closing = steps.at(-1);
  const step = steps.find(
    (candidate) => !project.finished[candidate.id] || needsAnotherLook(project, candidate),
  );
  if (!step)
    return {
      command: "builder-pm check",
      reason: "see what changed since your last reality check",
    };
  const command = `builder-pm ${step.id}${named}`;
  if (step.stopsOverBudget && closing && countBudget(project).stopped) {
    return {
      command: `builder-pm ${closing.id}${named}`,
      reason: "the budget is used up, so make your decision, cut scope or add time",
    };
  }
  if (needsAnotherLook(project, step))
    return { command, reason: "something changed, so parts need another look" };
  if (awaitsPass(steps, project, step))
    return { command: `${LOG_COMMAND}${named}`, reason: "once your agent has built it" };
  const reason = describeStepProgress(project, step);
  if (reason !== "") return { command, reason };
  const begun = describeNewRound(steps, project, { step, named });
  return { command, ...(begun ?? { reason: step.summary }) };
}

/**
 * Says that a step begins a later round, and how to sharpen what it locks before that. Returns
 * undefined in the first round.
 */
function describeNewRound(
  steps: readonly Step[],
  project: Project,
  { step: { locks = [], title }, named }: { step: Step; named: string },
): Omit<NextStep, "command"> | undefined {
  const last = project.rounds.at(-1);
  if (!last || locks.length === 0) return undefined;
  const reason = `the ${title.toLowerCase()} of round ${project.rounds.length + 1}`;
  const locked = steps.find(({ id }) => locks.includes(id));
  const checks = locked?.questions.find(({ lint }) => lint === "criterion");
  const isSharpened = project.amendments.some(
    ({ at }) => Date.parse(at) > Date.parse(last.endedAt),
  );
  if (!locked || !checks || isSharpened) return { reason };
  const options = `${describeReason(project, locked.id)}${named}`;
  const command = `${writeRedo(locked, checks)}${options}`;
  return { reason, other: { words: "To sharpen your checks first:", command } };
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

function describeDrillSuggestion({ drill, trains }: DrillSuggestion, progress: Progress): NextStep {
  const minutes = countOf(drill.minutes, "minute");
  return {
    command: `builder-pm practice ${drill.id}`,
    reason: `judge what an agent built, ${minutes}; ${describeTraining(trains)}`,
    other: {
      words: `Or build something, from a starter slice, ${describeIdeas(progress)}:`,
      command: "builder-pm start",
    },
  };
}

/** Says which slice is suggested, how long it takes, and why. */
export function describeSuggestion({ slice, trains, others, isDone }: Suggestion): string {
  const practice =
    trains.length > 0 ? describeTraining(trains, others) : "the next one on the list";
  const why = isDone ? `you've done it before; again ${practice}` : practice;
  return `suggested: "${slice.title}", ${countOf(slice.hours, "hour")}; ${why}`;
}

/** Says what something is good practice for, and which items are open besides. */
function describeTraining(items: readonly Item[], others: readonly Item[] = []): string {
  const words = joinWords(items.map(labelOfItem));
  if (others.length === 0) return `good practice for what's still open: ${words}`;
  const open = joinWords(others.map(labelOfItem));
  return `good practice for ${words}; also open: ${open}`;
}
