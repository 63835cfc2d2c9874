import { lettersAt, littleAt, numberAt, toBytes } from "./bytes.ts";

const TAG = 0x0112;
/** The type of a number of two bytes. */
const SHORT = 3;
/** The bytes of a note. */
const ENTRY = 12;
/** What stands before the data of a camera in a jpeg, and in some webp. */
const NAME = "Exif\0\0";

/**
 * Reads which way is up, from 1 to 8, from what a camera noted. Returns undefined if it says
 * nothing, or that the picture is upright.
 */
export function readOrientation(noted: Uint8Array): number | undefined {
  const data = lettersAt(noted, 0, 6) === NAME ? noted.subarray(NAME.length) : noted;
  const order = lettersAt(data, 0, 2);
  if (order !== "II" && order !== "MM") return undefined;
  const read = order === "II" ? littleAt : numberAt;
  const first = read(data, 4, 4) + 2;
  const count = Math.min(read(data, first - 2, 2), (data.length - first) / ENTRY);
  for (let at = first; at < first + count * ENTRY; at += ENTRY)
    if (read(data, at, 2) === TAG && read(data, at + 2, 2) === SHORT)
      return findTurn(read(data, at + 8, 2));
  return undefined;
}

function findTurn(value: number): number | undefined {
  return value >= 2 && value <= 8 ? value : undefined;
}

/** Returns true if width and height change places when the picture is shown upright. */
function turnsAside(orientation: number): boolean {
  return orientation >= 5;
}

/** Returns the size of a picture as it is shown. */
export function turnSize(
  width: number,
  height: number,
  orientation: number | undefined,
): { width: number; height: number } {
  const isAside = orientation !== undefined && turnsAside(orientation);
  return isAside ? { width: height, height: width } : { width, height };
}

/** Writes what a camera would note, which says which way is up, and nothing else. */
export function writeOrientation(orientation: number): Uint8Array {
  const directory = [0, 1, 0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.of(...toBytes("MM\0*"), 0, 0, 0, 8, ...directory);
}

/** Writes the same as a segment of a jpeg. */
export function writeOrientationSegment(orientation: number): Uint8Array {
  const data = [...toBytes(NAME), ...writeOrientation(orientation)];
  return Uint8Array.of(0xff, 0xe1, 0, data.length + 2, ...data);
}
