import {
  MAX_ALL_PICTURE_BYTES,
  MAX_ALL_PICTURE_MEGABYTES,
  MAX_PROJECT_PICTURE_BYTES,
  MAX_PROJECT_PICTURE_MEGABYTES,
} from "../picture/picture-limits.ts";
import type { Picture } from "./picture.ts";
import { findAnswer, findEntryAnswer, type Project } from "./project.ts";

/**
 * Lists the pictures that belong to the answer for one entry, such as a check, in the round that
 * the project is in; for an answer that was kept from an earlier round, also those of that round.
 * `question` is a reference such as `review.saw`. To get an earlier round, pass the project as
 * `listRounds` returns it.
 */
export function picturesOf(project: Project, question: string, entryId: string): Picture[] {
  const saved = findEntryAnswer(findAnswer(project, question), entryId);
  const rounds = [project.rounds.length + 1, saved?.fromRound];
  return (project.pictures ?? []).filter(
    (picture) =>
      picture.question === question && picture.of === entryId && rounds.includes(picture.round),
  );
}

/** Returns the project with a picture added, unless the same one is there in the same place. */
export function addPicture(project: Project, picture: Picture): Project {
  const pictures = project.pictures ?? [];
  if (pictures.some((known) => isSamePicture(known, picture))) return project;
  return { ...project, pictures: [...pictures, picture] };
}

/** Returns the project without a picture. */
export function removePicture(project: Project, picture: Picture): Project {
  const pictures = (project.pictures ?? []).filter((known) => !isSamePicture(known, picture));
  return { ...project, pictures };
}

function isSamePicture(one: Picture, other: Picture): boolean {
  return (["sha256", "question", "of", "round"] as const).every((key) => one[key] === other[key]);
}

/** Lists all pictures of a project, those of versions that an import didn't use included. */
export function listPictures({ pictures = [], versions = [] }: Project): Picture[] {
  return [...pictures, ...versions.flatMap((version) => version.pictures ?? [])];
}

/** Returns how many bytes some pictures take. The same picture is kept once. */
function countPictureBytes(pictures: readonly Picture[]): number {
  const sizes = new Map(pictures.map(({ sha256, bytes }) => [sha256, bytes]));
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** Says which limit the pictures of a project, or of all, exceed; undefined if none. */
export function describePictureExcess(
  projects: readonly Project[],
  project: Project,
): string | undefined {
  if (countPictureBytes(listPictures(project)) > MAX_PROJECT_PICTURE_BYTES)
    return `The pictures of this project would take more than ${MAX_PROJECT_PICTURE_MEGABYTES} MB.`;
  return countPictureBytes(projects.flatMap(listPictures)) > MAX_ALL_PICTURE_BYTES
    ? `Your pictures would take more than ${MAX_ALL_PICTURE_MEGABYTES} MB together.`
    : undefined;
}
