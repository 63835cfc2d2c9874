import { lettersAt, numberAt } from "./bytes.ts";
import { readOrientation, turnSize, writeOrientationSegment } from "./orientation.ts";
import { CUT_OFF, DAMAGED, MAX_PARTS, type Walked } from "./picture-parts.ts";

const SCAN = 0xda;
const END = 0xd9;
const EXIF = 0xe1;
/** The sizes of the parts of a segment of JFIF and of Adobe without a preview. */
const JFIF_BYTES = 18;
const ADOBE_BYTES = 16;

interface Segment {
  marker: number;
  /** Everything from the marker on; for a scan, with the pixels that follow. */
  bytes: Uint8Array;
}

/** Walks through the segments of a jpeg. Keeps only which way is up of what a camera noted. */
export function walkJpeg(bytes: Uint8Array): Walked {
  const segments = listSegments(bytes);
  if (typeof segments === "string") return segments;
  const frames = segments.filter(({ marker }) => isFrame(marker));
  const [frame] = frames;
  const scan = segments.findIndex(({ marker }) => marker === SCAN);
  if (!frame || frames.length > 1 || scan < segments.indexOf(frame)) return DAMAGED;
  const [height, width] = [numberAt(frame.bytes, 5, 2), numberAt(frame.bytes, 7, 2)];
  const orientation = segments
    .filter(({ marker, bytes }) => marker === EXIF && lettersAt(bytes, 4, 4) === "Exif")
    .map((segment) => readOrientation(segment.bytes.subarray(4)))
    .find((found) => found !== undefined);
  return {
    ...turnSize(width, height, orientation),
    animated: false,
    kept: [
      Uint8Array.of(0xff, 0xd8),
      ...segments.filter(isJfif).slice(0, 1).map(withoutPreview),
      ...(orientation === undefined ? [] : [writeOrientationSegment(orientation)]),
      ...segments.flatMap((segment) => keepSegment(segment)),
      Uint8Array.of(0xff, END),
    ],
  };
}

/** Lists the segments between the start and the end. Returns the reason if there is no end. */
function listSegments(bytes: Uint8Array): Segment[] | string {
  const segments: Segment[] = [];
  for (let at = skipFill(bytes, 2); numberAt(bytes, at, 2) !== 0xff00 + END; ) {
    const found = readSegment(bytes, at);
    if (typeof found === "string") return found;
    if (segments.length === MAX_PARTS) return DAMAGED;
    segments.push(found);
    at = skipFill(bytes, at + found.bytes.length);
  }
  return segments;
}

function readSegment(bytes: Uint8Array, at: number): Segment | string {
  const [start, marker] = bytes.subarray(at, at + 2);
  if (marker === undefined) return CUT_OFF;
  const length = numberAt(bytes, at + 2, 2);
  if (start !== 0xff || !hasLength(marker)) return DAMAGED;
  const header = at + 2 + length;
  const end = marker === SCAN ? findScanEnd(bytes, header) : header;
  if (end === undefined || end > bytes.length) return CUT_OFF;
  return length < 2 ? DAMAGED : { marker, bytes: bytes.subarray(at, end) };
}

/** Skips bytes that may stand before a marker, in any number. */
function skipFill(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
  return at;
}

/** Returns false for markers that stand alone, and mean nothing between segments. */
function hasLength(marker: number): boolean {
  return marker >= 0xc0 && !(marker >= 0xd0 && marker <= 0xd8);
}

/** Finds the marker after the pixels. In them, it is followed by 0, or restarts the decoder. */
function findScanEnd(bytes: Uint8Array, start: number): number | undefined {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return undefined;
    const isPixels = next === 0 || (next >= 0xd0 && next <= 0xd7) || next === 0xff;
    if (!isPixels) return at;
  }
  return undefined;
}

/** Returns true for the segment with the size, of which there are several codings. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isJfif({ marker, bytes }: Segment): boolean {
  return marker === 0xe0 && bytes.length >= JFIF_BYTES && lettersAt(bytes, 4, 5) === "JFIF\0";
}

/** The last two numbers are the size of a small preview, which may show what was cut away. */
function withoutPreview({ bytes }: Segment): Uint8Array {
  return Uint8Array.of(0xff, 0xe0, 0, JFIF_BYTES - 2, ...bytes.subarray(4, JFIF_BYTES - 2), 0, 0);
}

/** Keeps what draws the picture, and its colors. */
function keepSegment({ marker, bytes }: Segment): Uint8Array[] {
  if (marker === 0xe2 && lettersAt(bytes, 4, 12) === "ICC_PROFILE\0") return [bytes];
  if (marker === 0xee && bytes.length >= ADOBE_BYTES && lettersAt(bytes, 4, 5) === "Adobe")
    return [Uint8Array.of(0xff, 0xee, 0, ADOBE_BYTES - 2, ...bytes.subarray(4, ADOBE_BYTES))];
  // Above are the segments of programs, extensions and comments.
  return marker < 0xe0 ? [bytes] : [];
}
