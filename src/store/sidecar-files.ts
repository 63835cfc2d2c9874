import { existsSync, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { copyNew, moveFile, publishFile, removeFile } from "../files/disk.ts";

/**
 * Returns the paths of the files next to the saved one: the backup, which is the revision before,
 * and the next revision and the lock, which exist only during a save.
 */
export function getSidecarPaths(file: string) {
  return { staged: `${file}.new`, backup: `${file}.bak`, lock: `${file}.lock` };
}

/** Returns an unused path, with the time in it, for a file that is moved aside. */
export function findAsidePath(file: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(":", "-");
  for (let attempt = 1; ; attempt++) {
    const aside = file.replace(
      /\.json(\.bak)?$/,
      `-${stamp}${attempt === 1 ? "" : `-${attempt}`}.json$1`,
    );
    if (!existsSync(aside)) return aside;
  }
}

/** The endings of files that a save creates, and conf while it writes. Copies by people differ. */
const LEFTOVER =
  /^\.(new(\.tmp-[0-9a-f]{16})?|bak\.new|lock(\.([0-9a-f-]{36}|broken-\d+))+(\.new)?)$/;

/** The ending of a copy of the saved file, after its name. */
const COPY = /^[ ._\-([].*\.json$/i;

/** The name of a file that was made from the saved one: progress.json~, .progress.json.swp. */
const COPIED = /progress.*json/i;

/** The ending of a file that this program moved aside. */
const OWN_COPY = /^-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d+)?\.json$/;

/**
 * Finds files that a process left next to the saved one because it ended during a save. They may be
 * removed while holding the lock.
 */
export function findLeftovers(file: string): string[] {
  const [folder, start] = [dirname(file), basename(file)];
  return listFileNames(folder)
    .filter((name) => name.startsWith(start) && LEFTOVER.test(name.slice(start.length)))
    .map((name) => join(folder, name));
}

function listFileNames(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // The folder is missing, or can't be listed.
    return [];
  }
}

/**
 * Finds copies next to the saved file that a sync tool made because two computers saved, such as
 * "progress (conflicted copy 2026-01-02).json", "progress-LAPTOP.json" or "progress 2.json". Each
 * tool and language has its own names, so any longer name counts, except those of this program.
 */
export function findConflictedCopies(file: string): string[] {
  const [folder, start] = [dirname(file), basename(file, ".json")];
  const isCopy = (name: string) => name.startsWith(start) && COPY.test(name.slice(start.length));
  const isOwn = (name: string) => OWN_COPY.test(name.slice(start.length));
  return listFileNames(folder)
    .filter((name) => isCopy(name) && !isOwn(name))
    .map((name) => join(folder, name));
}

/** Lists the files that this program moved aside, the oldest first. */
export function listMovedAside(file: string): string[] {
  const [folder, start] = [dirname(file), basename(file, ".json")];
  return listFileNames(folder)
    .filter((name) => name.startsWith(start) && OWN_COPY.test(name.slice(start.length)))
    .map((name) => join(folder, name));
}

/**
 * Lists the paths of everything next to the saved file that may be made from it: `copies` with its
 * name in theirs, which editors, sync tools, programs and people leave, and `others` in JSON, which
 * may be exports. Looks into the folders there, too. `links` are further paths of the saved file.
 * Leaves out what a save itself creates.
 */
export function listCopies(
  file: string,
  ...links: string[]
): { copies: string[]; others: string[] } {
  const own: string[] = [file, ...links].flatMap((path) => [
    path,
    ...Object.values(getSidecarPaths(path)),
  ]);
  const folders = [file, ...links].map((path) => dirname(path));
  const found = [...new Set(folders.flatMap((folder) => listBelow(folder)))];
  const foreign = found.filter((path) => !own.includes(path));
  return {
    copies: foreign.filter((path) => COPIED.test(basename(path))),
    others: foreign.filter((path) => /\.json$/i.test(path) && !COPIED.test(basename(path))),
  };
}

/** How deep sync tools keep old versions: .stversions/a folder/a folder. */
const MAX_DEPTH = 3;

/** Lists the paths of everything in a folder and in the folders inside it, but not behind links. */
function listBelow(folder: string, depth = 0): string[] {
  const paths = listFileNames(folder).map((name) => join(folder, name));
  const isInner = (path: string) =>
    depth < MAX_DEPTH && lstatSync(path, { throwIfNoEntry: false })?.isDirectory();
  return paths.flatMap((path) => (isInner(path) ? [path, ...listBelow(path, depth + 1)] : [path]));
}

/** Gives a file a second name in one step, replacing any file with that name. */
export function linkOver(file: string, name: string): void {
  const temporary = `${name}.new`;
  removeFile(temporary);
  publishFile(file, temporary);
  moveFile(temporary, name);
  // If both names are the same file already, the system keeps the temporary name.
  removeFile(temporary);
}

/** Replaces a file with a copy of another one, in one step. */
export function copyOver(file: string, target: string): void {
  const temporary = `${target}.new`;
  removeFile(temporary);
  copyNew(file, temporary);
  moveFile(temporary, target);
}
