import type { Progress } from "../../domain/progress/progress.ts";
import { describePictureExcess, listPictures } from "../../domain/project/pictures.ts";
import { UserError } from "../../errors.ts";

/** The pictures that came with an import. */
export interface PicturesToKeep {
  count: number;
  /** Keeps those that the progress refers to. Throws if they would take too much room. */
  keep(file: string, progress: Progress): void;
}

/** Takes the pictures out of an imported progress. Throws if one isn't what builder-pm wrote. */
export async function takePictures(
  exported: Progress,
  source: string,
): Promise<{ progress: Progress; pictures: PicturesToKeep }> {
  if (!("pictures" in exported) && exported.projects.every(hasNoPictures))
    return { progress: exported, pictures: { count: 0, keep: () => {} } };
  const store = await import("../../store/exported-pictures.ts");
  const { progress, pictures } = store.readExportedPictures(exported, source);
  const keep: PicturesToKeep["keep"] = (file, after) => {
    assertRoom(after);
    store.writeImportedPictures(file, after, pictures);
  };
  return { progress, pictures: { count: pictures.size, keep } };
}

function hasNoPictures(project: Progress["projects"][number]): boolean {
  return listPictures(project).length === 0;
}

function assertRoom({ projects }: Progress): void {
  for (const project of projects) {
    const excess = describePictureExcess(projects, project);
    if (excess !== undefined)
      throw new UserError(`${excess} Nothing was changed.`, {
        fix: "Take some off with builder-pm review --detach, here or there, and export again.",
      });
  }
}
