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
import { copyOwner, makeFolder, moveFile, publishFile, removeFile } from "./disk.ts";

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

/**
 * Whether an existing file may be replaced, and the path of the saved progress, which is never
 * replaced.
 */
export interface WriteOptions {
  force?: boolean | undefined;
  saved: string;
}

/**
 * Writes a file completely or not at all, and returns its absolute path. Throws if the file exists,
 * unless `force` is set. Never replaces a link, folder, device, pipe or the saved progress.
 */
export function writeFileSafely(
  path: string,
  text: string,
  { force = false, saved }: WriteOptions,
): string {
  const target = resolve(path);
  const mode = assertSafeTarget(path, target, { force, saved });
  // Short even if the file's name is long, because systems limit names to 255 bytes or fewer.
  const temporary = join(dirname(target), `.${globalThis.crypto.randomUUID()}.tmp`);
  try {
    writeWhole(temporary, text, mode);
    if (mode !== undefined) copyOwner(target, temporary);
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
  const { there, isSaved } = findEntry(path, target, saved);
  if (isSaved)
    throw new UserError(`"${path}" is the file with your saved progress.`, {
      fix: "Choose another file with -o.",
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
): { there: Stats | undefined; isSaved: boolean } {
  try {
    realpathSync(dirname(target));
    const there = lstatSync(target, { throwIfNoEntry: false });
    return { there, isSaved: isSavedProgress(target, there, saved) };
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

function findRealPath(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    // The folder doesn't exist yet, so the file has no other name.
    return file;
  }
}

function writeWhole(file: string, text: string, mode: number | undefined): void {
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
