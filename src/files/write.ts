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

/** Creates a folder and those above it, if missing. Throws a UserError if that is impossible. */
export function createFolder(path: string): void {
  try {
    makeFolder(resolve(path));
  } catch (error) {
    throw new UserError(`The folder "${path}" can't be created: ${describeSystemError(error)}.`, {
      fix: "Choose another place.",
      cause: error,
    });
  }
}

/**
 * How a file may be written: over an old one only with `force`, and never onto `saved`, the saved
 * progress.
 */
export interface WriteOptions {
  force?: boolean | undefined;
  saved: string;
}

/**
 * Writes a file for the person, whole or not at all, and returns its absolute path. An existing
 * file is kept unless `force` is given; a link, a folder, a device, a pipe or the saved progress is
 * never written to.
 *
 */
export function writeFileSafely(
  path: string,
  text: string,
  { force = false, saved }: WriteOptions,
): string {
  const target = resolve(path);
  const mode = assertSafeTarget(path, target, { force, saved });
  // Short whatever the file is called: systems allow 255 bytes for a name, and some fewer.
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
    // The file itself is written, or what went wrong with it is being told already.
  }
}

/** Refuses what must not be written to; gives back the rights of the file that will be replaced. */
function assertSafeTarget(
  path: string,
  target: string,
  { force, saved }: WriteOptions,
): number | undefined {
  const { there, isSaved } = findEntry(path, target, saved);
  if (isSaved)
    throw new UserError(`"${path}" is your saved progress itself.`, {
      fix: "Choose another file with -o.",
    });
  if (!there) return undefined;
  if (!there.isFile()) {
    throw new UserError(`"${path}" is not a plain file (it is a folder, a link or a device).`, {
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
 * A file has many names: links, and on some systems upper and lower case. Where it exists its
 * number on the disk tells.
 */
function isSavedProgress(target: string, there: Stats | undefined, saved: string): boolean {
  const known = statSync(saved, { throwIfNoEntry: false });
  if (known && there) return known.ino === there.ino && known.dev === there.dev;
  return target === saved || realPathOf(target) === realPathOf(saved);
}

function realPathOf(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    // The folder is not there yet, so no other name leads to it.
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
  return new UserError(`"${path}" exists already, and was kept as it is.`, {
    fix: "Choose another name, or write over it with --force.",
  });
}

function describeWriteError(path: string, error: unknown): UserError {
  return new UserError(`"${path}" cannot be written: ${describeSystemError(error)}.`, {
    fix: "Choose another place with -o.",
    cause: error,
  });
}
