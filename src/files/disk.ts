import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { readCode } from "../errors.ts";

/** The pauses between tries double from one millisecond: half a second in total. */
const RETRIES = 9;
/** A disk without hard links may always answer EPERM, so this wait is short. */
const LINK_RETRIES = 3;

/**
 * Runs `work`, and retries for half a second if another program, such as a virus scanner, is using
 * the file.
 */
export function retryBusy<T>(work: () => T, retries = RETRIES): T {
  for (let attempt = 0; ; attempt++) {
    try {
      return work();
    } catch (error) {
      const isBusy = ["EPERM", "EACCES", "EBUSY"].includes(readCode(error));
      if (!isBusy || attempt === retries) throw error;
    }
    sleep(2 ** attempt);
  }
}

/** Blocks without using the processor. A signal without a handler still ends the program. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Renames a file in one step, replacing any file with that name. */
export function moveFile(from: string, to: string): void {
  retryBusy(() => renameSync(from, to));
}

/** Removes a file if it exists. */
export function removeFile(file: string): void {
  retryBusy(() => rmSync(file, { force: true }));
}

/** Removes a folder if nothing is in it. */
export function removeEmptyFolder(folder: string): void {
  try {
    retryBusy(() => rmdirSync(folder), LINK_RETRIES);
  } catch (error) {
    // Systems have different codes for a folder with something in it.
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(readCode(error))) throw error;
  }
}

/** Gives a finished file a second name. Throws EEXIST if the name is taken. */
export function publishFile(file: string, name: string): void {
  try {
    retryBusy(() => linkSync(file, name), LINK_RETRIES);
  } catch (error) {
    if (["EEXIST", "ENOENT"].includes(readCode(error))) throw error;
    // Some filesystems (e.g. exFAT) have no hard links. The error code depends on the system.
    copyNew(file, name);
  }
}

/** Makes the content of a file survive a power cut. */
export function syncFile(file: string): void {
  const descriptor = retryBusy(() => openSync(file, "r+"));
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Creates a folder and its parents, each with the owner of its parent. Creates one level at a time,
 * because Node's recursive option hangs if a folder can't be created, as in /proc. `mode` has the
 * permissions of the new ones.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  // A missing drive is its own parent.
  if (parent !== folder) makeFolder(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have created it in the meantime.
    if (!existsSync(folder)) throw error;
  }
  copyOwner(parent, folder);
}

/** Gives a new file the owner of `model`, so that a single `sudo` can't lock the person out. */
export function copyOwner(model: string, file: string): void {
  const { uid, gid } = statSync(model);
  if (lstatSync(file).uid === uid) return;
  try {
    // Doesn't follow links, because the owner of the folder could put one there.
    lchownSync(file, uid, gid);
  } catch {
    // Only root can change the owner.
  }
}

/** Copies a file, with its owner, to a name that isn't taken. Leaves nothing behind if it fails. */
export function copyNew(file: string, name: string): void {
  copyFileSync(file, name, constants.COPYFILE_EXCL);
  try {
    copyOwner(file, name);
    syncFile(name);
  } catch (error) {
    rmSync(name, { force: true });
    throw error;
  }
}

/** Resolves the links of a path, or of as much of it as exists. */
export function resolveLinks(path: string): string {
  try {
    // Finding out that a path is missing takes realpathSync many calls, for a long path seconds.
    if (existsSync(path)) return realpathSync(path);
  } catch {
    // No access to a part of it.
  }
  const parent = dirname(path);
  return parent === path ? path : join(resolveLinks(parent), basename(path));
}
