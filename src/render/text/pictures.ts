import { isRedacted, type Picture } from "../../domain/project/picture.ts";
import { picturesOf } from "../../domain/project/pictures.ts";
import type { Entry, Project } from "../../domain/project/project.ts";
import { listEntry } from "./markdown.ts";

/** Renders a line for each picture of the answer for one entry, for a page in words. */
export function renderPictures(project: Project, question: string, { id }: Entry): string[] {
  return picturesOf(project, question, id).map((picture) =>
    listEntry(`Picture: ${describePicture(picture)}`, { depth: 1 }),
  );
}

/** Describes a picture by its size: "1280 x 800 png". */
export function describePicture(picture: Picture): string {
  const { width, height, type, animated, via } = picture;
  const size = `${width} x ${height} ${animated ? "animated " : ""}${type}`;
  if (isRedacted(picture)) return `taken out (it was a ${size})`;
  return via === "folder" ? `${size}, found in the project's folder` : size;
}
