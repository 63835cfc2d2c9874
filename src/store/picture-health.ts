import type { PictureHealth } from "../domain/progress/health.ts";
import type { Progress } from "../domain/progress/progress.ts";
import { isRedacted } from "../domain/project/picture.ts";
import { listPictures } from "../domain/project/pictures.ts";
import { listUnusedPictures, readPictureBytes } from "./pictures.ts";

/** Checks the files of all pictures. `file` is the saved progress. Changes nothing. */
export function inspectPictures(file: string, { projects }: Progress): PictureHealth {
  const wanted = projects.flatMap(listPictures).filter((picture) => !isRedacted(picture));
  const missing = wanted.filter((picture) => !readPictureBytes(file, picture));
  return {
    missing: new Set(missing.map(({ sha256 }) => sha256)).size,
    unused: listUnusedPictures(file),
  };
}
