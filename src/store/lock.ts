import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { ExitCode, readCode, UserError } from "../errors.ts";
import { copyOwner, publishFile, removeFile, retryBusy } from "../files/disk.ts";
import { describeSelf, findOwnerState, type LockOwner, type Processes } from "./lock-owner.ts";

/** How to wait for a lock: as which process, and what to do after how many milliseconds. */
export interface LockOptions {
  processes: Processes;
  /** Called once during a long wait. */
  notify(message: string): void;
  notifyAfter?: number;
  giveUpAfter?: number;
}

const NOTIFY_AFTER_MS = 10_000;
const GIVE_UP_AFTER_MS = 30_000;
const MAX_PAUSE_MS = 20;
/** Far more than the description of a process takes. */
const MAX_BYTES = 64 * 1024;

/**
 * Runs `work` while no other process holds the lock, and returns its result. Takes over the lock of
 * a process that has ended. Waits for one that is running, notifies after ten seconds, and throws
 * with exit code 4 after thirty.
 */
export async function withLock<T>(lock: string, options: LockOptions, work: () => T): Promise<T> {
  const self = describeSelf(options.processes);
  await acquireLock(lock, self, options);
  try {
    return work();
  } finally {
    releaseLock(lock, self);
  }
}

/** Returns the owner of a lock, or undefined if nobody holds it. */
export function readOwner(lock: string): LockOwner | undefined {
  let text: string;
  try {
    text = retryBusy(() => readLockFile(lock));
  } catch (error) {
    if (readCode(error) === "ENOENT") return undefined;
    throw error;
  }
  try {
    const owner: Partial<LockOwner> = JSON.parse(text);
    if (isLockOwner(owner)) return owner;
  } catch {
    // Handled below: a power cut leaves a lock without content.
  }
  return describeUnknownOwner(lock);
}

/** Returns no text for what can't be a lock: a link, a pipe, a device, or a large file. */
function readLockFile(lock: string): string {
  const stats = lstatSync(lock);
  if (!isPossibleLock(stats)) return "";
  // Opening a pipe would wait forever for a writer. Windows has no such pipes, and no such flag.
  const descriptor = openSync(lock, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Removes a lock whose owner can't be found. Does nothing if it has another owner by now. Returns
 * the process that is already removing it, if any.
 */
export function removeLock(
  lock: string,
  owner: LockOwner,
  processes: Processes,
): LockOwner | undefined {
  const self = describeSelf(processes);
  // A second lock, named after the owner, guards the removal: of two processes that remove the
  // same lock, the slower one would remove the next owner's.
  const guard = `${lock}.${owner.nonce}`;
  const other = tryAcquire(guard, self);
  if (other) {
    const hasEnded = findOwnerState(other, processes) === "ended";
    return hasEnded ? removeLock(guard, other, processes) : other;
  }
  try {
    if (readOwner(lock)?.nonce === owner.nonce) removeFile(lock);
  } finally {
    releaseLock(guard, self);
  }
  return undefined;
}

async function acquireLock(lock: string, self: LockOwner, options: LockOptions): Promise<void> {
  const { processes, notify } = options;
  const { notifyAfter = NOTIFY_AFTER_MS, giveUpAfter = GIVE_UP_AFTER_MS } = options;
  const since = performance.now();
  let isNotified = false;
  for (let owner = tryAcquire(lock, self); owner; owner = tryAcquire(lock, self)) {
    const hasEnded = findOwnerState(owner, processes) === "ended";
    const blocker = hasEnded ? removeLock(lock, owner, processes) : owner;
    if (!blocker) continue;
    const waited = performance.now() - since;
    if (waited > giveUpAfter) throw describeTimeout(blocker, processes);
    if (waited > notifyAfter && !isNotified) {
      notify(`${describeOwner(blocker)} is saving. Waiting for it to finish.`);
      isNotified = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * MAX_PAUSE_MS));
  }
}

/**
 * Takes the lock, or returns its owner. The lock appears with its whole content at once, so no
 * process reads half of it.
 */
function tryAcquire(lock: string, self: LockOwner): LockOwner | undefined {
  const owner = readOwner(lock);
  if (owner) return owner.nonce === self.nonce ? undefined : owner;
  const own = `${lock}.${self.nonce}.new`;
  writeFileSync(own, JSON.stringify(self), { flag: "wx", mode: 0o600 });
  const isPublished = publishLock(own, lock);
  tryCleanUp(() => removeFile(own));
  return isPublished ? undefined : tryAcquire(lock, self);
}

/** Gives the finished file its name. Returns false if another process was faster, or removed it. */
function publishLock(own: string, lock: string): boolean {
  try {
    // A lock that root leaves behind must not lock the person out.
    copyOwner(dirname(lock), own);
    publishFile(own, lock);
    return true;
  } catch (error) {
    if (["EEXIST", "ENOENT"].includes(readCode(error))) return false;
    tryCleanUp(() => removeFile(own));
    throw error;
  }
}

function releaseLock(lock: string, self: LockOwner): void {
  tryCleanUp(() => {
    if (readOwner(lock)?.nonce === self.nonce) retryBusy(() => unlinkSync(lock));
  });
}

function tryCleanUp(cleanUp: () => void): void {
  try {
    cleanUp();
  } catch {
    // The next save removes the file: it belongs to a process that has ended by then.
  }
}

function isLockOwner(owner: Partial<LockOwner>): owner is LockOwner {
  const isNumber = Number.isInteger(owner.pid) && Number(owner.pid) > 0;
  return isNumber && typeof owner.at === "string" && /^[\w-]{1,64}$/.test(owner.nonce ?? "");
}

function isPossibleLock(stats: Stats): boolean {
  return stats.isDirectory() || (stats.isFile() && stats.size <= MAX_BYTES);
}

/** Describes the owner of a lock without readable content, as process 0. */
function describeUnknownOwner(lock: string): LockOwner | undefined {
  const stats = lstatSync(lock, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const nonce = `broken-${stats.ino}`;
  // No process is about to write into anything else, so there is nothing to wait for.
  const at = isPossibleLock(stats) ? stats.mtime : new Date(0);
  return { pid: 0, host: "", start: null, at: at.toISOString(), nonce };
}

function describeTimeout(owner: LockOwner, processes: Processes): UserError {
  const isKnown = findOwnerState(owner, processes) === "running";
  return new UserError(
    `${describeOwner(owner)} is taking too long to save. Nothing was saved here.`,
    {
      exitCode: ExitCode.progress,
      fix: isKnown
        ? "Close it, then run the same command again."
        : "If no other builder-pm is open: builder-pm doctor --unlock",
    },
  );
}

function describeOwner({ pid }: LockOwner): string {
  return pid > 0 ? `Another builder-pm (process ${pid})` : "Another builder-pm";
}
