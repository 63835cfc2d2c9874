import { accessSync, constants, lstatSync, type Stats, statfsSync, statSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { SaveBlocker } from "../domain/progress/health.ts";
import { quote } from "../domain/text/words.ts";
import { describeSystemError, readCode } from "../errors.ts";
import { readHome } from "./place.ts";
import { getSidecarPaths } from "./sidecar-files.ts";

/** The number of an account: 0 for root, undefined on Windows. */
export type AccountId = number | undefined;

/** Bytes that a save needs in addition to the files themselves. */
const SPARE_BYTES = 8192;

/** The types of filesystems that exist only in memory: proc, sysfs, cgroup2. */
const VIRTUAL_TYPES = [0x9fa0, 0x62656572, 0x63677270];

/** Why a save would fail. `isDenied` is true if permissions are the reason. */
interface Problem {
  reason: string;
  advice: string;
  isDenied?: boolean;
}

const OTHER_FOLDER = "Set BUILDER_PM_HOME to another folder.";
const CHECK_PERMISSIONS = "Check its permissions, or set BUILDER_PM_HOME to another folder.";

const noFolder: Problem = {
  reason: "it is not a folder",
  advice: "Move it somewhere else, or set BUILDER_PM_HOME to another folder.",
};
const noFile: Problem = { reason: "it is a folder", advice: "Move that folder somewhere else." };
const notOurs: Problem = {
  reason: "it belongs to another account",
  advice: OTHER_FOLDER,
  isDenied: true,
};
const full: Problem = { reason: "the disk is full", advice: "Free up disk space." };
const virtual: Problem = { reason: "files can't be saved there", advice: OTHER_FOLDER };

/** Returns what would make a save fail, undefined if nothing does. Changes nothing. */
export function findSaveBlocker(file: string, account: AccountId): SaveBlocker | undefined {
  const folder = dirname(file);
  const nearest = findNearestFolder(folder);
  const problem = checkFolder(nearest) ?? checkDisk(nearest, file, account);
  if (problem) return describeBlocker(nearest, problem, folder, account);
  if (nearest !== folder) return undefined;
  const { staged, backup, lock } = getSidecarPaths(file);
  for (const path of [file, lock, staged, backup, `${backup}.new`]) {
    const problem = checkFile(path, file, account);
    if (problem) return describeBlocker(path, problem, folder, account);
  }
  return undefined;
}

/** Returns the folder, or its nearest parent that exists. */
function findNearestFolder(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || tryStat(folder) ? folder : findNearestFolder(parent);
}

function checkFolder(folder: string): Problem | undefined {
  try {
    if (!statSync(folder).isDirectory()) return noFolder;
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return describeAccessError(error);
  }
}

function checkDisk(folder: string, file: string, account: AccountId): Problem | undefined {
  try {
    const { type, blocks, bsize, bfree, bavail } = statfsSync(folder);
    if (VIRTUAL_TYPES.includes(type)) return virtual;
    // Disks without a fixed size report 0. Some of the free space is reserved for root.
    const free = (account === 0 ? bfree : bavail) * bsize;
    return blocks > 0 && free < 2 * (tryStat(file)?.size ?? 0) + SPARE_BYTES ? full : undefined;
  } catch {
    // Some network disks don't report their space.
    return undefined;
  }
}

function checkFile(path: string, file: string, account: AccountId): Problem | undefined {
  const stats = tryStat(path);
  if (!stats) return undefined;
  // A folder in place of the file itself is damage, and can be restored.
  if (stats.isDirectory()) return path === file ? undefined : noFile;
  if (isProtected(path, stats, account)) return notOurs;
  const readError = findAccessError(path, constants.R_OK);
  // A lock that is a link or a pipe is no lock, and is removed without being read.
  const isLock = path === getSidecarPaths(file).lock && stats.isFile();
  const isRead = path === file || isLock;
  if (isRead && readError) return describeAccessError(readError);
  // A file without write permission can still be replaced, unless it is marked as immutable.
  const writeError = findAccessError(path, constants.W_OK);
  const isImmutable = ["EPERM", "EROFS"].includes(readCode(writeError));
  return isImmutable ? describeAccessError(writeError) : undefined;
}

/**
 * Returns true if another account owns a file in a folder such as /tmp, where only the owner of a
 * file, or of the folder, may replace it.
 */
function isProtected(path: string, { uid }: Stats, account: AccountId): boolean {
  const folder = tryStat(dirname(path), statSync);
  if (!account || !folder || (folder.mode & 0o1000) === 0) return false;
  return folder.uid !== account && uid !== account;
}

function describeAccessError(error: unknown): Problem {
  const isDenied = readCode(error) === "EACCES";
  const advice = isDenied ? CHECK_PERMISSIONS : OTHER_FOLDER;
  return { reason: describeSystemError(error), advice, isDenied };
}

function describeBlocker(
  path: string,
  { reason, advice, isDenied = false }: Problem,
  folder: string,
  account: AccountId,
): SaveBlocker {
  const command = isDenied && account ? findAccessCommand(path, folder, account) : null;
  return { path, reason, command, advice: command ? "This gives you access again." : advice };
}

/**
 * Returns the command that gives the person access again, such as after `sudo`. Returns null if it
 * could do harm.
 */
function findAccessCommand(path: string, folder: string, account: number): string | null {
  const owner = tryStat(path)?.uid;
  if (owner === account) return `chmod u+rwX ${quote(path)}`;
  const target = dirname(path) === folder ? folder : path;
  if (!isPersonalFolder(target, account)) return null;
  return `sudo chown ${target === folder ? "-R " : ""}"$(id -un)" ${quote(target)}`;
}

/** Returns true for a folder of one person, but not for a system folder or a whole home folder. */
function isPersonalFolder(folder: string, account: number): boolean {
  const path = relative(readHome(), folder);
  if (path === "") return false;
  const isNamed = basename(folder) === "builder-pm";
  return !path.startsWith("..") || isNamed || tryStat(folder)?.uid === account;
}

function findAccessError(path: string, mode: number): unknown {
  try {
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Returns the stats of a path, undefined if it can't be read. Pass `statSync` to follow links. */
function tryStat(path: string, stat: typeof lstatSync = lstatSync): Stats | undefined {
  try {
    return stat(path, { throwIfNoEntry: false });
  } catch {
    // Part of the path is a file, or is off limits. The check of the folders above finds out which.
    return undefined;
  }
}
