import * as v from "valibot";
import { changesOnlyAnswers, keepPractice, splitPracticeEdits } from "../practice/undo-practice.ts";
import { keepWrittenFiles } from "../project/folder.ts";
import { Time } from "../time.ts";
import { applyEdits, type Edit, findEdits } from "./patch.ts";
import { Progress } from "./progress.ts";

const MAX_STEPS = 50;
/**
 * Room for 50 answers of the greatest length, 64 kB each. Every save writes all steps again, so
 * without a limit a few imports could make each save slow.
 */
const MAX_STEP_BYTES = 4 * 1024 * 1024;

/** A change that can be undone or redone: when it was made, and the edits that reverse it. */
const Step = v.object({
  at: Time,
  edits: v.array(v.object({ at: v.string(), was: v.optional(v.unknown()) })),
});

/** The changes that can be undone, and the ones that were undone. Both lists are oldest first. */
export const History = v.object({ past: v.array(Step), undone: v.array(Step) });

export type History = v.InferOutput<typeof History>;
type Steps = History["past"];

/** The history before the first change. */
export const emptyHistory: History = { past: [], undone: [] };

/** Progress with its undo history. */
export interface VersionedProgress {
  progress: Progress;
  history: History;
}

/**
 * The result of undo or redo: the progress before and after, when the change was made, and whether
 * there is another one before it.
 */
export interface UndoResult {
  before: Progress;
  after: Progress;
  at: string;
  hasEarlier: boolean;
}

/**
 * Adds a change to the history. Keeps the newest 50 changes, or as many as fit into 4 MB, and drops
 * the ones that were undone, which can no longer be redone. What was written into work folders, what
 * was answered in a drill, and the id for the team are no change: undo keeps them.
 */
export function addUndoStep(
  { progress, history }: VersionedProgress,
  after: Progress,
  now: Date,
): VersionedProgress {
  const edits = splitPracticeEdits(findEdits(progress, after), after.practice);
  const isKept = edits.length > 0 && edits.every(isAboutKept);
  if (isKept || changesOnlyAnswers(edits, after.practice)) return { progress: after, history };
  const step = { at: now.toISOString(), edits };
  return {
    progress: after,
    history: { past: keepNewest([...history.past, step]), undone: [] },
  };
}

/** Drops the oldest steps beyond the limits, but never the newest one, whatever its size. */
function keepNewest(steps: Steps): Steps {
  let bytes = 0;
  const first = steps.findLastIndex((step, index) => {
    bytes += new TextEncoder().encode(JSON.stringify(step)).byteLength;
    const isNewest = index === steps.length - 1;
    return !isNewest && (bytes > MAX_STEP_BYTES || steps.length - index > MAX_STEPS);
  });
  return steps.slice(first + 1);
}

/**
 * Returns what an undo leads to, with what must survive it. `madeAt` is when the change was made.
 * Throws if it isn't allowed.
 */
export type Keep = (before: Progress, after: Progress, madeAt: string) => Progress;

const keepNothing: Keep = (_, after) => after;

/** Undoes the newest change. Returns undefined if there is none. */
export function undo(
  state: VersionedProgress,
  keep: Keep = keepNothing,
): (VersionedProgress & { result: UndoResult }) | undefined {
  const { past, undone } = state.history;
  const applied = applyStep(state, past, keep);
  if (!applied) return undefined;
  return {
    ...applied,
    history: { past: past.slice(0, -1), undone: keepNewest([...undone, applied.opposite]) },
  };
}

/** Redoes the change that was undone last. Returns undefined if there is none. */
export function redo(
  state: VersionedProgress,
  keep: Keep = keepNothing,
): (VersionedProgress & { result: UndoResult }) | undefined {
  const { past, undone } = state.history;
  const applied = applyStep(state, undone, keep);
  if (!applied) return undefined;
  return {
    ...applied,
    history: { past: keepNewest([...past, applied.opposite]), undone: undone.slice(0, -1) },
  };
}

/** Applies the edits of the last step. `opposite` is the step that reverses that. */
function applyStep({ progress }: VersionedProgress, steps: Steps, keep: Keep) {
  const step = steps.at(-1);
  if (!step) return undefined;
  const open = { ...progress, practice: { ...progress.practice } };
  const { practice, ...rest } = v.parse(Progress, step.edits.reduce(applyStepEdit, open));
  const edited = { ...rest, ...keepPractice(practice) };
  const own = { ...edited, projects: edited.projects.map((each) => keepFiles(progress, each)) };
  // In the order of the schema, as it will be read back.
  const after = v.parse(Progress, keep(progress, own, step.at));
  const opposite = {
    at: step.at,
    edits: splitPracticeEdits(findEdits(progress, after), after.practice),
  };
  const hasEarlier = steps.length > 1;
  const result: UndoResult = { before: progress, after, at: step.at, hasEarlier };
  return { progress: after, result, opposite };
}

/** Undo changes no files in a work folder, so it keeps what is known about them. */
function keepFiles({ projects }: Progress, project: Progress["projects"][number]) {
  const before = projects.find(({ uid }) => uid === project.uid);
  return before ? keepWrittenFiles(before, project) : project;
}

/** What was known about files may be gone or changed by now, so such an edit may find nothing. */
function applyStepEdit(value: unknown, edit: Edit): unknown {
  if (!isAboutFiles(edit)) return applyEdits(value, [edit]);
  try {
    return applyEdits(value, [edit]);
  } catch (error) {
    if (error instanceof TypeError) return value;
    throw error;
  }
}

function isAboutKept(edit: Edit): boolean {
  return isAboutFiles(edit) || edit.at === "/person";
}

function isAboutFiles({ at }: Edit): boolean {
  return /^\/projects\/\d+\/folder\/files(?:\/|$)/.test(at);
}
