import { join } from "node:path";
import type { Health } from "../domain/progress/health.ts";
import { emptyProgress, type Progress } from "../domain/progress/progress.ts";
import type { UndoResult } from "../domain/progress/undo.ts";
import { loadConf } from "./document.ts";
import { findProgressFolder, type LocationEnv } from "./location.ts";
import type { Processes } from "./lock-owner.ts";
import { knownMigrations, type Migrations } from "./migration.ts";
import type { Restored } from "./repair.ts";
import { isThere, loadRevision, resolveLink } from "./revision.ts";
import { nameBeside } from "./sidecar-files.ts";

/** The saved progress. Reading takes no lock, and never creates a file or a folder. */
export interface Store {
  /** Absolute path of the saved progress, whether it exists or not. */
  readonly file: string;
  /**
   * What is saved, or empty progress before the first answer. Throws with exit code 4 when it
   * cannot be used.
   */
  load(): Promise<Progress>;
  /**
   * Reads, changes and saves in one go, and returns what is saved now. Whatever `change` does is
   * one step for undo; when it throws, nothing is saved. It must not wait for anything: others who
   * save wait for it.
   *
   */
  update(change: (progress: Progress) => Progress): Promise<Progress>;
  /** Takes the last change back; nothing when there is none. */
  undo(): Promise<UndoResult | undefined>;
  /** Puts the change in again that was taken back last; nothing when there is none. */
  redo(): Promise<UndoResult | undefined>;
  /**
   * Moves what is saved aside, damaged or not, and returns its new path; nothing when there is
   * nothing.
   */
  moveAside(): Promise<string | undefined>;
  /**
   * Brings the backup into the place of a damaged file, which is moved aside; nothing when the
   * file is sound.
   */
  restore(): Promise<Restored | undefined>;
  /**
   * Removes a lock whose holder cannot be found, and says so; false when there is none. Throws
   * while the holder runs.
   */
  unlock(): Promise<boolean>;
  /**
   * Looks at the file and what stands beside it. Changes nothing, and never throws because of what
   * it finds.
   */
  inspect(): Promise<Health>;
}

/** The process as far as the store needs it. */
export interface StoreWorld extends Processes {
  readonly env: LocationEnv;
  /** The number of the account; Windows has none. */
  getuid?: (() => number) | undefined;
}

/** The clock, where a long wait is told, and what a test may set. */
export interface StoreSettings {
  now(): Date;
  tell(text: string): void;
  migrations?: Migrations;
  tellAfter?: number;
  giveUpAfter?: number;
}

/**
 * Opens the door to the saved progress; what saves, and conf, are loaded only when there is
 * something to save or read.
 */
export function openStore(world: StoreWorld, settings: StoreSettings): Store {
  const folder = findProgressFolder(world.env);
  const file = join(folder, "progress.json");
  const openReader = async () => ({
    ConfClass: await loadConf(),
    migrations: settings.migrations ?? knownMigrations,
  });
  const openSaving = async () => {
    const { openSaving } = await import("./saving.ts");
    return openSaving({ folder, file, world, settings, reader: await openReader() });
  };
  return {
    file,
    load: async () => {
      const real = resolveLink(file);
      const isEmpty = !isThere(real) && !isThere(nameBeside(real).backup);
      return isEmpty ? emptyProgress : loadRevision(real, await openReader()).progress;
    },
    update: async (change) => (await openSaving()).update(change),
    undo: async () => (await openSaving()).undo(),
    redo: async () => (await openSaving()).redo(),
    moveAside: async () => (await openSaving()).moveAside(),
    restore: async () => (await openSaving()).restore(),
    unlock: async () => (await openSaving()).unlock(),
    inspect: async () => (await openSaving()).inspect(),
  };
}
