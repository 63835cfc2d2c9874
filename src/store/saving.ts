import * as v from "valibot";
import { findEdits } from "../domain/progress/patch.ts";
import { emptyProgress, Progress } from "../domain/progress/progress.ts";
import {
  redo,
  remember,
  type UndoResult,
  undo,
  type VersionedProgress,
} from "../domain/progress/undo.ts";
import { makeFolder, removeFile } from "../files/disk.ts";
import { writeDocument } from "./document.ts";
import { describeSaving } from "./failure.ts";
import { holdLock } from "./lock.ts";
import { inspect, moveAside, restore, unlock } from "./repair.ts";
import { isThere, loadRevision, type Reader, type Revision, resolveLink } from "./revision.ts";
import { findLeftovers, linkOver, nameBeside } from "./sidecar-files.ts";
import type { Store, StoreSettings, StoreWorld } from "./store.ts";
import { buildDocument, readHistory } from "./undo-steps.ts";

/** The saved file, and what it is saved with. */
export interface StoreLocation {
  folder: string;
  file: string;
  world: StoreWorld;
  settings: StoreSettings;
  reader: Reader;
}

/** Everything a store does under a lock, and what mends it. */
export function openSaving(location: StoreLocation): Omit<Store, "file" | "load"> {
  const { file, world, settings, reader } = location;
  const { now } = settings;
  // What only looks back needs something to look at, and makes no folder for it.
  const isEmpty = () => !isThere(file) && !isThere(nameBeside(file).backup);
  return {
    update: async (change) => {
      const next = await save(location, (saved) =>
        remember(saved, normalise(change(saved.progress)), now()),
      );
      return next?.progress ?? emptyProgress;
    },
    undo: async () => (isEmpty() ? undefined : readTurned(await save(location, undo))),
    redo: async () => (isEmpty() ? undefined : readTurned(await save(location, redo))),
    moveAside: async () =>
      isEmpty() ? undefined : holdFile(location, findReal(file), () => moveAside(file, now())),
    restore: async () => {
      if (isEmpty()) return undefined;
      const real = resolveLink(file);
      return holdFile(location, real, () => restore(real, reader, now()));
    },
    unlock: async () => {
      const real = resolveLink(file);
      try {
        return unlock(real, world);
      } catch (error) {
        throw describeSaving(real, error);
      }
    },
    inspect: async () => inspect(file, reader, world),
  };
}

/**
 * The file whose lock every save takes. A link that leads nowhere stands for itself: it must still
 * be possible to move it.
 */
function findReal(file: string): string {
  try {
    return resolveLink(file);
  } catch {
    return file;
  }
}

/**
 * Reads, changes and writes while the lock is held. Nothing is written when `change` gives
 * nothing, or nothing new.
 */
async function save<T extends VersionedProgress>(
  location: StoreLocation,
  change: (saved: VersionedProgress) => T | undefined,
) {
  try {
    makeFolder(location.folder);
  } catch (error) {
    throw describeSaving(location.file, error);
  }
  const file = resolveLink(location.file);
  return holdFile(location, file, () => {
    const revision = loadRevision(file, location.reader);
    const next = change({ progress: revision.progress, history: readHistory(revision) });
    if (next && findEdits(revision.progress, next.progress).length > 0) {
      saveRevision(file, location.reader, revision, next);
    }
    return next;
  });
}

async function holdFile<T>(
  { file, world, settings }: StoreLocation,
  real: string,
  work: () => T,
): Promise<T> {
  try {
    return await holdLock(nameBeside(real).lock, { ...settings, processes: world }, work);
  } catch (error) {
    throw describeSaving(file, error);
  }
}

/**
 * Writes the next revision; the one before becomes the backup, and one of an older version is kept
 * beside that.
 */
function saveRevision(
  file: string,
  { ConfClass }: Reader,
  { version }: Revision,
  next: VersionedProgress,
): void {
  for (const leftover of findLeftovers(file)) removeFile(leftover);
  if (version !== undefined && version < emptyProgress.version) {
    linkOver(file, file.replace(/\.json$/, `-version-${version}.json`));
  }
  writeDocument(ConfClass, file, buildDocument(next));
}

/**
 * The progress as it will be read: what JSON cannot hold is gone, and what could not be read again
 * is never written.
 */
function normalise(progress: Progress): Progress {
  return v.parse(Progress, JSON.parse(JSON.stringify(progress)));
}

function readTurned(
  turn: { result: UndoResult } | VersionedProgress | undefined,
): UndoResult | undefined {
  return turn && "result" in turn ? turn.result : undefined;
}
