import { readPicture } from "../domain/picture/read-picture.ts";
import type { Progress } from "../domain/progress/progress.ts";
import { isRedacted } from "../domain/project/picture.ts";
import { listPictures } from "../domain/project/pictures.ts";
import { hashBytes } from "../files/hash.ts";
import { importError } from "./exported.ts";
import { readPictureBytes, type StoredPicture, writePictureBytes } from "./pictures.ts";

/** The pictures in an export: their bytes in base64, by their hash. */
type ExportedPictures = Record<string, string>;

/** Pictures on their way out, and how many aren't there anymore. */
export interface CollectedPictures {
  pictures: ExportedPictures;
  missing: number;
}

/** Reads the pictures that some progress refers to. `file` is the saved progress. */
export function collectPictures(file: string, progress: Progress): CollectedPictures {
  const wanted = listWanted(progress);
  const read = wanted.map((picture) => [picture.sha256, readPictureBytes(file, picture)] as const);
  const found = read.flatMap(([sha256, bytes]) =>
    bytes ? [[sha256, Buffer.from(bytes).toString("base64")]] : [],
  );
  return { pictures: Object.fromEntries(found), missing: wanted.length - found.length };
}

/** An imported progress, and the bytes of the pictures that came with it. */
export interface ImportedPictures {
  progress: Progress;
  pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * Takes the pictures out of what `readExported` returns. Throws if one isn't what builder-pm wrote:
 * of another hash, size or kind, or with something in it that was to be taken out.
 */
export function readExportedPictures(exported: Progress, source: string): ImportedPictures {
  const { pictures: given = {}, ...progress } = exported as Progress & { pictures?: unknown };
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  if (!isObject) throw importError(source, "its pictures are damaged");
  const pictures = new Map<string, Uint8Array>();
  for (const picture of listWanted(progress)) {
    const text =
      Object.hasOwn(given, picture.sha256) && (given as ExportedPictures)[picture.sha256];
    // Its file was gone when the progress was exported.
    if (text === false) continue;
    const bytes = Buffer.from(typeof text === "string" ? text : "", "base64");
    if (!isOurs(bytes, picture)) throw importError(source, "a picture in it is damaged");
    pictures.set(picture.sha256, bytes);
  }
  return { progress, pictures };
}

/**
 * Keeps the bytes that came with an import, of the pictures that some progress refers to. Must be
 * called while a save holds the lock.
 */
export function writeImportedPictures(
  file: string,
  progress: Progress,
  pictures: ReadonlyMap<string, Uint8Array>,
): void {
  for (const picture of listWanted(progress)) {
    const bytes = pictures.get(picture.sha256);
    if (bytes) writePictureBytes(file, picture, bytes);
  }
}

/** Lists the pictures that some progress refers to, each once. */
function listWanted({ projects }: Progress): StoredPicture[] {
  const all = projects.flatMap(listPictures).filter((picture) => !isRedacted(picture));
  return [...new Map(all.map((picture) => [picture.sha256, picture])).values()];
}

function isOurs(bytes: Uint8Array, { sha256, type, bytes: size }: StoredPicture): boolean {
  if (bytes.length !== size || hashBytes(bytes) !== sha256) return false;
  const read = readPicture(bytes);
  return !("problem" in read) && read.type === type && hashBytes(read.bytes) === sha256;
}
