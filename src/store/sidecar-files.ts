import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { copyNew, moveFile, publishFile, removeFile } from "../files/disk.ts";

/**
 * What stands beside the saved file: the copy of the revision before, and for moments the next one
 * and the lock.
 */
export function nameBeside(file: string) {
  return { staged: `${file}.new`, backup: `${file}.bak`, lock: `${file}.lock` };
}

/** A free name beside the file for what is moved aside, with the moment in it. */
export function nameAside(file: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(":", "-");
  for (let turn = 1; ; turn++) {
    const aside = file.replace(
      /\.json(\.bak)?$/,
      `-${stamp}${turn === 1 ? "" : `-${turn}`}.json$1`,
    );
    if (!existsSync(aside)) return aside;
  }
}

/**
 * The ends of names that saving gives, and conf while it writes. A copy that a person made has
 * another one.
 */
const LEFTOVER =
  /^\.(new(\.tmp-[0-9a-f]{16})?|bak\.new|lock(\.([0-9a-f-]{36}|broken-\d+))+(\.new)?)$/;

/** What follows the name of the saved file in that of a copy. */
const COPY = /^[ ._\-([].*\.json$/i;

/** What follows it in the names that are given here to files moved aside and to older versions. */
const OWN_COPY = /^-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d+)?|version-\d+)\.json$/;

/**
 * Files beside the saved one that a process left which was ended while it saved. Whoever holds the
 * lock may remove them.
 */
export function findLeftovers(file: string): string[] {
  const [folder, start] = [dirname(file), basename(file)];
  return listNames(folder)
    .filter((name) => name.startsWith(start) && LEFTOVER.test(name.slice(start.length)))
    .map((name) => join(folder, name));
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // A folder that may not be listed, or is not there, shows none.
    return [];
  }
}

/**
 * Finds copies beside the saved file that a sync tool made where two computers saved, such as
 * "progress (conflicted copy 2026-01-02).json", "progress-LAPTOP.json" or "progress 2.json". Each
 * tool and language has its own words, so any name that goes on counts, but those given here.
 */
export function findConflictedCopies(file: string): string[] {
  const [folder, start] = [dirname(file), basename(file, ".json")];
  const goesOn = (name: string) => name.startsWith(start) && COPY.test(name.slice(start.length));
  const isOwn = (name: string) => OWN_COPY.test(name.slice(start.length));
  return listNames(folder)
    .filter((name) => goesOn(name) && !isOwn(name))
    .map((name) => join(folder, name));
}

/** Gives the file as it is now a second name, over what had that name, in one step. */
export function linkOver(file: string, name: string): void {
  const temporary = `${name}.new`;
  removeFile(temporary);
  publishFile(file, temporary);
  moveFile(temporary, name);
  // Where both were one file already, the system leaves the first name.
  removeFile(temporary);
}

/** Puts a copy of a file over another one, in one step. */
export function copyOver(file: string, target: string): void {
  const temporary = `${target}.new`;
  removeFile(temporary);
  copyNew(file, temporary);
  moveFile(temporary, target);
}
