import { joinBytes, lettersAt, numberAt, toBytes } from "./bytes.ts";
import { readOrientation, turnSize, writeOrientation } from "./orientation.ts";
import { CUT_OFF, DAMAGED, MAX_PARTS, type Walked } from "./picture-parts.ts";

/** How each png begins. */
export const PNG_START = "\x89PNG\r\n\x1a\n";

/** What draws the picture. All else, such as text, time and position, is left out. */
const DRAWING = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT"]);

/** What the colors and the shape of a pixel depend on. */
const COLOR = new Set(["gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP", "mDCV", "cLLI", "pHYs"]);

/** The length, the name and the checksum around the data of a chunk. */
const AROUND = 12;

interface Chunk {
  name: string;
  bytes: Uint8Array;
}

/** Walks through the chunks of a png. */
export function walkPng(bytes: Uint8Array): Walked {
  const chunks = listPngChunks(bytes);
  if (typeof chunks === "string") return chunks;
  const has = (wanted: string) => chunks.some(({ name }) => name === wanted);
  const headers = chunks.filter(({ name }) => name === "IHDR");
  if (chunks[0]?.name !== "IHDR" || headers.length > 1 || !has("IDAT")) return DAMAGED;
  const start = bytes.subarray(0, PNG_START.length);
  const [header, ...kept] = chunks.filter(({ name }) => DRAWING.has(name) || COLOR.has(name));
  const width = numberAt(bytes, PNG_START.length + 8, 4);
  const height = numberAt(bytes, PNG_START.length + 12, 4);
  const noted = chunks.find(({ name }) => name === "eXIf")?.bytes.subarray(8, -4);
  const orientation = noted && readOrientation(noted);
  const turned = orientation === undefined ? [] : [writePngChunk(orientation)];
  return {
    ...turnSize(width, height, orientation),
    animated: has("acTL"),
    kept: [start, header?.bytes ?? start, ...turned, ...kept.map((chunk) => chunk.bytes)],
  };
}

/** Writes the chunk that says which way is up. */
function writePngChunk(orientation: number): Uint8Array {
  const data = writeOrientation(orientation);
  const body = joinBytes([toBytes("eXIf"), data]);
  return joinBytes([toBig(data.length), body, toBig(sumOf(body))]);
}

function toBig(number: number): Uint8Array {
  return Uint8Array.from([24, 16, 8, 0], (shift) => (number >>> shift) & 0xff);
}

/** Computes the checksum that ends a chunk, a CRC-32. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Lists the chunks up to the last one. Returns the reason if that is missing. */
function listPngChunks(bytes: Uint8Array): Chunk[] | string {
  const chunks: Chunk[] = [];
  for (let at = PNG_START.length; chunks.length < MAX_PARTS; ) {
    const end = at + AROUND + numberAt(bytes, at, 4);
    if (end > bytes.length) return CUT_OFF;
    const name = lettersAt(bytes, at + 4, 4);
    chunks.push({ name, bytes: bytes.subarray(at, end) });
    if (name === "IEND") return chunks;
    at = end;
  }
  return DAMAGED;
}
