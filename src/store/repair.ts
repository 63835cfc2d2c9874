import { lstatSync, statSync } from "node:fs";
import type { FileHealth, Health, LockHealth } from "../domain/progress/health.ts";
import { describeSystemError, ExitCode, UserError } from "../errors.ts";
import { moveFile } from "../files/disk.ts";
import { describeUnusable } from "./failure.ts";
import { readHolder, removeLock } from "./lock.ts";
import { judgeHolder, type Processes } from "./lock-owner.ts";
import { isThere, type Reader, type Revision, readRevision, resolveLink } from "./revision.ts";
import { findSaveBlocker } from "./save-blocker.ts";
import {
  copyOver,
  findConflictedCopies,
  findLeftovers,
  linkOver,
  nameAside,
  nameBeside,
} from "./sidecar-files.ts";
import type { StoreWorld } from "./store.ts";
import { readHistory } from "./undo-steps.ts";

/**
 * What a restore did: the file that is sound again, and where the damaged one is now; none when it
 * was gone.
 */
export interface Restored {
  file: string;
  aside: string | undefined;
}

/**
 * Looks at the saved file and what stands beside it. Changes nothing, and never throws because of
 * what it finds.
 */
export function inspect(file: string, reader: Reader, world: StoreWorld): Health {
  const real = attempt(() => resolveLink(file)) ?? file;
  const { backup, lock } = nameBeside(real);
  const saved = describeFile(real, reader);
  return {
    saved: { ...saved.health, file },
    backup: describeFile(backup, reader).health,
    lock: attempt(() => describeLock(lock, world)) ?? null,
    leftovers: findLeftovers(real),
    conflictedCopies: findConflictedCopies(real),
    saveBlocker: findSaveBlocker(real, world.getuid?.()) ?? null,
    undoSteps: saved.revision ? readHistory(saved.revision).past.length : 0,
  };
}

/**
 * Brings the backup into the place of a damaged or missing file; nothing when the file is sound.
 * The damaged one is moved aside. Throws when there is no sound backup, or a newer version saved
 * the file.
 *
 */
export function restore(file: string, reader: Reader, now: Date): Restored | undefined {
  const { backup } = nameBeside(file);
  const { state } = describeFile(file, reader).health;
  if (state === "sound" || (state === "missing" && !isThere(backup))) return undefined;
  if (state === "newer") throw describeUnusable(file, { state, reason: "" }, false);
  if (state === "unreadable") readRevision(file, reader);
  requireSound(backup, reader);
  const aside = isThere(file) ? nameAside(file, now) : undefined;
  // A folder or a link can only be moved; a file keeps its place until the copy takes it.
  if (aside && lstatSync(file).isFile()) linkOver(file, aside);
  else if (aside) moveFile(file, aside);
  copyOver(backup, file);
  return { file, aside };
}

function requireSound(backup: string, reader: Reader): void {
  const { state } = describeFile(backup, reader).health;
  if (state === "sound") return;
  const words = state === "missing" ? "is not there" : "cannot be used either";
  throw new UserError(`There is no sound copy to bring back: "${backup}" ${words}.`, {
    exitCode: ExitCode.progress,
    fix: "Fix the file by hand, or move it aside and start again with: builder-pm reset --yes",
  });
}

/**
 * Moves the file and its backup aside and returns where the file is now; the backup, when there
 * was no file.
 */
export function moveAside(file: string, now: Date): string | undefined {
  const moved = [nameBeside(file).backup, file].filter(isThere).map((from) => {
    const aside = nameAside(from, now);
    moveFile(from, aside);
    return aside;
  });
  return moved.at(-1);
}

/**
 * Removes a lock whose holder cannot be found; false when there is none. Throws while the holder
 * runs.
 */
export function unlock(file: string, processes: Processes): boolean {
  const { lock } = nameBeside(file);
  const holder = readHolder(lock);
  if (!holder) return false;
  if (judgeHolder(holder, processes) === "running") {
    throw new UserError(`Another builder-pm (process ${holder.pid}) is saving right now.`, {
      exitCode: ExitCode.progress,
      fix: "Let it finish, or close it.",
    });
  }
  return removeLock(lock, holder, processes) === undefined;
}

function describeFile(file: string, reader: Reader): { health: FileHealth; revision?: Revision } {
  const stats = attempt(() => statSync(file));
  const health = {
    file,
    reason: null,
    bytes: stats?.size ?? 0,
    savedAt: stats?.mtime ?? null,
    version: null,
  };
  try {
    if (!isThere(file)) return { health: { ...health, state: "missing" } };
    const revision = readRevision(file, reader);
    if ("state" in revision) return { health: { ...health, ...revision } };
    return { health: { ...health, state: "sound", version: revision.version ?? null }, revision };
  } catch (error) {
    return {
      health: {
        ...health,
        state: "unreadable",
        reason: describeSystemError((error as Error).cause ?? error),
      },
    };
  }
}

function describeLock(lock: string, processes: Processes): LockHealth | undefined {
  const holder = readHolder(lock);
  if (!holder) return undefined;
  return {
    file: lock,
    pid: holder.pid,
    since: new Date(holder.at),
    holder: judgeHolder(holder, processes),
  };
}

function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    // What cannot be looked at is told as what it looks like: not there.
    return undefined;
  }
}
