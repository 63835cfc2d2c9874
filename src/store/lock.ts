import {
  closeSync,
  constants,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { ExitCode, readCode, UserError } from "../errors.ts";
import { copyOwner, publishFile, removeFile, retryBusy } from "../files/disk.ts";
import { describeSelf, type Holder, judgeHolder, type Processes } from "./lock-owner.ts";

/**
 * How a lock is waited for: who asks, where a long wait is told, and after how many milliseconds.
 */
export interface Waiting {
  processes: Processes;
  tell(text: string): void;
  tellAfter?: number;
  giveUpAfter?: number;
}

const TELL_AFTER = 10_000;
const GIVE_UP_AFTER = 30_000;
const MAX_PAUSE = 20;

/**
 * Runs `work` while no other process holds the lock, and gives back what it returns. A holder that
 * ended is followed at once; one that runs is waited for, named after ten seconds, and after thirty
 * this throws with exit code 4.
 *
 */
export async function holdLock<T>(lock: string, waiting: Waiting, work: () => T): Promise<T> {
  const self = describeSelf(waiting.processes);
  await waitFor(lock, self, waiting);
  try {
    return work();
  } finally {
    release(lock, self);
  }
}

/** Who holds the lock now; nothing when nobody does. */
export function readHolder(lock: string): Holder | undefined {
  let text: string;
  try {
    text = retryBusy(() => readWords(lock));
  } catch (error) {
    if (readCode(error) === "ENOENT") return undefined;
    throw error;
  }
  try {
    const holder: Partial<Holder> = JSON.parse(text);
    if (isHolder(holder)) return holder;
  } catch {
    // Told apart below: a power cut leaves a lock without its words.
  }
  return readBroken(lock);
}

function readWords(lock: string): string {
  // Opening a pipe would wait for a writer for ever. Windows has no such pipes, and no such flag.
  const descriptor = openSync(lock, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Takes a lock away that nobody can be found to hold any more. Does nothing when its holder is
 * another one by now.
 */
export function removeLock(lock: string, holder: Holder, processes: Processes): Holder | undefined {
  const self = describeSelf(processes);
  // Whoever takes a lock away holds a lock on doing so, named after this holder: two would take
  // away the next one's too.
  const guard = `${lock}.${holder.nonce}`;
  const other = take(guard, self);
  if (other)
    return judgeHolder(other, processes) === "ended" ? removeLock(guard, other, processes) : other;
  try {
    if (readHolder(lock)?.nonce === holder.nonce) removeFile(lock);
  } finally {
    release(guard, self);
  }
  return undefined;
}

async function waitFor(lock: string, self: Holder, waiting: Waiting): Promise<void> {
  const { processes, tell, tellAfter = TELL_AFTER, giveUpAfter = GIVE_UP_AFTER } = waiting;
  const since = performance.now();
  let isTold = false;
  for (let holder = take(lock, self); holder; holder = take(lock, self)) {
    const blocker =
      judgeHolder(holder, processes) === "ended" ? removeLock(lock, holder, processes) : holder;
    if (!blocker) continue;
    const waited = performance.now() - since;
    if (waited > giveUpAfter) throw describeWait(blocker, processes);
    if (waited > tellAfter && !isTold)
      tell(`${describeHolder(blocker)} is saving. Waiting for it.`);
    isTold ||= waited > tellAfter;
    await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * MAX_PAUSE));
  }
}

/**
 * Takes the lock, or says who holds it. The file appears with all its words at once, so nobody
 * reads half of them.
 */
function take(lock: string, self: Holder): Holder | undefined {
  const holder = readHolder(lock);
  if (holder) return holder.nonce === self.nonce ? undefined : holder;
  const own = `${lock}.${self.nonce}.new`;
  writeFileSync(own, JSON.stringify(self), { flag: "wx", mode: 0o600 });
  const isPublished = publish(own, lock);
  attempt(() => removeFile(own));
  return isPublished ? undefined : take(lock, self);
}

/** Gives the finished file its name; false when another was faster, or tidied up. */
function publish(own: string, lock: string): boolean {
  try {
    // A lock that root left must not keep the person out.
    copyOwner(dirname(lock), own);
    publishFile(own, lock);
    return true;
  } catch (error) {
    if (["EEXIST", "ENOENT"].includes(readCode(error))) return false;
    attempt(() => removeFile(own));
    throw error;
  }
}

function release(lock: string, self: Holder): void {
  attempt(() => {
    if (readHolder(lock)?.nonce === self.nonce) retryBusy(() => unlinkSync(lock));
  });
}

/**
 * What is tidied up in vain is left for the next one: it belongs to a process that has ended by
 * then.
 */
function attempt(tidy: () => void): void {
  try {
    tidy();
  } catch {
    // The work itself is done all the same.
  }
}

function isHolder(holder: Partial<Holder>): holder is Holder {
  const isNumber = Number.isInteger(holder.pid) && Number(holder.pid) > 0;
  return isNumber && typeof holder.at === "string" && /^[\w-]{1,64}$/.test(holder.nonce ?? "");
}

/** A lock without readable words stands for nobody: process 0. */
function readBroken(lock: string): Holder | undefined {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return (
    stats && {
      pid: 0,
      host: "",
      start: null,
      at: stats.mtime.toISOString(),
      nonce: `broken-${stats.ino}`,
    }
  );
}

/** The sentence about a lock that did not come free. */
function describeWait(holder: Holder, processes: Processes): UserError {
  const isKnown = judgeHolder(holder, processes) === "running";
  return new UserError(
    `${describeHolder(holder)} is saving and does not come to an end. Nothing was saved.`,
    {
      exitCode: ExitCode.progress,
      fix: isKnown
        ? "Close it, then run the same command again."
        : "If no other builder-pm is open: builder-pm doctor --unlock",
    },
  );
}

function describeHolder({ pid }: Holder): string {
  return pid > 0 ? `Another builder-pm (process ${pid})` : "Another builder-pm";
}
