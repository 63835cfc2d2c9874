import { lstatSync, statSync } from "node:fs";
import type { FileHealth, Health, LockHealth } from "../domain/progress/health.ts";
import { describeSystemError, ExitCode, UserError } from "../errors.ts";
import { moveFile } from "../files/disk.ts";
import type { Restored, StoreWorld } from "./contract.ts";
import { describeUnusable, START_OVER } from "./failure.ts";
import { readOwner, removeLock } from "./lock.ts";
import { findOwnerState, type Processes } from "./lock-owner.ts";
import { isThere, type Revision, readRevision, resolveLink } from "./revision.ts";
import { findSaveBlocker } from "./save-blocker.ts";
import {
  copyOver,
  findAsidePath,
  findConflictedCopies,
  findLeftovers,
  getSidecarPaths,
  linkOver,
} from "./sidecar-files.ts";
import { readHistory } from "./undo-steps.ts";

/** How the saved file and the files next to it are, and what the saved one holds. */
interface Inspected {
  health: Health;
  revision?: Revision | undefined;
}

/** Checks the saved file and the files next to it. Changes nothing. Reports errors as findings. */
export function inspect(file: string, world: StoreWorld): Inspected {
  const real = tryInspect(() => resolveLink(file)) ?? file;
  const { backup, lock } = getSidecarPaths(real);
  const { health, revision } = inspectFile(real);
  const inspected = {
    saved: { ...health, file },
    backup: inspectFile(backup).health,
    lock: tryInspect(() => inspectLock(lock, world)) ?? null,
    leftovers: findLeftovers(real),
    conflictedCopies: findConflictedCopies(real),
    saveBlocker: findSaveBlocker(real, world.getuid?.()) ?? null,
    undoSteps: revision ? readHistory(revision).past.length : 0,
  };
  return { health: inspected, revision };
}

/**
 * Replaces a damaged or missing file with the backup, and moves the damaged one aside. Returns
 * undefined if the file is fine. Throws if there is no valid backup, or if a newer version saved
 * the file.
 */
export function restore(file: string, now: Date): Restored | undefined {
  const { backup } = getSidecarPaths(file);
  const { state } = inspectFile(file).health;
  if (state === "healthy" || (state === "missing" && !isThere(backup))) return undefined;
  if (state === "newer") throw describeUnusable(file, { state, reason: "" }, false);
  if (state === "unreadable") readRevision(file);
  assertValidBackup(backup);
  const aside = isThere(file) ? findAsidePath(file, now) : undefined;
  // A folder or a link has to be moved. A file stays where it is until the copy replaces it.
  if (aside && lstatSync(file).isFile()) linkOver(file, aside);
  else if (aside) moveFile(file, aside);
  copyOver(backup, file);
  return { file, aside };
}

function assertValidBackup(backup: string): void {
  const { state } = inspectFile(backup).health;
  if (state === "healthy") return;
  const problem = state === "missing" ? "doesn't exist" : "can't be used either";
  throw new UserError(`Nothing was restored: the backup "${backup}" ${problem}.`, {
    exitCode: ExitCode.progress,
    fix: START_OVER,
  });
}

/**
 * Moves the file and its backup aside. Returns the new path of the file, or of the backup if there
 * was no file.
 */
export function moveAside(file: string, now: Date): string | undefined {
  const moved = [getSidecarPaths(file).backup, file].filter(isThere).map((from) => {
    const aside = findAsidePath(from, now);
    moveFile(from, aside);
    return aside;
  });
  return moved.at(-1);
}

/**
 * Removes a lock whose owner can't be found. Returns false if there is no lock. Throws while the
 * owner is running.
 */
export function unlock(file: string, processes: Processes): boolean {
  const { lock } = getSidecarPaths(file);
  const owner = readOwner(lock);
  if (!owner) return false;
  if (findOwnerState(owner, processes) === "running") {
    throw new UserError(`Another builder-pm (process ${owner.pid}) is saving right now.`, {
      exitCode: ExitCode.progress,
      fix: "Let it finish, or close it.",
    });
  }
  return removeLock(lock, owner, processes) === undefined;
}

function inspectFile(file: string): { health: FileHealth; revision?: Revision } {
  const stats = tryInspect(() => statSync(file));
  const health = {
    file,
    reason: null,
    bytes: stats?.size ?? 0,
    savedAt: stats?.mtime ?? null,
    version: null,
  };
  try {
    if (!isThere(file)) return { health: { ...health, state: "missing" } };
    const revision = readRevision(file);
    if ("state" in revision) return { health: { ...health, ...revision } };
    return { health: { ...health, state: "healthy", version: revision.version ?? null }, revision };
  } catch (error) {
    const reason = describeSystemError((error as Error).cause ?? error);
    return { health: { ...health, state: "unreadable", reason } };
  }
}

function inspectLock(lock: string, processes: Processes): LockHealth | undefined {
  const owner = readOwner(lock);
  if (!owner) return undefined;
  const { pid, at } = owner;
  return { file: lock, pid, since: new Date(at), owner: findOwnerState(owner, processes) };
}

function tryInspect<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // If it can't be inspected, it is reported as missing.
    return undefined;
  }
}
