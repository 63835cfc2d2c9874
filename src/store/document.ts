import { isUtf8 } from "node:buffer";
import { closeSync, fsyncSync, lstatSync, openSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type Conf from "conf";
import { readCode } from "../errors.ts";
import { copyOwner, moveFile, removeFile, retryBusy, syncFile } from "../files/disk.ts";
import { DamageError, ShortWriteError } from "./failure.ts";
import { MAX_NESTING } from "./limits.ts";
import { getSidecarPaths, linkOver } from "./sidecar-files.ts";

type Document = Record<string, unknown>;
/** The class that conf exports. */
export type ConfClass = typeof Conf;

/** Loads the library that writes the saved file. */
export async function loadConf(): Promise<ConfClass> {
  return (await import("conf")).default;
}

/**
 * Reads a saved file. Throws a {@link DamageError} if it isn't complete JSON. Does without conf,
 * which would read it twice.
 */
export function readDocument(file: string): Document {
  return parseDocument(readText(file), file);
}

/** Reads the text of a saved file. */
export function readText(file: string): string {
  return retryBusy(() => readFileSync(file, "utf8"));
}

/**
 * Replaces a file with a document, once all of that is on the disk next to it. The old file becomes
 * the backup, if it has one. Keeps the old file and throws if anything fails, or if the disk stored
 * something else. Returns what the file holds now.
 */
export function writeDocument(
  ConfClass: ConfClass,
  file: string,
  document: Document,
  { hasBackup = true } = {},
): string {
  const text = serialize(document);
  const { staged, backup } = getSidecarPaths(file);
  removeFile(staged);
  // conf doesn't check how much was written, and writes in place if SNAP is set. So it never
  // writes to the file itself.
  retryBusy(() => {
    openConf(ConfClass, staged, text).store = { ...document };
  });
  assertContent(staged, text);
  const isThere = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  copyOwner(isThere ? file : dirname(file), staged);
  withFolder(dirname(file), (sync) => {
    if (isThere && hasBackup) linkOver(file, backup);
    moveFile(staged, file);
    sync();
  });
  return text;
}

function openConf(ConfClass: ConfClass, file: string, text: string): Conf<Document> {
  return new ConfClass<Document>({
    projectName: "builder-pm",
    projectSuffix: "",
    cwd: dirname(file),
    configName: basename(file),
    fileExtension: "",
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    serialize: () => text,
  });
}

/** Formats a document for people to read, except the undo steps, which go on one line. */
function serialize({ undo, ...rest }: Document): string {
  const text = JSON.stringify(rest, undefined, 2);
  return undo ? `${text.slice(0, -2)},\n  "undo": ${JSON.stringify(undo)}\n}\n` : `${text}\n`;
}

/** Parses what a saved file holds. Throws a {@link DamageError} if it isn't complete JSON. */
export function parseDocument(text: string, file: string): Document {
  // The replacement character may be what the person typed. If it isn't, saving it would destroy
  // text that could still be repaired.
  if (hasUnknown(text) && !isUtf8(retryBusy(() => readFileSync(file))))
    throw new DamageError("it is not UTF-8 text");
  let document: Document;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new DamageError("it isn't valid JSON");
  }
  if (isDeeperThan(document, MAX_NESTING)) throw new DamageError("it is nested too deep");
  return document;
}

/** Returns true for a text that may stand for bytes that aren't text. */
export function hasUnknown(text: string): boolean {
  return text.includes("\ufffd");
}

/** Returns true if a value has more levels of objects and lists than this. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const key in value)
    if (isDeeperThan(value[key as keyof typeof value], levels - 1)) return true;
  return false;
}

function assertContent(file: string, text: string): void {
  syncFile(file);
  if (readText(file) !== text) throw new ShortWriteError();
}

/** Makes changes to a folder survive a power cut, on systems that support it. */
export function syncFolder(folder: string): void {
  withFolder(folder, (sync) => sync());
}

/**
 * Runs `work` with a function that makes changes to the folder survive a power cut, on systems that
 * support it.
 */
function withFolder(folder: string, work: (sync: () => void) => void): void {
  const descriptor = openFolder(folder);
  try {
    work(() => {
      if (descriptor !== undefined) ignoreUnsupported(() => fsyncSync(descriptor));
    });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function openFolder(folder: string): number | undefined {
  let descriptor: number | undefined;
  ignoreUnsupported(() => {
    descriptor = openSync(folder, "r");
  });
  return descriptor;
}

/** Ignores that Windows can't open a folder, and that some network disks can't sync one. */
function ignoreUnsupported(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "EBADF"].includes(readCode(error)))
      throw error;
  }
}
