import type { Checklist, Item } from "../library/checklist.ts";
import { findDrafts } from "../progress/check-drafts.ts";
import type { Progress, SavedAnswer } from "../progress/progress.ts";
import {
  type Completion,
  countCompletion,
  countRun,
  currentAnswers,
  findOpenRun,
  finishedRuns,
} from "../progress/run.ts";
import { findLevel, findProjectEvidence, type Level } from "./level.ts";
import { type AppState, findNextStep, type NextStep } from "./next-step.ts";

/** An item with its current answer, if it has one, and its level. */
export interface AnsweredItem extends Item {
  saved: SavedAnswer | undefined;
  /** What a coding agent drafted since then. It counts nowhere until the person keeps it. */
  draft: SavedAnswer | undefined;
  level: Level | undefined;
}

/** The current completion of a checklist, and how many items closed projects show. */
export interface ShownCompletion extends Completion {
  shown: number;
}

/** The result of a finished run, and when it was finished. */
export interface PastRun {
  finishedAt: Date;
  completion: Completion;
}

/**
 * A person's results for one checklist, as shown on screens, on the progress page and in JSON.
 */
export interface ChecklistSummary {
  checklist: Checklist;
  items: AnsweredItem[];
  completion: ShownCompletion;
  /** The number of answers in the open run, if one is open. */
  openRunAnswered: number | undefined;
  /** Every finished run, oldest first. */
  history: PastRun[];
  /** The finished run to compare with: the one before the current answers. */
  lastTime: PastRun | undefined;
  /** The suggested action of the first item that isn't answered yes. */
  nextAction: string | undefined;
  nextStep: NextStep;
}

/** Summarizes the current answers, the evidence and the history of a checklist. */
export function summarizeChecklist(state: AppState): ChecklistSummary {
  const { checklist, progress, steps } = state;
  const answers = currentAnswers(progress, checklist);
  const drafts = findDrafts(progress, checklist);
  const open = findOpenRun(progress, checklist);
  const history = listPastRuns(progress, checklist);
  const items = checklist.items.map((item) => {
    const saved = answers[item.id];
    return {
      ...item,
      saved,
      draft: drafts[item.id],
      level: findLevel(saved?.answer, findProjectEvidence(item.shownBy, steps, progress.projects)),
    };
  });
  return {
    checklist,
    items,
    completion: {
      ...countCompletion(checklist, answers),
      shown: items.filter(isShownByProject).length,
    },
    openRunAnswered: open && countCompletion(checklist, open.answers).answered,
    history,
    lastTime: history.at(open ? -1 : -2),
    nextAction: checklist.items.find((item) => answers[item.id]?.answer !== "yes")?.next,
    nextStep: findNextStep(state),
  };
}

/** Lists the results of the finished runs of a checklist, oldest first. */
export function listPastRuns(progress: Progress, checklist: Pick<Checklist, "id">): PastRun[] {
  return finishedRuns(progress, checklist).map((run) => ({
    finishedAt: new Date(run.finishedAt ?? run.startedAt),
    completion: countRun(run),
  }));
}

/** Returns true if a closed project shows the item. */
export function isShownByProject({ level }: Pick<AnsweredItem, "level">): boolean {
  return level === "shown" || level === "repeated";
}
