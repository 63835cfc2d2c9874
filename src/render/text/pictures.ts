import type { Step } from "../../domain/library/step.ts";
import type { ReadPicture } from "../../domain/picture/read-picture.ts";
import { isRedacted, type Picture } from "../../domain/project/picture.ts";
import { picturesOf } from "../../domain/project/pictures.ts";
import type { Entry, Project } from "../../domain/project/project.ts";
import { listEntry } from "./markdown.ts";

/**
 * Renders a line for each picture of the answer for one entry, for a page in words. There is none
 * on a page for an agent, which couldn't look at them.
 */
export function renderPictures(
  { project, step }: { project: Project; step: Step },
  question: string,
  { id }: Entry,
): string[] {
  if (step.writes) return [];
  return picturesOf(project, question, id).map((picture) =>
    listEntry(`Picture: ${describePicture(picture)}`, { depth: 1 }),
  );
}

/** Describes a picture that is attached: "1280 x 800 png". */
export function describePicture(picture: Picture): string {
  const size = describeReadPicture(picture);
  if (isRedacted(picture)) return `taken out (it was ${size})`;
  return picture.via === "folder" ? `${size}, found in the project's folder` : size;
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
