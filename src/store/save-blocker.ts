import { accessSync, constants, lstatSync, type Stats, statfsSync, statSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { SaveBlocker } from "../domain/progress/health.ts";
import { quote } from "../domain/text/words.ts";
import { describeSystemError, readCode } from "../errors.ts";
import { readHome } from "./location.ts";
import { nameBeside } from "./sidecar-files.ts";

/** The number of an account: 0 for root, undefined on Windows. */
export type AccountId = number | undefined;

/** What a save needs beside the files themselves, in bytes. */
const SPARE = 8192;

/** The types of disks that the kernel makes up, where nothing is saved: proc, sysfs, cgroup2. */
const MADE_UP = [0x9fa0, 0x62656572, 0x63677270];

/** Why something stands in the way of a save; denied where it is a question of permissions. */
interface Problem {
  reason: string;
  advice: string;
  isDenied?: boolean;
}

const OTHER_FOLDER = "Set BUILDER_PM_HOME to another folder.";
const CHECK_PERMISSIONS = "Check its permissions, or set BUILDER_PM_HOME to another folder.";

const noFolder: Problem = {
  reason: "it is not a folder",
  advice: "Move it away, or set BUILDER_PM_HOME to another folder.",
};
const noFile: Problem = { reason: "it is a folder", advice: "Move that folder away." };
const notOurs: Problem = {
  reason: "it belongs to another account",
  advice: OTHER_FOLDER,
  isDenied: true,
};
const full: Problem = { reason: "the disk is full", advice: "Free up disk space." };
const madeUp: Problem = { reason: "the system takes no files there", advice: OTHER_FOLDER };

/** Returns what would make a save fail, undefined if nothing does. Changes nothing. */
export function findSaveBlocker(file: string, account: AccountId): SaveBlocker | undefined {
  const folder = dirname(file);
  const nearest = findNearest(folder);
  const problem = judgeFolder(nearest) ?? judgeDisk(nearest, file, account);
  if (problem) return describe(nearest, problem, folder, account);
  if (nearest !== folder) return undefined;
  const { staged, backup, lock } = nameBeside(file);
  for (const path of [file, lock, staged, backup, `${backup}.new`]) {
    const problem = judgeFile(path, file, account);
    if (problem) return describe(path, problem, folder, account);
  }
  return undefined;
}

/** Returns the folder, or the nearest one above it that is there. */
function findNearest(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || lookAt(folder) ? folder : findNearest(parent);
}

function judgeFolder(folder: string): Problem | undefined {
  try {
    if (!statSync(folder).isDirectory()) return noFolder;
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return describeRefusal(error);
  }
}

function judgeDisk(folder: string, file: string, account: AccountId): Problem | undefined {
  try {
    const { type, blocks, bsize, bfree, bavail } = statfsSync(folder);
    if (MADE_UP.includes(type)) return madeUp;
    // Disks of no fixed size say 0. A part of what is free is for root alone.
    const free = (account === 0 ? bfree : bavail) * bsize;
    return blocks > 0 && free < 2 * (lookAt(file)?.size ?? 0) + SPARE ? full : undefined;
  } catch {
    // Some network disks don't say.
    return undefined;
  }
}

function judgeFile(path: string, file: string, account: AccountId): Problem | undefined {
  const stats = lookAt(path);
  if (!stats) return undefined;
  // A folder in place of the file itself is damage, and can be restored.
  if (stats.isDirectory()) return path === file ? undefined : noFile;
  if (isSticky(path, stats, account)) return notOurs;
  const unread = findRefusal(path, constants.R_OK);
  const isRead = path === file || path === nameBeside(file).lock;
  if (isRead && unread) return describeRefusal(unread);
  // A file that may not be written can still be replaced, unless the system froze it.
  const frozen = findRefusal(path, constants.W_OK);
  return ["EPERM", "EROFS"].includes(readCode(frozen)) ? describeRefusal(frozen) : undefined;
}

/** In a folder such as /tmp only the owner of a file, or of the folder, may replace it. */
function isSticky(path: string, { uid }: Stats, account: AccountId): boolean {
  const folder = lookAt(dirname(path), statSync);
  if (!account || !folder || (folder.mode & 0o1000) === 0) return false;
  return folder.uid !== account && uid !== account;
}

function describeRefusal(error: unknown): Problem {
  const isDenied = readCode(error) === "EACCES";
  const advice = isDenied ? CHECK_PERMISSIONS : OTHER_FOLDER;
  return { reason: describeSystemError(error), advice, isDenied };
}

function describe(
  path: string,
  { reason, advice, isDenied = false }: Problem,
  folder: string,
  account: AccountId,
): SaveBlocker {
  const command = isDenied && account ? findCommand(path, folder, account) : null;
  return { path, reason, command, advice: command ? "gives you access to it again" : advice };
}

/** The command that gives the person access again, as after `sudo`; null where it could do harm. */
function findCommand(path: string, folder: string, account: number): string | null {
  const owner = lookAt(path)?.uid;
  if (owner === account) return `chmod u+rwX ${quote(path)}`;
  const target = dirname(path) === folder ? folder : path;
  if (!isPersonal(target, account)) return null;
  return `sudo chown ${target === folder ? "-R " : ""}"$(id -un)" ${quote(target)}`;
}

/** True for one person's folder: never one of the system's, and not a whole home. */
function isPersonal(folder: string, account: number): boolean {
  const way = relative(readHome(), folder);
  if (way === "") return false;
  const isNamed = basename(folder) === "builder-pm";
  return !way.startsWith("..") || isNamed || lookAt(folder)?.uid === account;
}

function findRefusal(path: string, mode: number): unknown {
  try {
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Says what stands under that name; a link itself, unless `look` follows it. */
function lookAt(path: string, look: typeof lstatSync = lstatSync): Stats | undefined {
  try {
    return look(path, { throwIfNoEntry: false });
  } catch {
    // Part of the path is a file, or may not be looked into: what lies above says which.
    return undefined;
  }
}
