import { lstatSync, realpathSync, statSync } from "node:fs";
import { emptyProgress } from "../domain/progress/progress.ts";
import { type ConfClass, readDocument } from "./document.ts";
import { DamageError, describeAccess, describeUnusable, type Unusable } from "./failure.ts";
import { type Migrations, readVersion } from "./migration.ts";
import { type Checked, checkDocument } from "./schema.ts";
import { nameBeside } from "./sidecar-files.ts";

/** What is saved now, and the version of the file it was read from; none before the first save. */
export interface Revision extends Checked {
  version: number | undefined;
}

/** How saved files are read: with conf, and the migrations that bring older ones up to date. */
export interface Reader {
  ConfClass: ConfClass;
  migrations: Migrations;
}

/**
 * The file that a link leads to, so that the link stays; else the file itself. Throws when a link
 * leads nowhere.
 */
export function resolveLink(file: string): string {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(file) : file;
  } catch (error) {
    throw describeAccess(file, error);
  }
}

/** True when something stands under that name. */
export function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw describeAccess(file, error);
  }
}

/** Reads what is saved. Throws with exit code 4, and the way out, when it cannot be used. */
export function loadRevision(file: string, reader: Reader): Revision {
  const backup = nameBeside(file).backup;
  if (!isThere(file)) {
    if (isThere(backup))
      throw describeUnusable(file, { state: "missing", reason: "it is gone" }, true);
    return { progress: emptyProgress, undo: undefined, version: undefined };
  }
  const revision = readRevision(file, reader);
  if ("state" in revision) throw describeUnusable(file, revision, isThere(backup));
  return revision;
}

/** Reads a file that is there, and says why when it holds nothing that can be used. */
export function readRevision(file: string, { ConfClass, migrations }: Reader): Revision | Unusable {
  try {
    requirePlain(file);
    const document = readDocument(ConfClass, file);
    const checked = checkDocument(document, migrations);
    return "state" in checked ? checked : { ...checked, version: readVersion(document) };
  } catch (error) {
    if (error instanceof DamageError) return { state: "damaged", reason: error.message };
    if (error instanceof Error && "syscall" in error) throw describeAccess(file, error);
    throw error;
  }
}

/** A pipe or a device would keep the reader waiting for ever. */
function requirePlain(file: string): void {
  const stats = statSync(file);
  if (stats.isDirectory()) throw new DamageError("it is a folder");
  if (!stats.isFile()) throw new DamageError("it is not a plain file");
}
