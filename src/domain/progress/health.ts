/** How a saved file is: `reason` says what is wrong with it. */
export interface FileHealth {
  file: string;
  state: "sound" | "damaged" | "newer" | "missing" | "unreadable";
  reason: string | null;
  bytes: number;
  savedAt: Date | null;
  version: number | null;
}

/** A lock that is held: by which process, since when, and what is known of it. */
export interface LockHealth {
  file: string;
  pid: number;
  since: Date;
  holder: "running" | "ended" | "unknown";
}

/** What would make a save fail, why, and what to do: a command and what it does, or words alone. */
export interface SaveBlocker {
  path: string;
  reason: string;
  command: string | null;
  advice: string;
}

/** The saved progress and everything beside it. */
export interface Health {
  saved: FileHealth;
  backup: FileHealth;
  lock: LockHealth | null;
  /** Files that were left behind where a process was ended while it saved. */
  leftovers: string[];
  /** Files beside the saved one that a sync tool made where two computers saved. */
  conflictedCopies: string[];
  /** Null when a save would work. */
  saveBlocker: SaveBlocker | null;
  /** How many changes can be taken back. */
  undoSteps: number;
}

/**
 * What stands in the way of going on, and the command that mends it; no command where only a
 * person can.
 */
export interface Repair {
  problem: string;
  /** The file or folder that the problem is about, where it isn't the saved file. */
  path?: string;
  command: string | null;
  advice: string;
}

const LONG = 10_000;
const ACCESS = "Check the folder's permissions, or set BUILDER_PM_HOME to another folder.";

/** The first thing to mend; nothing when all is well. */
export function findRepair(health: Health, now: Date): Repair | undefined {
  const { saved, backup, lock, saveBlocker } = health;
  if (saved.state === "newer") return newerRepair;
  if (saveBlocker) return repairBlocker(saveBlocker);
  if (saved.state === "unreadable")
    return { problem: "The saved file cannot be read.", command: null, advice: ACCESS };
  const isGone = saved.state === "missing" && backup.state !== "missing";
  if (isGone || saved.state === "damaged") return repairFile(isGone, backup);
  const isStuck = lock && lock.holder !== "ended" && now.getTime() - lock.since.getTime() > LONG;
  return isStuck ? repairLock(lock) : undefined;
}

const newerRepair: Repair = {
  problem: "A newer builder-pm saved your progress, and this one leaves it as it is.",
  command: null,
  advice: "Use the newer builder-pm, or set BUILDER_PM_HOME to another folder to start apart.",
};

function repairBlocker({ reason, ...blocker }: SaveBlocker): Repair {
  return { problem: `A save would fail: ${reason}.`, ...blocker };
}

function repairFile(isGone: boolean, { state }: FileHealth): Repair {
  const problem = isGone ? "The saved file is gone." : "The saved file is damaged.";
  if (state === "sound") {
    return {
      problem,
      command: "builder-pm doctor --restore",
      advice: "brings back what was saved before the last change",
    };
  }
  return {
    problem,
    command: "builder-pm reset --yes",
    advice: "moves it aside, deletes nothing, and starts over",
  };
}

function repairLock({ pid, holder }: LockHealth): Repair {
  const problem =
    pid > 0 ? `Process ${pid} has not finished saving.` : "Someone has not finished saving.";
  if (holder === "running")
    return { problem, command: null, advice: "Close that builder-pm, or let it go on." };
  return {
    problem,
    command: "builder-pm doctor --unlock",
    advice: "if no other builder-pm is open",
  };
}
