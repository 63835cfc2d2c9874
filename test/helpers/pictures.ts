import { deflateSync } from "node:zlib";
import { joinBytes, toBytes, toLittle } from "../../src/domain/picture/bytes.ts";

/** Joins numbers, letters and bytes. */
export function bytesOf(...parts: (number | string | Uint8Array)[]): Uint8Array {
  return joinBytes(
    parts.map((part) => {
      if (typeof part === "number") return Uint8Array.of(part);
      return typeof part === "string" ? toBytes(part) : part;
    }),
  );
}

function toBig(number: number, count = 4): Uint8Array {
  return Uint8Array.from({ length: count }, (_, index) => number >>> (8 * (count - 1 - index)));
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** Makes a chunk of a png. */
export function pngChunk(name: string, data: Uint8Array | string = ""): Uint8Array {
  const body = bytesOf(name, data);
  return bytesOf(toBig(body.length - 4), body, toBig(crc32(body)));
}

/** Makes a gray png. `extra` are chunks before the pixels. */
export function makePng(width = 4, height = 3, extra: readonly Uint8Array[] = []): Uint8Array {
  const rows = bytesOf(...Array.from({ length: height }, () => new Uint8Array(width + 1)));
  return bytesOf(
    "\x89PNG\r\n\x1a\n",
    pngChunk("IHDR", bytesOf(toBig(width), toBig(height), 8, 0, 0, 0, 0)),
    ...extra,
    pngChunk("IDAT", width * height < 1_000_000 ? deflateSync(rows) : "none"),
    pngChunk("IEND"),
  );
}

/** Makes a segment of a jpeg. */
export function jpegSegment(marker: number, data: Uint8Array | string): Uint8Array {
  return bytesOf(0xff, marker, toBig(data.length + 2, 2), data);
}

/** Makes what a camera notes, as a segment of a jpeg. */
export function makeExif(orientation: number, order: "II" | "MM" = "II"): Uint8Array {
  return jpegSegment(0xe1, bytesOf("Exif\0\0", makeNotes(orientation, order)));
}

/** Makes what a camera notes: which way is up, between two other notes. */
export function makeNotes(orientation: number, order: "II" | "MM" = "II"): Uint8Array {
  const write = (number: number, count: number) =>
    order === "II" ? toLittle(number).subarray(0, count) : toBig(number, count);
  const note = (tag: number, value: number) =>
    bytesOf(write(tag, 2), write(3, 2), write(1, 4), write(value, 2), 0, 0);
  const notes = [note(0x0100, 640), note(0x0112, orientation), note(0x8825, 99)];
  const head = bytesOf(order, write(42, 2), write(8, 4), write(notes.length, 2));
  return bytesOf(head, ...notes, write(0, 4), "GPS and a name");
}

/** Makes a gray jpeg. `extra` are segments after the start. */
export function makeJpeg(width = 16, height = 8, extra: readonly Uint8Array[] = []): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits = "00".repeat(blocks).padEnd(Math.ceil((2 * blocks) / 8) * 8, "1");
  const pixels = Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
  const code = [1, ...new Array(15).fill(0), 0];
  return bytesOf(
    ...[0xff, 0xd8, ...extra],
    jpegSegment(0xdb, bytesOf(0, new Uint8Array(64).fill(1))),
    jpegSegment(0xc0, bytesOf(8, toBig(height, 2), toBig(width, 2), 1, 1, 0x11, 0)),
    jpegSegment(0xc4, bytesOf(0x00, ...code)),
    jpegSegment(0xc4, bytesOf(0x10, ...code)),
    jpegSegment(0xda, bytesOf(1, 1, 0, 0, 63, 0)),
    ...[pixels, 0xff, 0xd9],
  );
}

/** Makes an extension of a gif. */
export function gifExtension(label: number, ...blocks: (string | Uint8Array)[]): Uint8Array {
  const filled = blocks.flatMap((block) => [block.length, block]);
  return bytesOf(0x21, label, ...filled, 0);
}

/** Makes a gif of one color. `between` are blocks before each frame. */
export function makeGif(
  width = 4,
  height = 3,
  { frames = 1, between = [] }: { frames?: number; between?: readonly Uint8Array[] } = {},
): Uint8Array {
  const size = bytesOf(toLittle(width).subarray(0, 2), toLittle(height).subarray(0, 2));
  // Codes of three bits: 4 clears the table, 5 ends, 0 is a pixel.
  const codes = [...Array.from({ length: width * height }, () => [4, 0]).flat(), 5];
  let bits = "";
  for (const code of codes) bits = code.toString(2).padStart(3, "0") + bits;
  const padded = bits.padStart(Math.ceil(bits.length / 8) * 8, "0");
  const data = (padded.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)).reverse();
  const blocks: (number | Uint8Array)[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = Uint8Array.from(data.slice(at, at + 255));
    blocks.push(block.length, block);
  }
  const frame = bytesOf(...between, 0x2c, 0, 0, 0, 0, size, 0, 2, ...blocks, 0);
  return bytesOf(
    "GIF89a",
    size,
    0x80,
    0,
    0,
    "\x20\x80\xff\xff\xff\xff",
    ...Array(frames).fill(frame),
    0x3b,
  );
}

/** Makes a chunk of a webp. */
export function webpChunk(name: string, data: Uint8Array | string): Uint8Array {
  return bytesOf(name, toLittle(data.length), data, new Uint8Array(data.length % 2));
}

function makeLossless(width: number, height: number): Uint8Array {
  const write = (number: number, count: number) =>
    [...number.toString(2).padStart(count, "0")].reverse().join("");
  // No transform, no cache, one group; five codes of one symbol each, so pixels take no bits.
  const one = write(1, 1) + write(0, 1) + write(0, 1) + write(0, 1);
  const bits = `${write(width - 1, 14)}${write(height - 1, 14)}${write(0, 4)}000${one.repeat(5)}`;
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0").match(/.{8}/g) ?? [];
  return bytesOf(0x2f, ...bytes.map((eight) => Number.parseInt([...eight].reverse().join(""), 2)));
}

/** Makes a webp of one color; an extended one if there are extra chunks. */
export function makeWebp(width = 4, height = 3, extra: readonly Uint8Array[] = []): Uint8Array {
  const side = (length: number) => toLittle(length - 1).subarray(0, 3);
  const header = webpChunk("VP8X", bytesOf(0x0c, 0, 0, 0, side(width), side(height)));
  const chunks = [
    ...(extra.length > 0 ? [header] : []),
    webpChunk("VP8L", makeLossless(width, height)),
  ];
  const body = bytesOf("WEBP", ...chunks, ...extra);
  return bytesOf("RIFF", toLittle(body.length), body);
}

/** Makes a webp that moves. */
export function makeMovingWebp(width = 4, height = 3): Uint8Array {
  const side = (length: number) => toLittle(length - 1).subarray(0, 3);
  const place = bytesOf(0, 0, 0, 0, 0, 0, side(width), side(height), 100, 0, 0, 0);
  const frame = webpChunk(
    "ANMF",
    bytesOf(place, webpChunk("VP8L", makeLossless(width, height)), webpChunk("NOTE", "a name")),
  );
  const header = webpChunk("VP8X", bytesOf(0x02, 0, 0, 0, side(width), side(height)));
  const body = bytesOf("WEBP", header, webpChunk("ANIM", "\0\0\0\0\0\0"), frame, frame);
  return bytesOf("RIFF", toLittle(body.length), body);
}
