import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describeSystemError } from "../errors.ts";

/** What is at a path: nothing, the bytes of a file, or something that isn't read, and why. */
export type PlainFile =
  | { is: "absent" }
  | { is: "bytes"; bytes: Uint8Array }
  | { is: "unread"; because: string };

const MEGABYTE = 1024 * 1024;

/** Reads a file whole. Follows no link and waits for no pipe. Never throws. */
export function readPlainFile(path: string, maxMegabytes: number): PlainFile {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return { is: "absent" };
    if (found.isSymbolicLink()) return { is: "unread", because: "it is a link" };
    if (!found.isFile()) return { is: "unread", because: "it isn't a file" };
    if (found.size > maxMegabytes * MEGABYTE)
      return { is: "unread", because: `it is larger than ${maxMegabytes} MB` };
    return readOpened(path);
  } catch (error) {
    return { is: "unread", because: describeSystemError(error) };
  }
}

/** Something else may have taken the place of the file meanwhile. Windows has no such flags. */
function readOpened(path: string): PlainFile {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const descriptor = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    const isFile = fstatSync(descriptor).isFile();
    if (!isFile) return { is: "unread", because: "it isn't a file" };
    return { is: "bytes", bytes: readFileSync(descriptor) };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Returns the full path of what is there under a name, also if the name has other spaces or is
 * composed in another way: macOS puts a narrow space before "AM". Returns undefined for nothing.
 */
export function findSpelled(path: string, folder: string): string | undefined {
  try {
    const full = resolve(folder, path);
    if (lstatSync(full, { throwIfNoEntry: false })) return full;
    const wanted = foldName(basename(full));
    const name = readdirSync(dirname(full)).find((candidate) => foldName(candidate) === wanted);
    return name === undefined ? undefined : join(dirname(full), name);
  } catch {
    return undefined;
  }
}

function foldName(name: string): string {
  return name.normalize("NFC").replace(/\s/g, " ");
}

/** Lists the names in a folder, in order. Returns none for a link, or what can't be read. */
export function listPlainFolder(path: string): string[] {
  try {
    return lstatSync(path).isDirectory() ? readdirSync(path).toSorted() : [];
  } catch {
    return [];
  }
}
