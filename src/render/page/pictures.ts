import type { Step } from "../../domain/library/step.ts";
import type { ReadPicture } from "../../domain/picture/read-picture.ts";
import { isRedacted, type Picture } from "../../domain/project/picture.ts";
import { picturesOf } from "../../domain/project/pictures.ts";
import { FROM_FOLDER } from "./answer-words.ts";
import type { PictureSource } from "./value.ts";
import type { FindPictures } from "./view.ts";

/**
 * Creates what finds the pictures of a check for a page. `findSource` returns what a page shows as
 * its address, undefined if it can't be shown; without it, the page only says that it is there.
 */
export function createFindPictures(
  steps: readonly Step[],
  findSource: (picture: Picture) => PictureSource | undefined = () => undefined,
): FindPictures {
  const asked = steps.flatMap(({ id, questions }) =>
    questions.filter(({ pictures }) => pictures).map((question) => `${id}.${question.id}`),
  );
  return (then, checkId) =>
    asked
      .flatMap((question) => picturesOf(then, question, checkId))
      .map((picture) => ({
        absent: describePicture(picture) + (isRedacted(picture) ? "" : ", missing"),
        sha256: picture.sha256,
        findSource: () => findSource(picture),
        width: picture.width,
        height: picture.height,
        alt: describePicture(picture),
        isFromFolder: picture.via === "folder",
      }));
}

/** Describes a picture that is attached: "1280 x 800 png". */
export function describePicture(picture: Picture): string {
  const size = describeReadPicture(picture);
  if (isRedacted(picture)) return `taken out (it was ${size})`;
  return picture.via === "folder" ? `${size}, ${FROM_FOLDER}` : size;
}

/** Describes a picture by its size: "1280 x 800 png". */
export function describeReadPicture({
  width,
  height,
  type,
  animated,
}: Pick<ReadPicture, "width" | "height" | "type"> & { animated?: boolean | undefined }): string {
  return `${width} x ${height} ${animated ? "animated " : ""}${type}`;
}
