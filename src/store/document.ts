import { isUtf8 } from "node:buffer";
import { closeSync, fsyncSync, lstatSync, openSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type Conf from "conf";
import { readCode } from "../errors.ts";
import { copyOwner, moveFile, removeFile, retryBusy, syncFile } from "../files/disk.ts";
import { DamageError, ShortWriteError } from "./failure.ts";
import { linkOver, nameBeside } from "./sidecar-files.ts";

type Document = Record<string, unknown>;
/** The class that conf exports, loaded only when there is something to read or write. */
export type ConfClass = typeof Conf;

/** How deep lists and objects may be nested in what is saved. */
export const DEEPEST = 60;

/** Loads the library that reads and writes the saved file. */
export async function loadConf(): Promise<ConfClass> {
  return (await import("conf")).default;
}

/** What the file holds. Throws a {@link DamageError} when that is not whole JSON. */
export function readDocument(ConfClass: ConfClass, file: string): Document {
  return retryBusy(() => ({ ...openConf(ConfClass, file).store }));
}

/**
 * Puts a document in the place of the file, which stays as it is until the new one lies whole on
 * the disk beside it. The old file becomes the backup. Throws, and leaves the old file, when
 * anything fails or differs.
 *
 */
export function writeDocument(ConfClass: ConfClass, file: string, document: Document): void {
  const { staged, backup } = nameBeside(file);
  removeFile(staged);
  // conf writes without a look at how much was written, and in place where SNAP is set: so never to
  // the file itself.
  retryBusy(() => {
    openConf(ConfClass, staged).store = { ...document };
  });
  requireSame(staged, serialize(document));
  const isThere = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  copyOwner(isThere ? file : dirname(file), staged);
  withFolder(dirname(file), (sync) => {
    if (isThere) linkOver(file, backup);
    moveFile(staged, file);
    sync();
  });
}

function openConf(ConfClass: ConfClass, file: string): Conf<Document> {
  return new ConfClass<Document>({
    projectName: "builder-pm",
    projectSuffix: "",
    cwd: dirname(file),
    configName: basename(file),
    fileExtension: "",
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    serialize,
    deserialize: (text) => parse(text, file),
  });
}

/**
 * Laid out for a person to read, but for the changes that can be taken back: these stand on one
 * line.
 */
function serialize({ undo, ...rest }: Document): string {
  const text = JSON.stringify(rest, undefined, 2);
  return undo ? `${text.slice(0, -2)},\n  "undo": ${JSON.stringify(undo)}\n}\n` : `${text}\n`;
}

function parse(text: string, file: string): Document {
  // The sign for a broken letter may be meant. Where it is not, saving would write it over what
  // could still be mended.
  if (text.includes("\ufffd") && !isUtf8(readFileSync(file)))
    throw new DamageError("it is not UTF-8 text");
  let document: Document;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new DamageError("it is not complete JSON");
  }
  if (isDeeper(document, DEEPEST))
    throw new DamageError("it is nested deeper than anything that is saved here");
  return document;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function requireSame(file: string, text: string): void {
  syncFile(file);
  if (retryBusy(() => readFileSync(file, "utf8")) !== text) throw new ShortWriteError();
}

/** Gives `work` a way to make the names in a folder outlast a power cut, where the system can. */
function withFolder(folder: string, work: (sync: () => void) => void): void {
  const descriptor = openFolder(folder);
  try {
    work(() => {
      if (descriptor !== undefined) tolerate(() => fsyncSync(descriptor));
    });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function openFolder(folder: string): number | undefined {
  let descriptor: number | undefined;
  tolerate(() => {
    descriptor = openSync(folder, "r");
  });
  return descriptor;
}

/** Windows opens no folder, and some network disks cannot fsync one. */
function tolerate(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "EBADF"].includes(readCode(error)))
      throw error;
  }
}
