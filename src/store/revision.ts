import { lstatSync, realpathSync, statSync } from "node:fs";
import { emptyProgress } from "../domain/progress/progress.ts";
import { hasUnknown, parseDocument, readText } from "./document.ts";
import { DamageError, describeUnreadable, describeUnusable, type Unusable } from "./failure.ts";
import { MAX_FILE_MEGABYTES, MEGABYTE } from "./limits.ts";
import { type CheckedDocument, checkDocument, readVersion } from "./schema.ts";
import { getSidecarPaths, listMovedAside } from "./sidecar-files.ts";

/** What is saved now. */
export interface Revision extends CheckedDocument {
  /** The version of the file; undefined before the first save. */
  version: number | undefined;
  /** What the file holds. */
  text?: string;
}

/**
 * Returns the file that a link points to, so that saving keeps the link. Returns the file itself
 * if it isn't a link. Throws for a broken link.
 */
export function resolveLink(file: string): string {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(file) : file;
  } catch (error) {
    throw describeUnreadable(file, error);
  }
}

/** Returns true if there is anything at this path, including a broken link. */
export function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw describeUnreadable(file, error);
  }
}

/** Returns true if there is neither a saved file nor a backup. */
export function isNothingSaved(file: string): boolean {
  return !isThere(file) && !isThere(getSidecarPaths(file).backup);
}

/**
 * Reads what is saved. Throws with exit code 4, and a fix, if it can't be used. If the file still
 * holds the same text as `seen`, that isn't parsed and checked again.
 */
export function loadRevision(file: string, seen?: Revision): Revision {
  const { backup } = getSidecarPaths(file);
  if (!isThere(file)) {
    if (isThere(backup))
      throw describeUnusable(file, { state: "missing", reason: "it is missing" }, isUsable(backup));
    return { progress: emptyProgress, undo: undefined, version: undefined };
  }
  const revision = readRevision(file, seen);
  if ("state" in revision) throw describeUnusable(file, revision, isUsable(backup));
  return revision;
}

/** Finds the progress that was moved aside last and can be imported. */
export function findMovedAside(file: string): string | undefined {
  return listMovedAside(file).findLast(isUsable);
}

/** Returns true for a file that can be restored. */
function isUsable(file: string): boolean {
  try {
    return isThere(file) && !("state" in readRevision(file));
  } catch {
    return false;
  }
}

/** Reads an existing file. Returns the reason if its content can't be used. */
export function readRevision(file: string, seen?: Revision): Revision | Unusable {
  try {
    assertPlainFile(file);
    const text = readText(file);
    if (text === seen?.text && !hasUnknown(text)) return seen;
    const document = parseDocument(text, file);
    const checked = checkDocument(document);
    return "state" in checked ? checked : { ...checked, version: readVersion(document), text };
  } catch (error) {
    if (error instanceof DamageError) return { state: "damaged", reason: error.message };
    if (error instanceof Error && "syscall" in error) throw describeUnreadable(file, error);
    throw error;
  }
}

/** Throws for anything but a file. Reading a pipe or a device could take forever. */
function assertPlainFile(file: string): void {
  const stats = statSync(file);
  if (stats.isDirectory()) throw new DamageError("it is a folder");
  if (!stats.isFile()) throw new DamageError("it is not a regular file");
  if (stats.size > MAX_FILE_MEGABYTES * MEGABYTE)
    throw new DamageError(`it is larger than ${MAX_FILE_MEGABYTES} MB`);
}
