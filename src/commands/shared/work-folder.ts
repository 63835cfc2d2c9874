import type { Context } from "../../context.ts";
import { idFromTitle } from "../../domain/library/id.ts";
import {
  findProjectIn,
  freeFileName,
  isInFolder,
  isSamePath,
  isWindowsPath,
} from "../../domain/project/folder.ts";
import type { Project } from "../../domain/project/project.ts";
import { cleanLine, isPlaceholder } from "../../domain/text/clean.ts";
import { quotePath } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { resolveLinks } from "../../files/disk.ts";
import {
  assertNoFile,
  hasWindowsPaths,
  isFolder,
  isNameTaken,
  nameSubfolder,
  pathBetween,
  prepareFolder,
  resolveFolder,
} from "../../files/folder.ts";
import { readHome } from "../../store/place.ts";

/**
 * Opens the folder that a person named for a project, creating it if needed, and returns its
 * absolute path. Throws a UserError if it can't be a work folder. `own` is the uid of the project.
 */
export function openWorkFolder(
  context: Context,
  words: string,
  projects: readonly Project[],
  own?: string,
): string {
  const path = findWorkFolder(context, words, projects, own);
  prepareFolder(path);
  return path;
}

/**
 * Returns the absolute path of the folder that a person named, without creating it. Throws a
 * UserError if it can't be a work folder.
 */
export function findWorkFolder(
  context: Context,
  words: string,
  projects: readonly Project[],
  own?: string,
): string {
  const named = cleanLine(words).replace(/^(["'])(.*)\1$/, "$2");
  if (isPlaceholder(named)) throw folderError(`"${named}" stands for a folder of your own.`);
  const path = findFitFolder(context, named);
  assertFreeFolder(path, projects, own);
  assertNoFile(path);
  return path;
}

/**
 * Returns the absolute path of a folder, with its links resolved, whether it exists or not. Throws
 * a UserError if no project can work there.
 */
export function findFitFolder(context: Context, named: string): string {
  const home = readHome();
  if (named === "") throw folderError("The name of the folder is empty.");
  if (isWindowsPath(named) && !hasWindowsPaths)
    throw folderError(`"${named}" is a path for Windows.`);
  const path = resolveFolder(named, { folder: context.folder, home });
  if (home !== "" && isInFolder(path, resolveLinks(home)))
    throw folderError(`"${path}" is your home folder, or a folder around it.`);
  if (isInFolder(resolveLinks(context.root), path))
    throw folderError(`"${path}" is where builder-pm itself is installed.`);
  return path;
}

/** Throws if a folder belongs to another open project. `own` is the uid of the project. */
export function assertFreeFolder(path: string, projects: readonly Project[], own?: string): void {
  const other = projects.find(
    ({ uid, closed, folder }) =>
      uid !== own &&
      !closed &&
      folder &&
      (isInFolder(folder.path, path) || isInFolder(path, folder.path)),
  );
  if (other) throw folderError(`"${path}" belongs to your project "${other.title}" (${other.id}).`);
}

/** Builds the error for a folder that no project can work in. */
export function folderError(message: string): UserError {
  return new UserError(message, {
    exitCode: ExitCode.usage,
    fix: "Choose a folder for this project alone, such as ./weekly-churn-themes.",
  });
}

/**
 * Suggests a new folder in the current one, or beside it where a project was finished, named after
 * the project. Returns undefined where nobody can be asked, and in a folder that no project should
 * be in.
 */
export function suggestFolder(
  { atTerminal, folder, root }: Context,
  { title, id }: { title: string; id: string },
  projects: readonly Project[],
): string | undefined {
  const isUnfit =
    !isFolder(folder) ||
    isInFolder(resolveLinks(root), folder) ||
    projects.some(
      (other) => !other.closed && other.folder && isInFolder(other.folder.path, folder),
    );
  if (!atTerminal || isUnfit) return undefined;
  const outside = findOutsideFolder({ folder }, projects);
  const name = freeFileName(idFromTitle(title, id), (name) => isNameTaken(outside, name));
  return outside === folder ? nameSubfolder(name) : pathBetween(folder, outside, name);
}

/**
 * Returns the current folder, or the one around it that isn't in the work folder of a project: what
 * belongs to no project has its place beside them.
 */
export function findOutsideFolder(
  { folder }: Pick<Context, "folder">,
  projects: readonly Project[],
): string {
  const path = findProjectIn(projects, folder)?.folder?.path;
  if (path === undefined) return folder;
  return findOutsideFolder({ folder: resolveFolder("..", { folder: path, home: "" }) }, projects);
}

/**
 * Says that the work folder of a project is gone, or that a link took its place, and what to do.
 * Returns undefined if it is where it was when it was chosen, which is saved without links.
 */
export function describeLostFolder({ id, folder }: Project): string[] | undefined {
  if (!folder) return undefined;
  const { path } = folder;
  if (!isFolder(path))
    return [
      `The project's folder wasn't found: ${path}`,
      `If you moved it, or this is another computer: builder-pm projects folder ${id} ...`,
    ];
  const real = resolveFolder(path, { folder: "", home: "" });
  if (isSamePath(real, path)) return undefined;
  return [
    `The project's folder leads to another one, because of a link: ${path} is ${real}`,
    `If that's the right one: builder-pm projects folder ${id} ${quotePath(real)}`,
  ];
}

/** Says where the folder of a project is, unless this is it; or that it is gone. */
export function describeFolder({ folder: here }: Context, project: Project): string[] {
  const { folder } = project;
  if (!folder || isInFolder(folder.path, here)) return [];
  return describeLostFolder(project) ?? [`Folder: ${folder.path}`];
}

/** Prints what a project's folder is. */
export function printFolder({ stderr }: Context, path: string): void {
  stderr.line(`Its folder is ${path}`);
}

/** Prints the command that goes to a project's folder, if it has one and this isn't it. */
export function printWayTo({ folder: here, stderr }: Context, path: string | undefined): void {
  if (path !== undefined && !isInFolder(path, here))
    stderr.line(`First go there: cd ${quotePath(path)}`);
}
