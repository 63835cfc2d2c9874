import { createHash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describeSystemError, UserError } from "../errors.ts";
import { findFile } from "./hash.ts";
import { createFolder, writeFileSafely } from "./write.ts";

/** A file to write into a folder: its path there, with forward slashes. */
export interface FileToWrite {
  path: string;
  bytes: Uint8Array;
}

/** How a folder compares with the files that belong there. */
export interface FolderState {
  /** True if there is nothing at the path, or a folder with nothing in it. */
  isFree: boolean;
  missing: FileToWrite[];
  /** The paths of the files that are other than they would be written. */
  changed: string[];
}

/** Compares a folder with the files that belong there. Throws a UserError if it can't be read. */
export function compareFolder(folder: string, files: readonly FileToWrite[]): FolderState {
  const found = files.map((file) => ({ file, entry: findFile(folder, toSystemPath(file.path)) }));
  return {
    isFree: isFreeFolder(folder),
    missing: found.flatMap(({ file, entry }) => (entry.is === "absent" ? [file] : [])),
    changed: found.flatMap(({ file, entry }) => {
      const isSame = entry.is === "file" && entry.sha256 === hashToWrite(file.bytes);
      return entry.is === "absent" || isSame ? [] : [file.path];
    }),
  };
}

function isFreeFolder(folder: string): boolean {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    return !found || (found.isDirectory() && readdirSync(folder).length === 0);
  } catch (error) {
    throw new UserError(`"${folder}" can't be read: ${describeSystemError(error)}.`, {
      fix: "Choose another folder with --folder.",
      cause: error,
    });
  }
}

/** Writes files into a folder, and creates it if needed. Replaces nothing. Throws a UserError. */
export function writeFiles(folder: string, files: readonly FileToWrite[], saved: string): void {
  for (const { path, bytes } of files) {
    const file = join(folder, toSystemPath(path));
    createFolder(dirname(file));
    writeFileSafely(file, bytes, { saved });
  }
}

function toSystemPath(path: string): string {
  return path.split("/").join(sep);
}

/** Returns the SHA-256 of some bytes. */
function hashToWrite(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Returns the address under which a browser opens a file, given by its absolute path. */
export function toFileAddress(folder: string, path: string): string {
  const parts = join(folder, toSystemPath(path)).split(/[\\/]/);
  const encoded = parts.map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join("/");
  // A path on Windows starts with a drive, such as C:, or with the name of a server.
  if (encoded.startsWith("/")) return `file://${encoded.replace(/^\/\/(?=[^/])/, "")}`;
  return `file:///${encoded}`;
}
