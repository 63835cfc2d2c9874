import type { Checklist, Item } from "../library/checklist.ts";
import type { SavedAnswer } from "../progress/progress.ts";
import {
  type Completion,
  countCompletion,
  countRun,
  currentAnswers,
  findOpenRun,
  finishedRuns,
} from "../progress/run.ts";
import { findLevel, findProofs, type Level } from "./level.ts";
import { type AppState, findNextStep, type NextStep } from "./next-step.ts";

/** An item with its current answer, if it has one, and its level. */
export interface AnsweredItem extends Item {
  saved: SavedAnswer | undefined;
  level: Level | undefined;
}

/** How far a checklist is today: a completion, and how many items ended projects show. */
export interface ShownCompletion extends Completion {
  shown: number;
}

/** A finished run in short: what it counted, and when it was finished. */
export interface PastRun {
  finishedAt: Date;
  completion: Completion;
}

/**
 * Where a person stands with one checklist: everything the screens, the report and programs are
 * told.
 */
export interface ChecklistSummary {
  checklist: Checklist;
  items: AnsweredItem[];
  completion: ShownCompletion;
  /** Answers given in the run that is still open; none when no run is open. */
  openRunAnswered: number | undefined;
  /** Every finished run, oldest first. */
  history: PastRun[];
  /** The finished run to compare with: the one before the answers shown now. */
  lastTime: PastRun | undefined;
  /** The smallest next action, of the first item that is not a yes. */
  nextAction: string | undefined;
  nextStep: NextStep;
}

/** Works out where a person stands. */
export function summarizeChecklist(position: AppState): ChecklistSummary {
  const { checklist, progress, steps } = position;
  const answers = currentAnswers(progress, checklist);
  const open = findOpenRun(progress, checklist);
  const history = finishedRuns(progress, checklist).map((run) => ({
    finishedAt: new Date(run.finishedAt ?? run.startedAt),
    completion: countRun(run),
  }));
  const items = checklist.items.map((item) => {
    const saved = answers[item.id];
    return {
      ...item,
      saved,
      level: findLevel(saved?.answer, findProofs(item.shownBy, steps, progress.projects)),
    };
  });
  return {
    checklist,
    items,
    completion: { ...countCompletion(checklist, answers), shown: items.filter(isShown).length },
    openRunAnswered: open && countCompletion(checklist, open.answers).answered,
    history,
    lastTime: history.at(open ? -1 : -2),
    nextAction: checklist.items.find((item) => answers[item.id]?.answer !== "yes")?.next,
    nextStep: findNextStep(position),
  };
}

function isShown({ level }: Pick<AnsweredItem, "level">): boolean {
  return level === "shown" || level === "repeated";
}
