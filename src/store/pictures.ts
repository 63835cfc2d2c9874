import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isPictureHash, type Picture } from "../domain/project/picture.ts";
import { hashBytes } from "../files/hash.ts";
import { resolveLink } from "./revision.ts";

/** Returns the folder of the pictures: next to the saved progress, `file`, even if that is a link. */
export function findPictureFolder(file: string): string {
  return join(dirname(resolveLink(file)), "pictures");
}

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
