import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { pictureKinds } from "../domain/picture/picture-kind.ts";
import { isPictureHash, type Picture } from "../domain/project/picture.ts";
import { copyOwner, makeFolder, moveFile, removeEmptyFolder, removeFile } from "../files/disk.ts";
import { hashBytes } from "../files/hash.ts";
import { syncFolder } from "./document.ts";
import { resolveLink } from "./revision.ts";
import { getSidecarPaths, listCopies } from "./sidecar-files.ts";

/** What names the file of a picture, and tells whether it is still the same. */
export type StoredPicture = Pick<Picture, "sha256" | "type" | "bytes">;

/**
 * Reads the bytes of a picture. `file` is the saved progress. Returns undefined if they are gone,
 * because the picture was redacted, or someone removed or changed its file.
 */
export function readPictureBytes(file: string, picture: StoredPicture): Uint8Array | undefined {
  const { sha256, type, bytes } = picture;
  if (!isPictureHash(sha256)) return undefined;
  try {
    const path = join(findPictureFolder(file), `${sha256}.${type}`);
    const stats = lstatSync(path);
    if (!stats.isFile() || stats.size !== bytes) return undefined;
    const found = readFileSync(path);
    return hashBytes(found) === sha256 ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the bytes of a picture under their hash, readable by this account alone. They are on the
 * disk before anything saved refers to them. Must be called while a save holds the lock.
 */
export function writePictureBytes(file: string, picture: StoredPicture, bytes: Uint8Array): void {
  if (readPictureBytes(file, picture)) return;
  const folder = findPictureFolder(file);
  makeFolder(folder, 0o700);
  const path = join(folder, `${picture.sha256}.${picture.type}`);
  const staged = `${path}.new`;
  removeFile(staged);
  const descriptor = openSync(staged, "wx", 0o600);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  copyOwner(folder, staged);
  moveFile(staged, path);
  syncFolder(folder);
}

/**
 * Removes the pictures that neither the saved progress nor an undo step, the backup or a copy next
 * to it refers to. Must be called while a save holds the lock, before it adds a picture.
 */
export function removeUnusedPictures(file: string): void {
  for (const path of listUnusedPictures(file)) removeFile(path);
  if (listStored(file).length === 0) removeFolder(file);
}

/** Lists the hashes of all pictures whose bytes are kept, also of those that were taken off. */
export function listStoredHashes(file: string): string[] {
  return listStored(file).flatMap((path) => readHashIn(path) ?? []);
}

/** Removes the files of pictures that were taken out for good. */
export function removePictureBytes(file: string, hashes: readonly string[]): void {
  const paths = listStored(file).filter((path) =>
    hashes.some((hash) => basename(path).startsWith(hash)),
  );
  for (const path of paths) removeFile(path);
  if (listStored(file).length === 0) removeFolder(file);
}

function removeFolder(file: string): void {
  try {
    removeEmptyFolder(findPictureFolder(file));
  } catch {
    // It is of no use, and does no harm.
  }
}

/** Lists the paths of the pictures that nothing refers to, and of what an interrupted save left. */
export function listUnusedPictures(file: string): string[] {
  const stored = listStored(file);
  if (stored.length === 0) return [];
  const used = findUsedHashes(file);
  return used ? stored.filter((path) => !used.has(readHashIn(path) ?? "")) : [];
}

/** Returns the folder of the pictures: next to the saved progress, behind a link if it is one. */
function findPictureFolder(file: string): string {
  return join(dirname(resolveLink(file)), "pictures");
}

/** Lists the paths of the files of ours in the folder of the pictures. */
function listStored(file: string): string[] {
  const folder = findPictureFolder(file);
  try {
    return readdirSync(folder)
      .filter((name) => OWN.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const OWN = new RegExp(String.raw`^[\da-f]{64}\.(?:${pictureKinds.join("|")})(?:\.new)?$`);

/** Returns the hash in the name of a picture; undefined for one that was never finished. */
function readHashIn(path: string): string | undefined {
  return path.endsWith(".new") ? undefined : basename(path).slice(0, 64);
}

/**
 * Finds the hashes in the saved progress, its undo steps, its backup and its copies. Returns
 * undefined if one of them can't be read, because it may refer to any picture.
 */
function findUsedHashes(file: string): Set<string> | undefined {
  const real = resolveLink(file);
  const files = [real, getSidecarPaths(real).backup, ...listCopies(real, file).copies];
  const used = new Set<string>();
  try {
    for (const path of files) {
      const found = lstatSync(path, { throwIfNoEntry: false });
      if (!found || found.isDirectory()) continue;
      // Reading a pipe could take forever, and behind a link may be anything.
      if (!found.isFile()) return undefined;
      for (const [hash] of readFileSync(path, "latin1").matchAll(/[\da-f]{64}/g)) used.add(hash);
    }
    return used;
  } catch {
    return undefined;
  }
}
