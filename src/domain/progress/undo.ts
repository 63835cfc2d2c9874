import * as v from "valibot";
import { Time } from "../time.ts";
import { applyEdits, findEdits } from "./patch.ts";
import { Progress } from "./progress.ts";

const KEPT = 50;

/**
 * One change that can be taken back, or put back: when it was made, and what stood there before.
 */
const Step = v.object({
  at: Time,
  edits: v.array(v.object({ at: v.string(), was: v.optional(v.unknown()) })),
});

/** The changes that can be taken back, and the ones that were, each list oldest first. */
export const History = v.object({ past: v.array(Step), undone: v.array(Step) });

export type History = v.InferOutput<typeof History>;

/** The history before the first change. */
export const emptyHistory: History = { past: [], undone: [] };

/** Progress with the changes that led to it. */
export interface VersionedProgress {
  progress: Progress;
  history: History;
}

/** What undo or redo did: the progress before and after it, and when the change was first made. */
export interface UndoResult {
  before: Progress;
  after: Progress;
  at: string;
}

/**
 * The next state after a change: the newest 50 changes are kept, and what was taken back before
 * can no longer be put back.
 */
export function remember(
  { progress, history }: VersionedProgress,
  after: Progress,
  now: Date,
): VersionedProgress {
  const step = { at: now.toISOString(), edits: findEdits(progress, after) };
  return { progress: after, history: { past: [...history.past, step].slice(-KEPT), undone: [] } };
}

/** The state with the newest change taken back; nothing when there is none. */
export function undo(
  state: VersionedProgress,
): (VersionedProgress & { result: UndoResult }) | undefined {
  const { past, undone } = state.history;
  const turn = turnStep(state, past);
  if (!turn) return undefined;
  return { ...turn, history: { past: past.slice(0, -1), undone: [...undone, turn.opposite] } };
}

/**
 * The state with the newest change that was taken back put in again; nothing when there is none.
 */
export function redo(
  state: VersionedProgress,
): (VersionedProgress & { result: UndoResult }) | undefined {
  const { past, undone } = state.history;
  const turn = turnStep(state, undone);
  if (!turn) return undefined;
  return { ...turn, history: { past: [...past, turn.opposite], undone: undone.slice(0, -1) } };
}

/** Makes the edits of the last step; `opposite` is the step that would take that back. */
function turnStep({ progress }: VersionedProgress, steps: History["past"]) {
  const step = steps.at(-1);
  if (!step) return undefined;
  const after = v.parse(Progress, applyEdits(progress, step.edits));
  const opposite = { at: step.at, edits: findEdits(progress, after) };
  return { progress: after, result: { before: progress, after, at: step.at }, opposite };
}
