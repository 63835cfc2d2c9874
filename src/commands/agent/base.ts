import type { Context } from "../../context.ts";
import { isInFolder } from "../../domain/project/folder.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { resolveLinks } from "../../files/disk.ts";
import { isFolder, resolveFolder } from "../../files/folder.ts";
import { readHome } from "../../store/place.ts";

/** Where the skill goes, as it is typed. */
export interface AgentOptions {
  /** The home folder, for all projects. */
  user?: boolean;
  /** A folder other than the current one. */
  dir?: string;
}

/**
 * Returns the absolute path of the folder that the skill goes into. Throws a UserError for the home
 * folder without `--user`, and for a folder that can't be used.
 */
export function chooseBase(context: Context, verb: string, { user, dir }: AgentOptions): string {
  const home = readHome();
  if (user && dir !== undefined)
    throw baseError("--user and --dir can't be used together.", "Use one of them.");
  if (user && !isFolder(home))
    throw baseError("Your home folder wasn't found.", "Name a folder: --dir ./my-project");
  if (user) return resolveLinks(home);
  const path = resolveFolder(dir ?? ".", { folder: context.folder, home });
  if (!isFolder(path))
    throw baseError(
      `There is no folder "${path}".`,
      "Name the folder of a project: --dir ./report",
    );
  if (home !== "" && isInFolder(path, resolveLinks(home)))
    throw baseError(
      `"${path}" is your home folder, or a folder around it.`,
      `For all your projects: builder-pm agent ${verb} --user`,
    );
  if (isInFolder(resolveLinks(context.root), path))
    throw baseError(
      `"${path}" is where builder-pm itself is installed.`,
      `Go to the folder of your project, or add --dir ./report`,
    );
  return path;
}

function baseError(message: string, fix: string): UserError {
  return new UserError(message, { exitCode: ExitCode.usage, fix });
}
