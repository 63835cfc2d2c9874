import type { Answer, Checklist } from "../../src/domain/library/checklist.ts";
import type { Slice } from "../../src/domain/library/slice.ts";
import type { Progress, Run, SavedAnswer } from "../../src/domain/progress/progress.ts";

/** Creates a checklist with one item for each id. */
export function checklistOf(...ids: string[]): Checklist {
  const items = ids.map((id) => ({
    id,
    title: `The ${id} is clear.`,
    ask: `Think of the ${id}.`,
    good: `A ${id} with a date.`,
    vague: `"Some ${id}."`,
    next: `Write down the ${id}.`,
  }));
  return {
    id: "weekly",
    title: "Weekly check",
    summary: "A few questions.",
    order: 10,
    items,
    body: "",
  };
}

/** Creates a slice that is good practice for these items, with every field filled. */
export function sliceOf(id: string, trains: string[], more: Partial<Slice> = {}): Slice {
  return {
    id,
    trains,
    title: `A ${id} to try`,
    summary: "Small and useful.",
    order: 10,
    hours: 4,
    for: "PMs with a chore.",
    before: ["One export"],
    example: "Ana joins two files.",
    checks: ["It adds up."],
    notBuilding: ["A database"],
    stop: "Stop at hour 4.",
    engineer: ["The key"],
    failsWhen: "Nobody looks.",
    body: "Begin small.",
    ...more,
  };
}

/** Creates a saved answer given at noon UTC of a day in November 2026. */
export function answered(
  answer: Answer,
  { evidence, day = 1 }: { evidence?: string; day?: number } = {},
): SavedAnswer {
  return {
    answer,
    ...(evidence === undefined ? {} : { evidence }),
    answeredAt: noon(day).toISOString(),
  };
}

/**
 * Creates a run of the sample checklist, started on `day` and finished that day unless it is
 * `open`.
 */
export function runOf(
  id: string,
  answers: Record<string, SavedAnswer>,
  { day = 1, open = false }: { day?: number; open?: boolean } = {},
): Run {
  const at = noon(day).toISOString();
  return { id, checklist: "weekly", startedAt: at, ...(open ? {} : { finishedAt: at }), answers };
}

/** Returns progress with these runs. */
export function progressOf(...runs: Run[]): Progress {
  return { version: 2, runs, projects: [] };
}

/** Returns noon UTC of a day in November 2026. */
export function noon(day: number): Date {
  return new Date(Date.UTC(2026, 10, day, 12));
}
