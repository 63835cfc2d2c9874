/** The state of a file. `reason` says what is wrong with it. */
export interface FileHealth {
  file: string;
  state: "healthy" | "damaged" | "newer" | "missing" | "unreadable";
  reason: string | null;
  bytes: number;
  savedAt: Date | null;
  version: number | null;
}

/** A held lock: by which process, since when, and whether that process is still running. */
export interface LockHealth {
  file: string;
  pid: number;
  since: Date;
  owner: "running" | "ended" | "unknown";
}

/** Why a save would fail, and how to fix it: with a command, or with words alone. */
export interface SaveBlocker {
  path: string;
  reason: string;
  command: string | null;
  advice: string;
}

/** The state of the files of pictures. */
export interface PictureHealth {
  /** How many pictures can't be read, because their file is gone or was changed. */
  missing: number;
  /** The files that nothing refers to anymore. */
  unused: string[];
}

/** The cache in which Node keeps compiled code, and why it isn't used, if it isn't. */
export interface CacheHealth {
  folder: string;
  bytes: number;
  problem: string | null;
}

/** The state of the saved progress and the files next to it. */
export interface Health {
  saved: FileHealth;
  backup: FileHealth;
  lock: LockHealth | null;
  /** Files left by a process that ended during a save. */
  leftovers: string[];
  /** Copies that a sync tool made because two computers saved. */
  conflictedCopies: string[];
  /** Null if a save would work. */
  saveBlocker: SaveBlocker | null;
  /** How many changes can be undone. */
  undoSteps: number;
  /** Undefined if nobody looked, because the saved file can't be used. */
  pictures?: PictureHealth | undefined;
  /** Null or undefined if there is no cache. */
  compileCache?: CacheHealth | null;
}

/** A problem to fix, and the command for it. `command` is null if only a person can fix it. */
export interface Repair {
  problem: string;
  /** The file or folder with the problem, unless that is the saved file. */
  path?: string;
  command: string | null;
  advice: string;
}

const STUCK_AFTER_MS = 10_000;
const CHECK_FOLDER = "Check the folder's permissions, or set BUILDER_PM_HOME to another folder.";

/** Returns the first problem to fix, or undefined if there is none. */
export function findRepair(health: Health, now: Date): Repair | undefined {
  const { saved, backup, lock, saveBlocker } = health;
  if (saved.state === "newer") return newerRepair;
  if (saveBlocker) return repairBlocker(saveBlocker);
  if (saved.state === "unreadable")
    return { problem: "The saved file can't be read.", command: null, advice: CHECK_FOLDER };
  const isLost = saved.state === "missing" && backup.state !== "missing";
  if (isLost || saved.state === "damaged") return repairFile(isLost, backup);
  const isHeld = lock !== null && lock.owner !== "ended";
  if (isHeld && now.getTime() - lock.since.getTime() > STUCK_AFTER_MS) return repairLock(lock);
  return health.pictures && repairPictures(health.pictures);
}

const newerRepair: Repair = {
  problem: "A newer version of builder-pm saved your progress, so it was left unchanged.",
  command: null,
  advice: "Use the newer version, or set BUILDER_PM_HOME to another folder to start separately.",
};

function repairBlocker({ reason, ...blocker }: SaveBlocker): Repair {
  return { problem: `Saving won't work: ${reason}.`, ...blocker };
}

function repairFile(isLost: boolean, { state }: FileHealth): Repair {
  const problem = isLost ? "The saved file is missing." : "The saved file is damaged.";
  if (state === "healthy") {
    return {
      problem,
      command: "builder-pm doctor --restore",
      advice: "This restores the version before your last change.",
    };
  }
  return {
    problem,
    command: "builder-pm reset --yes",
    advice: "This starts over. The damaged file is moved aside, not deleted.",
  };
}

function repairPictures({ missing }: PictureHealth): Repair | undefined {
  if (missing === 0) return undefined;
  const problem =
    missing === 1
      ? "The file of a picture is missing, or was changed."
      : `The files of ${missing} pictures are missing, or were changed.`;
  const advice =
    'Import an export that has them, put back the folder "pictures", or attach them again.';
  return { problem, command: null, advice };
}

function repairLock({ pid, owner }: LockHealth): Repair {
  const who = pid > 0 ? `Another builder-pm (process ${pid})` : "Another builder-pm";
  const problem = `${who} hasn't finished saving.`;
  if (owner === "running") return { problem, command: null, advice: "Let it finish, or close it." };
  return {
    problem,
    command: "builder-pm doctor --unlock",
    advice: "Run this only if no other builder-pm is open.",
  };
}
