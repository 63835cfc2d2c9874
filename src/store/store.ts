import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import * as v from "valibot";
import type { Health } from "../domain/health.ts";
import { putBack, type Remembered, remember, type Turned, takeBack } from "../domain/undo.ts";
import { findEdits } from "../domain/patch.ts";
import { emptyProgress, Progress } from "../domain/progress.ts";
import { loadConf, writeDocument } from "./document.ts";
import { describeAccess, describeSaving } from "./failure.ts";
import type { Processes } from "./holder.ts";
import { findProgressFolder, type LocationEnv } from "./location.ts";
import { holdLock } from "./lock.ts";
import { knownMigrations, type Migrations } from "./migration.ts";
import { findLeftovers, linkOver, nameBeside } from "./neighbours.ts";
import { inspect, moveAside, type Restored, restore, unlock } from "./repair.ts";
import { isThere, loadRevision, type Reader, type Revision, resolveLink } from "./revision.ts";
import { buildDocument } from "./schema.ts";

/** The saved progress. Reading takes no lock, and never creates a file or a folder. */
export interface Store {
  /** Absolute path of the saved progress, whether it exists or not. */
  readonly file: string;
  /** What is saved, or empty progress before the first answer. Throws with exit code 4 when it cannot be used. */
  load(): Promise<Progress>;
  /**
   * Reads, changes and saves in one go, and returns what is saved now. Whatever `change` does is one step for undo; when
   * it throws, nothing is saved. It must not wait for anything: others who save wait for it.
   */
  update(change: (progress: Progress) => Progress): Promise<Progress>;
  /** Takes the last change back; nothing when there is none. */
  takeBack(): Promise<Turned | undefined>;
  /** Puts the change in again that was taken back last; nothing when there is none. */
  putBack(): Promise<Turned | undefined>;
  /** Moves what is saved aside, damaged or not, and returns its new path; nothing when there is nothing. */
  moveAside(): Promise<string | undefined>;
  /** Brings the backup into the place of a damaged file, which is moved aside; nothing when the file is sound. */
  restore(): Promise<Restored | undefined>;
  /** Removes a lock whose holder cannot be found, and says so; false when there is none. Throws while the holder runs. */
  unlock(): boolean;
  /** Looks at the file and what stands beside it. Changes nothing, and never throws because of what it finds. */
  inspect(): Promise<Health>;
}

/** The process as far as the store needs it. */
export interface StoreWorld extends Processes {
  readonly env: LocationEnv;
}

/** The clock, where a long wait is told, and what a test may set. */
export interface StoreSettings {
  now(): Date;
  tell(text: string): void;
  migrations?: Migrations;
  tellAfter?: number;
  giveUpAfter?: number;
}

/** Opens the door to the saved progress; conf is loaded only when there is something to read or write. */
export function openStore(world: StoreWorld, settings: StoreSettings): Store {
  const folder = findProgressFolder(world.env);
  const file = join(folder, "progress.json");
  const openReader = async () => ({ ConfClass: await loadConf(), migrations: settings.migrations ?? knownMigrations });
  const lockUp = async <T>(work: (real: string) => T): Promise<T> => {
    makeFolder(folder, file);
    const real = resolveLink(file);
    return describing(file, () => holdLock(nameBeside(real).lock, { ...settings, processes: world }, () => work(real)));
  };
  const save = async (change: (revision: Revision) => Remembered | undefined) => {
    const reader = await openReader();
    return lockUp((real) => {
      const revision = loadRevision(real, reader);
      const next = change(revision);
      if (next && findEdits(revision.progress, next.progress).length > 0) saveRevision(real, reader, revision, next);
      return next;
    });
  };
  return {
    file,
    load: async () => {
      const real = resolveLink(file);
      const isEmpty = !isThere(real) && !isThere(nameBeside(real).backup);
      return isEmpty ? emptyProgress : loadRevision(real, await openReader()).progress;
    },
    update: async (change) => {
      const saved = await save((revision) => remember(revision, normalise(change(revision.progress)), settings.now()));
      return saved?.progress ?? emptyProgress;
    },
    takeBack: async () => readTurned(await save(takeBack)),
    putBack: async () => readTurned(await save(putBack)),
    moveAside: async () => {
      const isEmpty = !isThere(file) && !isThere(nameBeside(file).backup);
      const waiting = { ...settings, processes: world };
      const move = () => holdLock(nameBeside(file).lock, waiting, () => moveAside(file, settings.now()));
      return isEmpty ? undefined : describing(file, move);
    },
    restore: async () => {
      const reader = await openReader();
      return lockUp((real) => restore(real, reader, settings.now()));
    },
    unlock: () => unlock(resolveLink(file), world),
    inspect: async () => inspect(file, await openReader(), world),
  };
}

/** Writes the next revision; the one before becomes the backup, and one of an older version is kept beside that. */
function saveRevision(file: string, { ConfClass }: Reader, { version }: Revision, next: Remembered): void {
  for (const leftover of findLeftovers(file)) rmSync(leftover, { force: true });
  if (version !== undefined && version < emptyProgress.version) {
    linkOver(file, file.replace(/\.json$/, `-version-${version}.json`));
  }
  writeDocument(ConfClass, file, buildDocument(next));
}

/** The progress as it will be read: what JSON cannot hold is gone, and what could not be read again is never written. */
function normalise(progress: Progress): Progress {
  return v.parse(Progress, JSON.parse(JSON.stringify(progress)));
}

function readTurned(turn: { turned: Turned } | Remembered | undefined): Turned | undefined {
  return turn && "turned" in turn ? turn.turned : undefined;
}

/** Makes a folder level by level: Node's own way spins for ever where a folder cannot be made, as below /proc. */
function makeFolder(folder: string, file: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), file);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw describeAccess(file, error);
  }
}

async function describing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw describeSaving(file, error);
  }
}
