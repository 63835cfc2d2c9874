/** Joins pieces of bytes. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Returns bytes as letters of Latin-1. Beyond the end there are none. */
export function lettersAt(bytes: Uint8Array, at: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + count));
}

/** Returns the letters as bytes of Latin-1. */
export function toBytes(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** Reads a number of some bytes, the highest byte first. Beyond the end, bytes are 0. */
export function numberAt(bytes: Uint8Array, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) number = number * 256 + (bytes[index] ?? 0);
  return number;
}

/** Reads a number of some bytes, the lowest byte first. Beyond the end, bytes are 0. */
export function littleAt(bytes: Uint8Array, at: number, count: number): number {
  let number = 0;
  for (let index = at + count - 1; index >= at; index--)
    number = number * 256 + (bytes[index] ?? 0);
  return number;
}

/** Writes a number as four bytes, the lowest byte first. */
export function toLittle(number: number): Uint8Array {
  return Uint8Array.from([0, 8, 16, 24], (shift) => (number >>> shift) & 0xff);
}
