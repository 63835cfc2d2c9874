import { joinBytes, lettersAt, littleAt, toBytes, toLittle } from "./bytes.ts";
import { readOrientation, turnSize, writeOrientation } from "./orientation.ts";
import { CUT_OFF, DAMAGED, MAX_PARTS, type Walked } from "./picture-parts.ts";

const HEADER = 12;
/** The fields of a frame before its chunks. */
const FRAME = 16;
/** Says in the extended header that positions, times and the like follow. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** What draws the picture, and its colors. All else is left out. */
const KEPT = new Set(["VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L"]);
const KEPT_IN_FRAME = new Set(["ALPH", "VP8 ", "VP8L"]);

interface Chunk {
  name: string;
  data: Uint8Array;
}

/** Walks through the chunks of a webp. */
export function walkWebp(bytes: Uint8Array): Walked {
  const end = 8 + littleAt(bytes, 4, 4);
  if (end > bytes.length) return CUT_OFF;
  const chunks = listChunks(bytes.subarray(0, end), HEADER);
  if (!chunks) return CUT_OFF;
  if (chunks.length > MAX_PARTS) return DAMAGED;
  const frames = chunks.flatMap((chunk) =>
    chunk.name === "ANMF" ? (listChunks(chunk.data, FRAME) ?? []) : [],
  );
  const sizes = [...chunks, ...frames].flatMap(readSize);
  const isDrawn = [...chunks, ...frames].some(({ name }) => name === "VP8 " || name === "VP8L");
  if (!isDrawn || sizes.some(({ width }) => width === 0)) return DAMAGED;
  // Only an extended file can have notes.
  const noted = chunks[0]?.name === "VP8X" && chunks.find(({ name }) => name === "EXIF");
  const orientation = noted ? readOrientation(noted.data) : undefined;
  const kept = chunks
    .filter(({ name }) => KEPT.has(name))
    .map((chunk) => cleanChunk(chunk, orientation !== undefined));
  const turned =
    orientation === undefined ? [] : [writeChunk("EXIF", writeOrientation(orientation))];
  const body = joinBytes([toBytes("WEBP"), ...kept, ...turned]);
  const width = sizes.reduce((largest, size) => Math.max(largest, size.width), 0);
  const height = sizes.reduce((largest, size) => Math.max(largest, size.height), 0);
  return {
    ...turnSize(width, height, orientation),
    animated: chunks.some(({ name }) => name === "ANMF"),
    kept: [toBytes("RIFF"), toLittle(body.length), body],
  };
}

/** Lists the chunks from a place on. Returns undefined if the last one is cut off. */
function listChunks(bytes: Uint8Array, start: number): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = start; at < bytes.length && chunks.length <= MAX_PARTS; ) {
    const length = littleAt(bytes, at + 4, 4);
    const end = at + 8 + length;
    if (end > bytes.length) return undefined;
    chunks.push({ name: lettersAt(bytes, at, 4), data: bytes.subarray(at + 8, end) });
    at = end + (length % 2);
  }
  return chunks;
}

function cleanChunk({ name, data }: Chunk, isTurned: boolean): Uint8Array {
  if (name === "ANMF") {
    const inner = listChunks(data, FRAME) ?? [];
    const drawing = inner.filter((chunk) => KEPT_IN_FRAME.has(chunk.name));
    return writeChunk(
      name,
      joinBytes([data.subarray(0, FRAME), ...drawing.map((chunk) => cleanChunk(chunk, false))]),
    );
  }
  if (name !== "VP8X") return writeChunk(name, data);
  const turned = isTurned ? HAS_EXIF : 0;
  const [flags = 0, ...rest] = data.subarray(0, 10);
  return writeChunk(name, Uint8Array.of((flags & ~(HAS_EXIF | HAS_XMP)) | turned, ...rest));
}

function writeChunk(name: string, data: Uint8Array): Uint8Array {
  const padding = new Uint8Array(data.length % 2);
  return joinBytes([toBytes(name), toLittle(data.length), data, padding]);
}

interface Size {
  width: number;
  height: number;
}

/** Reads the size that a chunk has or announces: of width 0 if it is damaged. */
function readSize({ name, data }: Chunk): Size[] {
  if (name === "VP8X")
    return [{ width: littleAt(data, 4, 3) + 1, height: littleAt(data, 7, 3) + 1 }];
  if (name === "VP8 ") {
    const isKeyFrame = lettersAt(data, 3, 3) === "\x9d\x01\x2a";
    const width = isKeyFrame ? littleAt(data, 6, 2) & 0x3fff : 0;
    return [{ width, height: littleAt(data, 8, 2) & 0x3fff }];
  }
  if (name !== "VP8L") return [];
  if (data[0] !== 0x2f) return [{ width: 0, height: 0 }];
  const bits = littleAt(data, 1, 4);
  return [{ width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }];
}
