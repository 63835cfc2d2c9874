import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describeSystemError, readCode, UserError } from "../errors.ts";
import { copyOwner, makeFolder, moveFile, publishFile, removeFile, resolveLinks } from "./disk.ts";

/** Permissions of a file that only its owner can use. */
const PRIVATE = 0o600;

/** Creates a folder and its parents if they are missing. Throws a UserError if that fails. */
export function createFolder(path: string): void {
  try {
    makeFolder(resolve(path));
  } catch (error) {
    throw new UserError(`The folder "${path}" can't be created: ${describeSystemError(error)}.`, {
      fix: "Choose another folder.",
      cause: error,
    });
  }
}

/** How a file is written. */
export interface WriteOptions {
  /** Whether an existing file may be replaced. */
  force?: boolean | undefined;
  /** The path of the saved progress. Neither it nor a file that belongs to it is replaced. */
  saved: string;
  /** True if only this account may read the file, even if the one it replaces is open to others. */
  isPrivate?: boolean | undefined;
}

/**
 * Writes a file completely or not at all, and returns its absolute path. Throws if the file exists,
 * unless `force` is set. Never replaces a link, folder, device, pipe or the saved progress, and
 * creates nothing that could be taken for it.
 */
export function writeFileSafely(
  path: string,
  text: string | Uint8Array,
  { force = false, saved, isPrivate = false }: WriteOptions,
): string {
  const target = resolve(path);
  const existing = assertSafeTarget(path, target, { force, saved });
  const mode = isPrivate ? PRIVATE : existing;
  // Short even if the file's name is long, because systems limit names to 255 bytes or fewer.
  const temporary = join(dirname(target), `.${globalThis.crypto.randomUUID()}.tmp`);
  try {
    writeWhole(temporary, text, mode);
    if (existing !== undefined) copyOwner(target, temporary);
    if (force) moveFile(temporary, target);
    else publishFile(temporary, target);
  } catch (error) {
    if (readCode(error) === "EEXIST") throw describeExisting(path);
    throw describeWriteError(path, error);
  } finally {
    removeTemporary(temporary);
  }
  return target;
}

function removeTemporary(file: string): void {
  try {
    removeFile(file);
  } catch {
    // The file was written, or another error is already on its way.
  }
}

/**
 * Throws if the target must not be replaced. Returns the permissions of an existing file.
 */
function assertSafeTarget(
  path: string,
  target: string,
  { force, saved }: WriteOptions,
): number | undefined {
  const { there, isSaved, isReserved } = findEntry(path, target, saved);
  if (isSaved)
    throw new UserError(`"${path}" is the file with your saved progress.`, {
      fix: "Choose another file with -o.",
    });
  if (isReserved)
    throw new UserError(`"${path}" could be taken for a part of your saved progress.`, {
      fix: "Choose another folder, or a name that doesn't start with progress, with -o.",
    });
  if (!there) return undefined;
  if (!there.isFile()) {
    throw new UserError(`"${path}" isn't a regular file (it is a folder, a link or a device).`, {
      fix: "Choose another file with -o.",
    });
  }
  if (!force) throw describeExisting(path);
  return there.mode & 0o777;
}

function findEntry(
  path: string,
  target: string,
  saved: string,
): { there: Stats | undefined; isSaved: boolean; isReserved: boolean } {
  try {
    realpathSync(dirname(target));
    const there = lstatSync(target, { throwIfNoEntry: false });
    const isSaved = isSavedProgress(target, there, saved);
    return { there, isSaved, isReserved: isReservedName(target, saved) };
  } catch (error) {
    throw describeWriteError(path, error);
  }
}

/**
 * Compares files by inode if both exist, because a file can have several names: links, and on some
 * systems uppercase and lowercase.
 */
function isSavedProgress(target: string, there: Stats | undefined, saved: string): boolean {
  const known = statSync(saved, { throwIfNoEntry: false });
  if (known && there) return known.ino === there.ino && known.dev === there.dev;
  return target === saved || findRealPath(target) === findRealPath(saved);
}

/**
 * Returns true for a name such as progress.json.bak, progress.json.lock or progress-2.json next to
 * the saved progress: a save would remove it, or take it for a lock, a backup or a copy.
 */
function isReservedName(target: string, saved: string): boolean {
  const [start, end] = [basename(saved, ".json"), ".json"];
  // Both, because systems that ignore the case take "\u017f" for "s".
  const name = basename(target).toUpperCase().toLowerCase();
  if (!name.startsWith(start) || !name.includes(end)) return false;
  // The saved file may be a link to a file in another folder, with the others next to it.
  return [saved, resolveLinks(saved)].some((file) => isOneFolder(dirname(target), dirname(file)));
}

/** Compares folders by inode, because some systems ignore the case of a name. */
function isOneFolder(one: string, other: string): boolean {
  try {
    const [first, second] = [statSync(one), statSync(other)];
    return first.ino === second.ino && first.dev === second.dev;
  } catch {
    // One of them doesn't exist yet, or can't be entered.
    return false;
  }
}

function findRealPath(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    // The folder doesn't exist yet, so the file has no other name.
    return file;
  }
}

function writeWhole(file: string, text: string | Uint8Array, mode: number | undefined): void {
  const descriptor = openSync(file, "wx", 0o666);
  try {
    if (mode !== undefined) fchmodSync(descriptor, mode);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function describeExisting(path: string): UserError {
  return new UserError(`"${path}" already exists, so nothing was written.`, {
    fix: "Choose another name, or replace it with --force.",
  });
}

function describeWriteError(path: string, error: unknown): UserError {
  return new UserError(`"${path}" can't be written: ${describeSystemError(error)}.`, {
    fix: "Choose another location with -o.",
    cause: error,
  });
}
