import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describeSystemError, UserError } from "./errors.ts";

/** How a file may be written: over an old one only with `force`, and never onto `saved`, the saved progress. */
export interface WriteOptions {
  force?: boolean | undefined;
  saved: string;
}

/**
 * Writes a file for the person, whole or not at all, and returns its absolute path. An existing file is kept unless
 * `force` is given; a link, a folder, a device, a pipe or the saved progress is never written to.
 */
export function writeFileSafely(path: string, text: string, { force = false, saved }: WriteOptions): string {
  const target = resolve(path);
  refuseUnsafeTarget(path, target, force, saved);
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${globalThis.crypto.randomUUID()}.tmp`);
  try {
    writeWhole(temporary, text);
    if (force) renameSync(temporary, target);
    else publishNew(temporary, target);
  } catch (error) {
    if (readCode(error) === "EEXIST") throw describeExisting(path);
    throw describeWriteError(path, error);
  } finally {
    rmSync(temporary, { force: true });
  }
  return target;
}

function refuseUnsafeTarget(path: string, target: string, force: boolean, saved: string): void {
  let real: string;
  try {
    real = join(realpathSync(dirname(target)), basename(target));
  } catch (error) {
    throw describeWriteError(path, error);
  }
  if (real === saved || target === saved)
    throw new UserError(`"${path}" is your saved progress itself.`, { fix: "Choose another file with -o." });
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isFile()) {
    throw new UserError(`"${path}" is not a plain file (it is a folder, a link or a device).`, {
      fix: "Choose another file with -o.",
    });
  }
  if (!force) throw describeExisting(path);
}

function writeWhole(file: string, text: string): void {
  const descriptor = openSync(file, "wx", 0o666);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives the finished file its name, and fails when someone took the name meanwhile. */
function publishNew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    // Some disks, exFAT sticks among them, know no second name for a file.
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"].includes(readCode(error))) throw error;
    copyFileSync(temporary, target, constants.COPYFILE_EXCL);
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

function readCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
