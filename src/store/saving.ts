import * as v from "valibot";
import { repairProgress } from "../domain/progress/consistency.ts";
import { findEdits } from "../domain/progress/patch.ts";
import { emptyProgress, Progress } from "../domain/progress/progress.ts";
import {
  addUndoStep,
  redo,
  type UndoResult,
  undo,
  type VersionedProgress,
} from "../domain/progress/undo.ts";
import { quotePath } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { makeFolder, removeFile } from "../files/disk.ts";
import { renewCacheFolder } from "./compile-cache-folder.ts";
import type { Store } from "./contract.ts";
import { type ConfClass, writeDocument } from "./document.ts";
import { describeSaveError, describeTooMuch } from "./failure.ts";
import { MAX_PROGRESS_MEGABYTES, MEGABYTE } from "./limits.ts";
import { isNothingSaved, loadRevision, type Revision, resolveLink } from "./revision.ts";
import { rewriteAll } from "./rewrite.ts";
import { type StoreLocation, withSaveLock } from "./save-lock.ts";
import { findAsidePath, findLeftovers, linkOver } from "./sidecar-files.ts";
import { buildDocument, listStates, readHistory } from "./undo-steps.ts";

/** Only the owner can list the folder, or open what is in it. */
const PRIVATE_FOLDER = 0o700;

/** The saved file, and the library that writes it. */
interface WritableLocation extends StoreLocation {
  ConfClass: ConfClass;
}

/** Creates the part of a store that saves. */
export function createSaving(
  location: WritableLocation,
): Pick<Store, "update" | "undo" | "redo" | "rewrite"> {
  const { file, world, settings, ConfClass } = location;
  const { now, maxMegabytes: limit = MAX_PROGRESS_MEGABYTES } = settings;
  // If nothing is saved, there is nothing to undo, and no reason to create a folder.
  const isEmpty = () => isNothingSaved(file);
  return {
    update: async (change) => {
      const next = await saveChange(location, (saved) =>
        addUndoStep(saved, normalize(change(saved.progress), saved.progress, limit), now()),
      );
      // Only now, because what is saved may need the last room on the disk.
      if (!location.seen.isCacheReady && settings.mayMakeCache?.())
        renewCacheFolder(location.folder, world.getuid?.());
      location.seen.isCacheReady = true;
      return next?.progress ?? emptyProgress;
    },
    undo: async (keep) =>
      isEmpty() ? undefined : getResult(await saveChange(location, (saved) => undo(saved, keep))),
    redo: async (keep) =>
      isEmpty() ? undefined : getResult(await saveChange(location, (saved) => redo(saved, keep))),
    rewrite: async (change) => {
      if (isEmpty()) return { left: [] };
      const real = resolveLink(file);
      return withSaveLock(location, real, () => {
        const revision = loadRevision(real);
        if (revision.old) keepOldFile(location, real);
        return rewriteAll({ file: real, link: file, ConfClass }, revision, change);
      });
    },
  };
}

/**
 * Reads, changes and writes while holding the lock. Writes nothing if `change` returns nothing, or
 * changes nothing.
 */
async function saveChange<T extends VersionedProgress>(
  location: WritableLocation,
  change: (saved: VersionedProgress) => T | undefined,
) {
  try {
    makeFolder(location.folder, PRIVATE_FOLDER);
  } catch (error) {
    throw describeSaveError(location.file, error);
  }
  const file = resolveLink(location.file);
  return withSaveLock(location, file, () => {
    const revision = loadRevision(file, location.seen.revision);
    assertNotReplaced(location, file, revision);
    const next = change({ progress: revision.progress, history: readHistory(revision) });
    if (next && findEdits(revision.progress, next.progress).length > 0) {
      for (const leftover of findLeftovers(file)) removeFile(leftover);
      if (revision.old) keepOldFile(location, file);
      const document = buildDocument(next, listStates(revision));
      const text = writeDocument(location.ConfClass, file, document);
      const { progress } = next;
      location.seen.revision = { progress, undo: document.undo, version: progress.version, text };
      tellRenamed(location, revision);
    }
    return next;
  });
}

/** Keeps a copy of a file in the old format, which an older version of the program can read. */
function keepOldFile({ settings }: StoreLocation, file: string): void {
  const copy = findAsidePath(file, settings.now());
  linkOver(file, copy);
  settings.notify(`Your progress is now saved in a new format. The old file is kept: "${copy}"`);
}

/**
 * Throws if the file was replaced since this process saw it, by one that doesn't lead on from that:
 * an older one, or one of another computer. Keeps what this process saw next to it. A file that is
 * gone was reset.
 */
function assertNotReplaced(location: WritableLocation, file: string, now: Revision): void {
  const { seen, settings, ConfClass } = location;
  const before = seen.revision;
  if (!before || now.version === undefined) return;
  const states = listStates(before);
  if (listStates(now).includes(states.at(-1) ?? "")) return;
  const aside = findAsidePath(file, settings.now());
  const { progress } = before;
  writeDocument(
    ConfClass,
    aside,
    buildDocument({ progress, history: readHistory(before) }, states),
  );
  throw new UserError(
    "Your saved file was replaced while this was open, by a sync tool or by hand, " +
      "so nothing was saved.",
    {
      exitCode: ExitCode.progress,
      fix: `To add what this window had saved: builder-pm import ${quotePath(aside)}`,
    },
  );
}

/** Says which projects an older version saved under the id of another one. */
function tellRenamed({ settings }: StoreLocation, { progress, unrepaired }: Revision): void {
  for (const [index, { id, title }] of progress.projects.entries()) {
    const before = unrepaired?.projects[index]?.id ?? id;
    if (before !== id)
      settings.notify(
        `Two projects were called ${before}, so "${title}" is now ${id} in commands.`,
      );
  }
}

/**
 * Returns the progress as it will be read back: without what JSON can't store. Throws if it
 * couldn't be read back, or has grown too large.
 */
function normalize(progress: Progress, before: Progress, limit: number): Progress {
  const text = format(progress);
  const bytes = Buffer.byteLength(text);
  const isTooLarge = bytes > limit * MEGABYTE;
  // What is that large already may still be changed, and become smaller.
  if (isTooLarge && bytes > Buffer.byteLength(format(before))) throw describeTooMuch(limit);
  return repairProgress(readBack(progress, before));
}

/**
 * Returns progress as it will be read back. What a change left alone was read from the file, so it
 * isn't read once more, and needs no comparing: with many projects, that is nearly all of it.
 */
function readBack(progress: Progress, before: Progress): Progress {
  const known = new Set<unknown>([...before.runs, ...before.projects]);
  const isNew = (each: unknown) => !known.has(each);
  const { runs, projects } = progress;
  const changed = { ...progress, runs: runs.filter(isNew), projects: projects.filter(isNew) };
  const read = v.parse(Progress, JSON.parse(JSON.stringify(changed)));
  const newRuns = read.runs.values();
  const newProjects = read.projects.values();
  return {
    ...read,
    runs: runs.map((run) => (isNew(run) ? (newRuns.next().value ?? run) : run)),
    projects: projects.map((one) => (isNew(one) ? (newProjects.next().value ?? one) : one)),
  };
}

/** Formats progress as an export does. */
function format(progress: Progress): string {
  return JSON.stringify(progress, undefined, 2);
}

function getResult(
  step: { result: UndoResult } | VersionedProgress | undefined,
): UndoResult | undefined {
  return step && "result" in step ? step.result : undefined;
}
