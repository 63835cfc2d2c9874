import type { Checklist } from "../library/checklist.ts";
import type { Step } from "../library/step.ts";
import type { Progress, SavedAnswer } from "../progress/progress.ts";
import { currentAnswers } from "../progress/run.ts";
import { type Budget, countBudget } from "../project/budget.ts";
import type { Project } from "../project/project.ts";
import { type ChangeCount, countChanges, type Sum, sumAnswers } from "./answer-stats.ts";
import { type BetScore, listBetScores } from "./bet-score.ts";
import { type Calibration, calibrate, listOutcomes, type Outcome } from "./calibration.ts";
import { listPastRuns, type PastRun } from "./checklist-summary.ts";
import { type ClaimRate, rateClaims } from "./claim-rate.ts";
import { listRoundClaims, type RoundClaims } from "./claims.ts";
import type { AppState } from "./next-step.ts";
import { findMedianPace, measurePace, type Pace } from "./pace.ts";
import { type PracticeSummary, summarizePractice } from "./practice.ts";

/** How one project went. */
export interface ProjectHistory {
  project: Project;
  outcomes: Outcome[];
  /** What became of the bet in each round that says so. */
  scores: (BetScore & { round: number })[];
  /** What the agent said in each round, beside what the person found. */
  claims: RoundClaims[];
  pace: Pace;
  budget: Budget;
  /** The ids of steps that were removed from the content and still have answers. */
  goneSteps: string[];
}

/** The newest answer to an item that was removed from the checklist. */
export interface RemovedAnswer extends SavedAnswer {
  id: string;
}

/** The history of all checks and projects. */
export interface History {
  /** Every finished check, oldest first. */
  checks: PastRun[];
  gone: RemovedAnswer[];
  /**
   * The projects worth showing: those that are closed, have a first pass, or have a prediction with
   * a result.
   */
  projectHistories: ProjectHistory[];
  calibration: Calibration | undefined;
  claims: ClaimRate;
  sums: Sum[];
  changes: ChangeCount[];
  median: Pace;
  practice: PracticeSummary;
}

/** Collects the history of all checks and projects. */
export function describeHistory({ checklist, steps, progress }: AppState): History {
  const { projects } = progress;
  const projectHistories = projects
    .map((project) => describeProjectHistory(steps, project))
    .filter(hasStarted);
  return {
    checks: listPastRuns(progress, checklist),
    gone: listRemovedAnswers(progress, checklist),
    projectHistories,
    calibration: calibrate(projectHistories.map(({ outcomes }) => outcomes)),
    claims: rateClaims(steps, projects),
    sums: sumAnswers(steps, projects),
    changes: countChanges(projects),
    median: findMedianPace(projectHistories.map(({ pace }) => pace)),
    practice: summarizePractice(progress.practice),
  };
}

/** Lists the newest answers to items that were removed from the checklist. */
export function listRemovedAnswers(progress: Progress, checklist: Checklist): RemovedAnswer[] {
  const known = new Set(checklist.items.map(({ id }) => id));
  const answers = Object.entries(currentAnswers(progress, checklist));
  return answers.filter(([id]) => !known.has(id)).map(([id, saved]) => ({ ...saved, id }));
}

function describeProjectHistory(steps: readonly Step[], project: Project): ProjectHistory {
  const outcomes = listOutcomes(steps, project);
  const answered = [project, ...project.rounds].flatMap(({ answers }) => Object.keys(answers));
  const goneSteps = [...new Set(answered)].filter((id) => !steps.some((step) => step.id === id));
  return {
    project,
    outcomes,
    scores: listBetScores(steps, project),
    claims: listRoundClaims(steps, project),
    pace: measurePace(steps, project),
    budget: countBudget(project),
    goneSteps,
  };
}

function hasStarted({ project, outcomes, pace }: ProjectHistory): boolean {
  const isTried = project.passes.length > 0 || pace.toFirstPass !== undefined;
  return project.closed !== undefined || isTried || outcomes.length > 0;
}
