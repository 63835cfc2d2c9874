import type { Context } from "../../context.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import { isInFolder, isProgramFolder } from "../../domain/project/folder.ts";
import type { Project } from "../../domain/project/project.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { UserError } from "../../errors.ts";
import {
  findParentFolder,
  findTruePath,
  isFolder,
  isFullPath,
  prepareFolder,
} from "../../files/folder.ts";
import type { Store } from "../../store/contract.ts";
import { readHome } from "../../store/place.ts";
import { assertFreeFolder, describeLostFolder, findFitFolder, folderError } from "./work-folder.ts";

/** Where an import goes: the saved file, what is saved, and the projects that stay. */
export interface ImportTarget {
  store: Store;
  here: Progress;
  staying: readonly Project[];
}

/**
 * Returns imported progress with the folders that its projects may have on this computer. A folder
 * is chosen here, so a project that has one here keeps it, and a new one brings only a folder that
 * `--folder` would take, without knowing what was written there: a file could say that the person's
 * own brief is ours.
 */
export function placeImported(
  context: Context,
  { store, here, staying }: ImportTarget,
  there: Progress,
): Progress {
  const placed: Project[] = [];
  for (const project of there.projects) {
    const known = here.projects.find(({ uid }) => uid === project.uid)?.folder;
    const { folder: _, ...rest } = project;
    const folder = known ?? placeFolder(context, store, project, [...staying, ...placed]);
    placed.push(folder ? { ...project, folder } : (rest as Project));
  }
  return { ...there, projects: placed };
}

function placeFolder(
  context: Context,
  store: Store,
  project: Project,
  others: readonly Project[],
): Project["folder"] {
  if (!project.folder) return undefined;
  const { files: _, ...folder } = project.folder;
  try {
    return { ...folder, path: findOwnFolder(context, store, project, others) };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Returns the real path of the folder that a file names. Throws if the project can't have it. */
function findOwnFolder(
  context: Context,
  store: Store,
  { folder, uid, closed }: Project,
  others: readonly Project[],
): string {
  const named = folder?.path ?? "";
  if (!isFullPath(named) || cleanLine(named) !== named) throw folderError(`"${named}" is no path.`);
  const path = findFitFolder(context, findTruePath(named));
  const home = readHome() && findTruePath(readHome());
  const isPrograms = isInFolder(path, home) || isProgramFolder(path, home);
  if (isPrograms || isInFolder(findParentFolder(store.file), path))
    throw folderError(`"${path}" is a folder of programs.`);
  if (!closed) assertFreeFolder(path, others, uid);
  if (!closed && isFolder(path)) prepareFolder(path);
  return path;
}

/**
 * Says of imported projects that their folder is used here, isn't on this computer, or was left
 * out. `there` is what the file said.
 */
export function printImportedFolders(
  { stderr, json }: Context,
  { before, there, after }: Record<"before" | "there" | "after", Progress>,
): void {
  const known = new Map(before.projects.map((project) => [project.uid, project]));
  for (const project of after.projects) {
    const { id, title, uid, closed } = project;
    const path = project.folder?.path;
    const wanted = there.projects.find((other) => other.uid === uid)?.folder?.path;
    const old = known.get(uid);
    if (json || closed || wanted === undefined || (old && old.folder?.path === path)) continue;
    const lines =
      path === undefined
        ? [
            `"${title}" (${id}) came without its folder, which can't be used here: ${wanted}`,
            `To choose one: builder-pm projects folder ${id} ...`,
          ]
        : (describeLostFolder(project) ?? [
            `"${title}" (${id}) works in a folder on this computer: ${path}`,
            `If that isn't right: builder-pm projects folder ${id} ...`,
          ]);
    for (const line of lines) stderr.line(line);
  }
}
