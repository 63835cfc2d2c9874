import type { Checklist } from "../library/checklist.ts";
import type { Step } from "../library/step.ts";
import type { Progress, SavedAnswer } from "../progress/progress.ts";
import { currentAnswers } from "../progress/run.ts";
import { type Budget, countBudget } from "../project/budget.ts";
import type { Project } from "../project/project.ts";
import { type ChangeCount, countChanges, type Sum, sumAnswers } from "./answer-stats.ts";
import { type Calibration, calibrate, listOutcomes, type Outcome } from "./calibration.ts";
import { type PastRun, summarizeChecklist } from "./checklist-summary.ts";
import type { AppState } from "./next-step.ts";
import { findMedianPace, measurePace, type Pace } from "./pace.ts";

/** How one project went. */
export interface ProjectHistory {
  project: Project;
  outcomes: Outcome[];
  pace: Pace;
  budget: Budget;
  /** The ids of steps that have left the content and whose answers are kept. */
  goneSteps: string[];
}

/** The newest answer to an item that has left the checklist. */
export interface GoneAnswer extends SavedAnswer {
  id: string;
}

/** Everything that happened so far, over checks and projects. */
export interface History {
  /** Every finished check, oldest first. */
  checks: PastRun[];
  gone: GoneAnswer[];
  /**
   * The projects that there is something to tell of: those that ended, have a first pass, or were
   * judged.
   */
  projectHistories: ProjectHistory[];
  calibration: Calibration | undefined;
  sums: Sum[];
  changes: ChangeCount[];
  median: Pace;
}

/** Works out what happened so far. */
export function describeHistory(position: AppState): History {
  const { checklist, steps, progress } = position;
  const { projects } = progress;
  const projectHistories = projects
    .map((project) => describeCourse(steps, project))
    .filter(hasBegun);
  return {
    checks: summarizeChecklist(position).history,
    gone: listGone(progress, checklist),
    projectHistories,
    calibration: calibrate(projectHistories.map(({ outcomes }) => outcomes)),
    sums: sumAnswers(steps, projects),
    changes: countChanges(projects),
    median: findMedianPace(projectHistories.map(({ pace }) => pace)),
  };
}

/** The newest answers to items that the checklist no longer has, under their ids. */
export function listGone(progress: Progress, checklist: Checklist): GoneAnswer[] {
  const known = new Set(checklist.items.map(({ id }) => id));
  const answers = Object.entries(currentAnswers(progress, checklist));
  return answers.filter(([id]) => !known.has(id)).map(([id, saved]) => ({ ...saved, id }));
}

function describeCourse(steps: readonly Step[], project: Project): ProjectHistory {
  const outcomes = listOutcomes(steps, project);
  const answered = [project, ...project.rounds].flatMap(({ answers }) => Object.keys(answers));
  const goneSteps = [...new Set(answered)].filter((id) => !steps.some((step) => step.id === id));
  return {
    project,
    outcomes,
    pace: measurePace(steps, project),
    budget: countBudget(project),
    goneSteps,
  };
}

function hasBegun({ project, outcomes, pace }: ProjectHistory): boolean {
  const isTried = project.passes.length > 0 || pace.toFirstPass !== undefined;
  return project.closed !== undefined || isTried || outcomes.length > 0;
}
