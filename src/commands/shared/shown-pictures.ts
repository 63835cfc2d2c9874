import type { Step } from "../../domain/library/step.ts";
import { mediaTypeOf } from "../../domain/picture/picture-kind.ts";
import { isRedacted } from "../../domain/project/picture.ts";
import { createFindPictures } from "../../render/page/pictures.ts";
import type { FindPictures } from "../../render/page/view.ts";
import type { PictureCounts } from "./picture-hint.ts";

/** What finds the pictures of a check with their bytes, and how many were found so far. */
export interface OpenPictures {
  findPictures: FindPictures;
  counts(): PictureCounts;
  /** Returns a page with the pictures that were found, in place of what stands for them. */
  fill(markup: string): string | Uint8Array;
}

/** What stands before and after the number of a picture. Pages make it visible in any text. */
const MARK = "\0";

/**
 * Opens the pictures next to the saved progress, `file`, for a page that shows them. The page is
 * made without them, because they are most of its size.
 */
export async function openPictures(steps: readonly Step[], file: string): Promise<OpenPictures> {
  const { readPictureBytes } = await import("../../store/pictures.ts");
  const found: ShownPicture[] = [];
  // A picture can stand in several places.
  const shown = new Set<string>();
  const missing = new Set<string>();
  const findPictures = createFindPictures(steps, (picture) => {
    const bytes = readPictureBytes(file, picture);
    if (!bytes) {
      if (!isRedacted(picture)) missing.add(picture.sha256);
      return undefined;
    }
    shown.add(picture.sha256);
    found.push({ start: `data:${mediaTypeOf(picture.type)};base64,`, bytes });
    return { src: MARK + (found.length - 1) + MARK, number: found.length };
  });
  return {
    findPictures,
    counts: () => ({ found: shown.size, missing: missing.size }),
    fill: (markup) => {
      if (found.length === 0) return markup;
      const parts = markup.split(MARK);
      return joinWithPictures(
        parts.map((part, index) => (index % 2 === 0 ? part : (found[Number(part)] ?? ""))),
      );
    },
  };
}

/** A picture as a page has it: the start of its address, and the bytes, which follow encoded. */
interface ShownPicture {
  start: string;
  bytes: Uint8Array;
}

/** Joins texts and pictures to the bytes of a file. Most of them are pictures, copied once. */
function joinWithPictures(parts: readonly (string | ShownPicture)[]): Uint8Array {
  const sizes = parts.map((part) =>
    typeof part === "string"
      ? Buffer.byteLength(part)
      : part.start.length + 4 * Math.ceil(part.bytes.length / 3),
  );
  const joined = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const part of parts) {
    if (typeof part === "string") at += joined.write(part, at);
    else at += writePicture(joined, at, part);
  }
  return joined;
}

/** How many bytes are encoded at once: a number that 3 divides, and few, which is much faster. */
const CHUNK = 48 * 1024;

/** Writes the address of a picture. Returns how many bytes that took. */
function writePicture(page: Buffer, from: number, { start, bytes }: ShownPicture): number {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = from + page.write(start, from);
  for (let done = 0; done < all.length; done += CHUNK)
    at += page.write(all.toString("base64", done, done + CHUNK), at, "latin1");
  return at - from;
}
