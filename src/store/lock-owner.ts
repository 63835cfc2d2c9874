import { readFileSync, readlinkSync } from "node:fs";
import { hostname, uptime } from "node:os";

/** The parts of the process that a lock needs: its id, and a way to check another process. */
export interface Processes {
  readonly pid: number;
  /** Sends signal 0, which does nothing. Throws if there is no such process. */
  kill(pid: number, signal: 0): unknown;
}

/**
 * The process that holds a lock. `start` distinguishes it from a later process with the same
 * number, on systems that tell when a process started.
 */
export interface LockOwner {
  pid: number;
  /** The computer, and on Linux the namespace of its process numbers. */
  host: string;
  start: string | null;
  at: string;
  /** A random id for this one time that the lock is held. */
  nonce: string;
}

/** What is known about an owner: it is running, it has ended, or this computer can't tell. */
export type OwnerState = "running" | "ended" | "unknown";

const WRITE_TIMEOUT_MS = 10_000;
const MINUTE_MS = 60_000;

/** Describes this process as the owner of a lock. */
export function describeSelf({ pid }: Processes): LockOwner {
  return {
    pid,
    host: describeHost(),
    start: readStart(pid),
    at: new Date().toISOString(),
    nonce: globalThis.crypto.randomUUID(),
  };
}

/**
 * Finds out whether an owner is still running. Returns "ended" only if that is certain, because its
 * lock may then be taken.
 */
export function findOwnerState(owner: LockOwner, processes: Processes): OwnerState {
  // The content of this lock may still be on its way. If it doesn't come, the power went out.
  if (owner.pid === 0)
    return Date.now() - Date.parse(owner.at) > WRITE_TIMEOUT_MS ? "ended" : "unknown";
  if (owner.host !== describeHost()) return "unknown";
  // Saving is synchronous, so a lock of this same process is a leftover.
  const hasEnded = owner.pid === processes.pid || !isRunning(owner.pid, processes);
  return hasEnded ? "ended" : compareStart(owner);
}

/** Finds out whether the running process with the owner's number is the owner, or a later one. */
function compareStart({ pid, start, at }: LockOwner): OwnerState {
  const now = readStart(pid);
  if (now && start) return now === start ? "running" : "ended";
  const booted = Date.now() - uptime() * 1000;
  return Date.parse(at) < booted - MINUTE_MS ? "ended" : "unknown";
}

function isRunning(pid: number, processes: Processes): boolean {
  try {
    processes.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function describeHost(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/**
 * Returns when a process started, relative to the start of the computer. Returns null except on
 * Linux: other systems tell only through another program.
 */
function readStart(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name is in parentheses and may contain spaces. The start is the 20th field
    // after it.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks ? `${boot} ${ticks}` : null;
  } catch {
    return null;
  }
}
