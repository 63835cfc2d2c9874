import { createHash, createHmac } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Larger than any page of ours, so its content needn't be known. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Returns the SHA-256 of a text as UTF-8, as `shasum -a 256` prints it for a file. */
export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Returns the SHA-256 of some bytes, as `shasum -a 256` prints it for a file. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const KEYED = "hmac-sha256:";

/** Returns a hash of a text that nobody can compute from a guess without the key. */
export function hashWithKey(key: string, text: string): string {
  return KEYED + createHmac("sha256", key).update(text, "utf8").digest("base64url");
}

/** Returns true for what {@link hashWithKey} returns. */
export function isKeyedHash(text: string): boolean {
  return text.startsWith(KEYED) && text.length === KEYED.length + 43;
}

/**
 * Finds out what is at a name in a folder, without following links: nothing, a file with its hash,
 * or something else, such as a link, a folder, or a file that can't be read.
 */
export function findFile(
  folder: string,
  name: string,
): { is: "absent" } | { is: "file"; sha256: string } | { is: "other" } {
  const path = join(folder, name);
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return { is: "absent" };
    if (!found.isFile() || found.size > MAX_BYTES) return { is: "other" };
    return { is: "file", sha256: hashBytes(readFileSync(path)) };
  } catch {
    return { is: "other" };
  }
}
