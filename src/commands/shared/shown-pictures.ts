import type { Step } from "../../domain/library/step.ts";
import { mediaTypeOf } from "../../domain/picture/picture-kind.ts";
import { createFindPictures } from "../../render/page/pictures.ts";
import type { FindPictures } from "../../render/page/view.ts";

/** What finds the pictures of a check with their bytes, and how many were found so far. */
export interface OpenPictures {
  findPictures: FindPictures;
  count(): number;
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
  const found: { type: string; bytes: Uint8Array }[] = [];
  const findPictures = createFindPictures(steps, (picture) => {
    const bytes = readPictureBytes(file, picture);
    if (!bytes) return undefined;
    found.push({ type: mediaTypeOf(picture.type), bytes });
    return MARK + (found.length - 1) + MARK;
  });
  const addressOf = (number: string) => {
    const { type = "", bytes = "" } = found[Number(number)] ?? {};
    return `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
  };
  return {
    findPictures,
    count: () => found.length,
    fill: (markup) => {
      if (found.length === 0) return markup;
      const parts = markup.split(MARK);
      return encodeTexts(parts.map((part, index) => (index % 2 === 0 ? part : addressOf(part))));
    },
  };
}

/** Joins texts to the bytes of a file, each copied once: the pictures are most of them. */
function encodeTexts(texts: readonly string[]): Uint8Array {
  const sizes = texts.map((text) => Buffer.byteLength(text));
  const joined = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const text of texts) at += joined.write(text, at);
  return joined;
}
