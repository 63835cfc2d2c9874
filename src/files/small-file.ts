import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describeSystemError, UserError } from "../errors.ts";

/** The text of a file, or why it wasn't read, as a clause: "it is a link". */
export type SmallFile = { text: string } | { reason: string };

/**
 * Lists the names of everything in a folder that ends in this, sorted. Throws a UserError if it
 * isn't a folder that can be read.
 */
export function listNames(folder: string, end: string): string[] {
  try {
    if (!statSync(folder).isDirectory())
      throw new UserError(`"${folder}" is not a folder.`, {
        fix: "Name the folder that it is in.",
      });
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith(end))
      .toSorted();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`The folder "${folder}" can't be read: ${describeSystemError(error)}.`, {
      fix: "Check the path.",
      cause: error,
    });
  }
}

/**
 * Creates a function that reads files of at most `maxBytes` in a folder. It follows no links, waits
 * for nothing and never reads more, whatever the file says about its size.
 */
export function createSmallReader(folder: string, maxBytes: number): (name: string) => SmallFile {
  const buffer = Buffer.allocUnsafe(maxBytes + 1);
  // Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  return (name) => {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(join(folder, name), flags);
      return readOpenFile(descriptor, buffer);
    } catch (error) {
      return { reason: describeOpenError(error) };
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}

function readOpenFile(descriptor: number, buffer: Buffer): SmallFile {
  const stats = fstatSync(descriptor);
  if (stats.isDirectory()) return { reason: "it is a folder" };
  if (!stats.isFile()) return { reason: "it isn't a file" };
  const length = readSync(descriptor, buffer, 0, buffer.length, 0);
  const max = buffer.length - 1;
  if (Math.max(length, stats.size) > max) return { reason: `it is larger than ${max / 1024} kB` };
  return { text: buffer.toString("utf8", 0, length).replace(/^\uFEFF/, "") };
}

/** Reads one file as {@link createSmallReader} does. */
export function readSmallFile(path: string, maxBytes: number): SmallFile {
  return createSmallReader(dirname(path), maxBytes)(basename(path));
}

/** Returns true if there is a folder at a path, which may be a part of one. */
export function isFolderHere(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function describeOpenError(error: unknown): string {
  const words = describeSystemError(error);
  return words === "its links form a loop" ? "it is a link" : words;
}
