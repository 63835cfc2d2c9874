import { accessSync, constants, lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { describeSystemError, readCode, UserError } from "../errors.ts";
import { moveFile, resolveLinks } from "./disk.ts";
import { createFolder } from "./write.ts";

/** Moves a file to another name in its folder, which must be free. Throws a UserError. */
export function moveInFolder(folder: string, from: string, to: string): void {
  try {
    moveFile(join(folder, from), join(folder, to));
  } catch (error) {
    throw new UserError(`"${from}" can't be moved to "${to}": ${describeSystemError(error)}.`, {
      fix: `Check the permissions of the folder: ${folder}`,
      cause: error,
    });
  }
}

/** Returns the path of a file in a folder. */
export function pathInFolder(folder: string, name: string): string {
  return join(folder, name);
}

/** Returns the folder that a path is in, with its links resolved. */
export function findParentFolder(path: string): string {
  return resolveLinks(dirname(path));
}

/**
 * Returns a path as the system spells it, with its links resolved, or as much of it as exists. Many
 * systems ignore uppercase and lowercase, so that a folder has several spellings.
 */
export function findTruePath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // It, or a folder around it, is missing or can't be entered.
  }
  const parent = dirname(path);
  return parent === path ? path : join(findTruePath(parent), basename(path));
}

/** Returns true for a path that means the same in every folder. */
export function isFullPath(path: string): boolean {
  return isAbsolute(path);
}

/** Names a folder inside the current one, as a person types it. */
export function nameSubfolder(name: string): string {
  return `.${sep}${name}`;
}

/** Returns the path from one folder to a name in another, such as `../monday-report`. */
export function pathBetween(from: string, folder: string, name: string): string {
  return relative(from, join(folder, name));
}

/** Returns true if there is anything at this name in a folder. */
export function isNameTaken(folder: string, name: string): boolean {
  try {
    return lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** Returns true if a path is absolute and a folder now. */
export function isFolder(path: string): boolean {
  try {
    return isAbsolute(path) && statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Returns the absolute path of a folder that a person typed, with its links resolved, whether it
 * exists or not. "~" is the home folder, as in a shell. Throws a UserError for a part of a path in
 * a current folder that was deleted.
 */
export function resolveFolder(words: string, from: { folder: string; home: string }): string {
  const isHome = words === "~" || words.startsWith("~/") || words.startsWith(`~${sep}`);
  const path = isHome ? join(from.home, words.slice(1)) : words;
  if (from.folder === "" && !isAbsolute(path))
    throw new UserError("The folder that you are in doesn't exist anymore.", {
      fix: "Go to another folder, or give a full path.",
    });
  return resolveLinks(resolve(from.folder, path));
}

/** Throws a UserError if there is something at a path that isn't a folder. */
export function assertNoFile(path: string): void {
  if (isOther(path))
    throw new UserError(`"${path}" is a file, not a folder.`, { fix: "Choose another folder." });
}

function isOther(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Creates a folder if it is missing. Throws a UserError if it can't be used. */
export function prepareFolder(path: string): void {
  createFolder(path);
  try {
    assertNoFile(path);
    accessSync(path, constants.W_OK);
  } catch (error) {
    if (readCode(error) === "") throw error;
    throw new UserError(`Nothing can be written to "${path}": ${describeSystemError(error)}.`, {
      fix: "Check the folder's permissions, or choose another folder.",
      cause: error,
    });
  }
}

/** Returns true if paths on this computer look as on Windows. */
export const hasWindowsPaths = sep === "\\";
