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
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { readCode } from "../errors.ts";

/** The pauses before a further try double from one millisecond: half a second in all. */
const RETRIES = 9;
/** A disk without hard links may always answer EPERM, so waiting for one is kept short. */
const LINK_RETRIES = 3;

/**
 * Runs `work`, and runs it again for a moment while another program, e.g. a virus scanner, is using
 * the file.
 */
export function retryBusy<T>(work: () => T, retries = RETRIES): T {
  for (let turn = 0; ; turn++) {
    try {
      return work();
    } catch (error) {
      const isBusy = ["EPERM", "EACCES", "EBUSY"].includes(readCode(error));
      if (!isBusy || turn === retries) throw error;
    }
    sleep(2 ** turn);
  }
}

/** Sleeps without using the processor. A signal that nothing handles ends the program meanwhile. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Moves a file over another one, in one step. */
export function moveFile(from: string, to: string): void {
  retryBusy(() => renameSync(from, to));
}

/** Removes a file; does nothing where there is none. */
export function removeFile(file: string): void {
  retryBusy(() => rmSync(file, { force: true }));
}

/** Gives a finished file a second name that is still free. Throws EEXIST when the name is taken. */
export function publishFile(file: string, name: string): void {
  try {
    retryBusy(() => linkSync(file, name), LINK_RETRIES);
  } catch (error) {
    if (["EEXIST", "ENOENT"].includes(readCode(error))) throw error;
    // Some disks (e.g. exFAT) have no hard links, and each system answers with another code.
    copyNew(file, name);
  }
}

/** Makes what a file holds outlast a power cut. */
export function syncFile(file: string): void {
  const descriptor = retryBusy(() => openSync(file, "r+"));
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes a folder and those above it, each with the owner of the one it lies in. Goes level by
 * level: Node's own way never returns where a folder can't be made, as below /proc.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  // A drive that isn't there is its own parent.
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
  copyOwner(parent, folder);
}

/** Gives a new file the owner of `model`: one `sudo` must not lock the person out. */
export function copyOwner(model: string, file: string): void {
  const { uid, gid } = statSync(model);
  if (lstatSync(file).uid === uid) return;
  try {
    // Never through a link: the folder may belong to somebody who puts one there.
    lchownSync(file, uid, gid);
  } catch {
    // Only root may give a file away.
  }
}

/** Copies a file to a name that is still free, whole and with its owner, or not at all. */
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
