/**
 * Returns a short text that tells the versions of a file apart. Any change of a single place
 * changes it. It isn't a hash against forgery: loading node:crypto would add 3 ms to each start.
 */
export function fingerprint(bytes: Uint8Array): string {
  const { length } = bytes;
  // A copy, because words must start at a multiple of four.
  const words = new Int32Array(new Uint8Array(bytes).buffer, 0, length >> 2);
  let hash = length;
  for (let index = 0; index < words.length; index++) hash = mix(hash, words[index] ?? 0);
  for (let index = words.length * 4; index < length; index++) hash = mix(hash, bytes[index] ?? 0);
  return `${length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

/** Adds a number to a hash: the step of FxHash, which loses nothing of either. */
function mix(hash: number, word: number): number {
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x9e3779b1);
}
