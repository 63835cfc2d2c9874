import { readFileSync, readlinkSync } from "node:fs";
import { hostname, uptime } from "node:os";

/** The process as far as a lock needs it: who we are, and a way to ask whether another one runs. */
export interface Processes {
  readonly pid: number;
  /** Signal 0 is sent, which does nothing; it throws when that one is not there. */
  kill(pid: number, signal: 0): unknown;
}

/**
 * Who holds a lock. `start` tells a process from a later one with the same number, where that can
 * be read.
 */
export interface Holder {
  pid: number;
  /** The computer, and on Linux the space in which its process numbers count. */
  host: string;
  start: string | null;
  at: string;
  /** A random word for this one time that the lock is held. */
  nonce: string;
}

/** What is known about a holder: it runs, it has ended, or this computer cannot tell. */
export type Verdict = "running" | "ended" | "unknown";

const LONG = 10_000;
const MINUTE = 60_000;

/** This process as the holder of a lock. */
export function describeSelf({ pid }: Processes): Holder {
  return {
    pid,
    host: describeHost(),
    start: readStart(pid),
    at: new Date().toISOString(),
    nonce: globalThis.crypto.randomUUID(),
  };
}

/**
 * Tells whether a holder still runs. Only what is certain counts as ended: its lock may then be
 * taken.
 */
export function judgeHolder(holder: Holder, processes: Processes): Verdict {
  // A lock whose words may still be on the way. Later it is what a power cut left.
  if (holder.pid === 0) return Date.now() - Date.parse(holder.at) > LONG ? "ended" : "unknown";
  if (holder.host !== describeHost()) return "unknown";
  // Saving is never interrupted by other work of the same process, so its own lock is a leftover.
  const isOver = holder.pid === processes.pid || !isRunning(holder.pid, processes);
  return isOver ? "ended" : judgeStart(holder);
}

/** A process with the number of the holder runs: the same one, or a later one. */
function judgeStart({ pid, start, at }: Holder): Verdict {
  const now = readStart(pid);
  if (now && start) return now === start ? "running" : "ended";
  const booted = Date.now() - uptime() * 1000;
  return Date.parse(at) < booted - MINUTE ? "ended" : "unknown";
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
 * When a process began, counted from the start of the computer; only Linux says so without a
 * program that is run for it.
 */
function readStart(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold spaces; the start is the 20th word
    // after it.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks ? `${boot} ${ticks}` : null;
  } catch {
    return null;
  }
}
