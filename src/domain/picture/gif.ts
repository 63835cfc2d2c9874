import { lettersAt, littleAt } from "./bytes.ts";
import { CUT_OFF, DAMAGED, MAX_PARTS, type Walked } from "./picture-parts.ts";

const SCREEN = 13;
const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
/** How long a frame is shown, and which color is see-through. */
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** The extensions that say how often an animation repeats. */
const LOOPS = ["NETSCAPE2.0", "ANIMEXTS1.0"];

interface Block {
  /** What it is: a frame, or an extension. */
  mark: number;
  bytes: Uint8Array;
}

/** Walks through the blocks of a gif. */
export function walkGif(bytes: Uint8Array): Walked {
  const start = SCREEN + countColorBytes(bytes, 10);
  const blocks = listBlocks(bytes, start);
  if (typeof blocks === "string") return blocks;
  const frames = blocks.filter(({ mark }) => mark === IMAGE).map((frame) => frame.bytes);
  if (frames.length === 0) return DAMAGED;
  // What is drawn outside of the screen makes it larger.
  const findSize = (screen: number, place: number) =>
    frames.reduce(
      (size, frame) => Math.max(size, littleAt(frame, place, 2) + littleAt(frame, place + 4, 2)),
      littleAt(bytes, screen, 2),
    );
  const kept = blocks.filter((block) => block.mark === IMAGE || isDrawing(block.bytes));
  return {
    width: findSize(6, 1),
    height: findSize(8, 3),
    animated: frames.length > 1,
    kept: [bytes.subarray(0, start), ...kept.map((block) => block.bytes), Uint8Array.of(TRAILER)],
  };
}

/** Lists the blocks up to the end. Returns the reason if that is missing. */
function listBlocks(bytes: Uint8Array, start: number): Block[] | string {
  const blocks: Block[] = [];
  for (let at = start; bytes[at] !== TRAILER; ) {
    const mark = bytes[at];
    if (mark === undefined) return CUT_OFF;
    const isKnown = mark === IMAGE || mark === EXTENSION;
    if (!isKnown || blocks.length === MAX_PARTS) return DAMAGED;
    const data = mark === IMAGE ? at + 11 + countColorBytes(bytes, at + 9) : at + 2;
    const end = skipSubBlocks(bytes, data);
    blocks.push({ mark, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return blocks;
}

/** Returns how long the table of colors is that some flags announce. */
function countColorBytes(bytes: Uint8Array, at: number): number {
  const flags = bytes[at] ?? 0;
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Returns where the blocks of data end that start here; beyond the end if they are cut off. */
function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let length = bytes[at]; length !== 0; length = bytes[at]) {
    if (length === undefined) return Number.POSITIVE_INFINITY;
    at += 1 + length;
  }
  return at + 1;
}

function isDrawing(extension: Uint8Array): boolean {
  const label = extension[1];
  return label === CONTROL || (label === APPLICATION && isLoop(extension));
}

/** Returns true for an extension of nothing but the number of repeats. */
function isLoop(extension: Uint8Array): boolean {
  return extension.length === 19 && LOOPS.includes(lettersAt(extension, 3, 11));
}
