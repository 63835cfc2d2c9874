import { joinBytes, lettersAt } from "./bytes.ts";
import { walkGif } from "./gif.ts";
import { walkJpeg } from "./jpeg.ts";
import type { PictureKind } from "./picture-kind.ts";
import { MAX_MEGAPIXELS, MAX_PICTURE_BYTES, MAX_PICTURE_MEGABYTES } from "./picture-limits.ts";
import { DAMAGED, type Walked } from "./picture-parts.ts";
import { PNG_START, walkPng } from "./png.ts";
import { walkWebp } from "./webp.ts";

/** A picture that can be kept: its size in pixels as it is shown, and its bytes. */
export interface ReadPicture {
  type: PictureKind;
  width: number;
  height: number;
  animated: boolean;
  /** The file without what says who made it, when, where and with what. */
  bytes: Uint8Array;
}

/** Why some bytes can't be used as a picture, as a clause: "it is cut off". */
export interface PictureProblem {
  problem: string;
  /** True if there is nothing at its path. */
  isAbsent?: true;
}

/**
 * Recognizes a picture by its content, and takes out what a camera or a program noted in it:
 * positions, times, names, texts, previews, and whatever follows its end. Keeps the pixels, their
 * colors and which way is up. Never throws, and gives the same when it reads its own result.
 */
export function readPicture(bytes: Uint8Array): ReadPicture | PictureProblem {
  if (bytes.length > MAX_PICTURE_BYTES)
    return { problem: `it is larger than ${MAX_PICTURE_MEGABYTES} MB` };
  const type = findPictureKind(bytes);
  if (type === undefined) return { problem: describeOtherFile(bytes) };
  const walked = walkers[type](bytes);
  if (typeof walked === "string") return { problem: walked };
  const { width, height, animated, kept } = walked;
  if (width === 0 || height === 0) return { problem: DAMAGED };
  if (width * height > MAX_MEGAPIXELS * 1_000_000)
    return { problem: `it has more than ${MAX_MEGAPIXELS} megapixels (${width} x ${height})` };
  return { type, width, height, animated, bytes: joinBytes(kept) };
}

const walkers: Readonly<Record<PictureKind, (bytes: Uint8Array) => Walked>> = {
  png: walkPng,
  jpg: walkJpeg,
  gif: walkGif,
  webp: walkWebp,
};

function findPictureKind(bytes: Uint8Array): PictureKind | undefined {
  const start = lettersAt(bytes, 0, 12);
  if (start.startsWith(PNG_START)) return "png";
  if (start.startsWith("\xff\xd8\xff")) return "jpg";
  if (/^GIF8[79]a/.test(start)) return "gif";
  return start.startsWith("RIFF") && start.endsWith("WEBP") ? "webp" : undefined;
}

/** Says what a file is instead, if people take that for a picture. */
function describeOtherFile(bytes: Uint8Array): string {
  if (bytes.length === 0) return "it is empty";
  const start = lettersAt(bytes, 0, 256).toLowerCase();
  if (/^ftyp(?:hei|hev|mif|avif)/.test(start.slice(4)))
    return `it is a HEIC or AVIF picture. ${AS_PNG}`;
  if (/<svg|<html|<!doctype/.test(start)) return `it is SVG or HTML. ${AS_PNG}`;
  return "what is in it isn't a picture (png, jpg, gif or webp)";
}

const AS_PNG = "Save it as png or jpg";
