/** The step of FxHash, which loses nothing of either number. */
const FACTOR = 0x9e3779b1;

/**
 * Returns a short text that tells the versions of a file apart. Any change of a single place
 * changes it. It isn't a hash against forgery: loading node:crypto would add 3 ms to each start.
 */
export function fingerprint(bytes: Uint8Array): string {
  const { length } = bytes;
  // A copy, because words must start at a multiple of four.
  const words = new Int32Array(new Uint8Array(bytes).buffer, 0, length >> 2);
  const count = words.length;
  let hash = length;
  // Written out, because a call for each word takes as long as all the rest in a cold start.
  for (let index = 0; index < count; index++)
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (words[index] as number), FACTOR);
  for (let index = count * 4; index < length; index++)
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (bytes[index] as number), FACTOR);
  return `${length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
