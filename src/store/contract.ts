import type { Health } from "../domain/progress/health.ts";
import type { Progress } from "../domain/progress/progress.ts";
import type { Keep, UndoResult } from "../domain/progress/undo.ts";
import type { Processes } from "./lock-owner.ts";
import type { LocationEnv } from "./place.ts";

/** The saved progress. Reading takes no lock, and never creates a file or a folder. */
export interface Store {
  /** The absolute path of the saved progress, even if the file doesn't exist. */
  readonly file: string;
  /**
   * Returns what is saved, or empty progress before the first answer. Throws with exit code 4 if
   * the file can't be used.
   */
  load(): Promise<Progress>;
  /** Loads the code that saves, so that the first save needn't wait for it. */
  prepare(): Promise<void>;
  /**
   * Reads, changes and saves in one step, and returns what is saved now. Everything `change` does
   * is one step for undo. If it throws, nothing is saved. It is synchronous, because other
   * processes wait for it.
   */
  update(change: (progress: Progress) => Progress): Promise<Progress>;
  /** Undoes the last change, except what `keep` keeps. Returns undefined if there is none. */
  undo(keep?: Keep): Promise<UndoResult | undefined>;
  /** Redoes the change that was undone last. Returns undefined if there is none. */
  redo(keep?: Keep): Promise<UndoResult | undefined>;
  /**
   * Moves the saved file aside, even if it is damaged. Returns its new path, or undefined if
   * nothing is saved.
   */
  moveAside(): Promise<string | undefined>;
  /** Removes the cache of compiled code. Returns undefined if there is none. Never throws. */
  removeCache(): Promise<RemovedCache | undefined>;
  /**
   * Replaces a damaged file with the backup, and moves the damaged one aside. Returns undefined if
   * the file is fine.
   */
  restore(): Promise<Restored | undefined>;
  /**
   * Removes a lock whose owner can't be found. Returns false if there is no lock. Throws while the
   * owner is running.
   */
  unlock(): Promise<boolean>;
  /**
   * Changes texts everywhere they are saved: in the progress, its undo steps, its backup and the
   * copies next to it. Undo doesn't bring them back.
   */
  rewrite(change: ChangeValue): Promise<Rewritten>;
  /** Checks the saved file and the files next to it. Changes nothing, never throws. */
  inspect(): Promise<Health>;
}

/** Changes the texts of a value, and keeps its shape. */
export type ChangeValue = <T>(value: T) => T;

/** The copies and exports that weren't changed, so that they may still hold the old texts. */
export interface Rewritten {
  left: string[];
}

/** The folder of a cache that was removed, or the problem, as a clause, if it couldn't be. */
export interface RemovedCache {
  folder: string;
  problem?: string;
}

/** The restored file, and where the damaged one is now, unless it was missing. */
export interface Restored {
  file: string;
  aside: string | undefined;
}

/** The parts of the process that the store needs. */
export interface StoreWorld extends Processes {
  readonly env: LocationEnv;
  /** Returns the number of the account. Windows has none. */
  getuid?: (() => number) | undefined;
}

/** The clock, what to do during a long wait for the lock, and times that a test can shorten. */
export interface StoreSettings {
  now(): Date;
  notify(message: string): void;
  /** Returns true if a save may make the folder for Node's compile cache. */
  mayMakeCache?(): boolean;
  /** How large the progress may grow, in megabytes. */
  maxMegabytes?: number;
  notifyAfter?: number;
  giveUpAfter?: number;
}
