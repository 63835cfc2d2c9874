import type { Step } from "../../domain/library/step.ts";
import { mediaTypeOf } from "../../domain/picture/picture-kind.ts";
import { createFindPictures } from "../../render/page/pictures.ts";
import type { FindPictures } from "../../render/page/view.ts";

/** What finds the pictures of a check with their bytes, and how many were found so far. */
export interface OpenPictures {
  findPictures: FindPictures;
  count(): number;
}

/** Opens the pictures next to the saved progress, `file`, for a page that shows them. */
export async function openPictures(steps: readonly Step[], file: string): Promise<OpenPictures> {
  const { readPictureBytes } = await import("../../store/pictures.ts");
  let count = 0;
  const findPictures = createFindPictures(steps, (picture) => {
    const bytes = readPictureBytes(file, picture);
    if (!bytes) return undefined;
    count++;
    return `data:${mediaTypeOf(picture.type)};base64,${Buffer.from(bytes).toString("base64")}`;
  });
  return { findPictures, count: () => count };
}
