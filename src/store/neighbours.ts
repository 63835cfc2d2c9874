import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { readCode } from "../errors.ts";

/** What stands beside the saved file: the copy of the revision before, and for moments the next one and the lock. */
export function nameBeside(file: string) {
  return { staged: `${file}.new`, backup: `${file}.bak`, lock: `${file}.lock` };
}

/** A free name beside the file for what is moved aside, with the moment in it. */
export function nameAside(file: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(":", "-");
  for (let turn = 1; ; turn++) {
    const aside = file.replace(/\.json(\.bak)?$/, `-${stamp}${turn === 1 ? "" : `-${turn}`}.json$1`);
    if (!existsSync(aside)) return aside;
  }
}

/** The ends of names that saving gives, and conf while it writes. A copy that a person made has another one. */
const LEFTOVER = /^\.(new(\.tmp-[0-9a-f]{16})?|bak\.new|lock(\.([0-9a-f-]{36}|broken-\d+))+(\.new)?)$/;

/** Files beside the saved one that a process left which was ended while it saved. Whoever holds the lock may remove them. */
export function findLeftovers(file: string): string[] {
  const [folder, start] = [dirname(file), basename(file)];
  try {
    const names = readdirSync(folder).filter((name) => name.startsWith(start));
    return names.filter((name) => LEFTOVER.test(name.slice(start.length))).map((name) => join(folder, name));
  } catch {
    // A folder that may not be listed, or is not there, shows none.
    return [];
  }
}

/** Gives the file as it is now a second name, over what had that name, in one step. */
export function linkOver(file: string, name: string): void {
  const temporary = `${name}.new`;
  rmSync(temporary, { force: true });
  try {
    linkSync(file, temporary);
  } catch {
    // Some disks, exFAT sticks among them, know no second name for a file.
    copyWhole(file, temporary);
  }
  moveOver(temporary, name);
  // Where both were one file already, the system leaves the first name.
  rmSync(temporary, { force: true });
}

/** Puts a copy of a file over another one, in one step. */
export function copyOver(file: string, target: string): void {
  const temporary = `${target}.new`;
  copyWhole(file, temporary);
  moveOver(temporary, target);
}

/** Moves a file over another one. Tries again for a moment: on Windows, whoever reads a file stands in the way. */
export function moveOver(from: string, to: string): void {
  for (let left = 20; !isMoved(from, to, left > 0); left--) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
  }
}

function isMoved(from: string, to: string, mayFail: boolean): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (mayFail && ["EPERM", "EACCES", "EBUSY"].includes(readCode(error))) return false;
    throw error;
  }
}

/** Makes what a file holds outlast a power cut. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function copyWhole(file: string, target: string): void {
  rmSync(target, { force: true });
  copyFileSync(file, target);
  syncFile(target);
}
