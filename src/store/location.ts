import { ExitCode, UserError } from "../errors.ts";
import { type LocationEnv, locateProgress } from "./place.ts";

/**
 * Returns the folder of the saved progress. Throws with exit code 4 if that needs a home folder and
 * there is none.
 */
export function findProgressFolder(env: LocationEnv): string {
  const place = locateProgress(env);
  if ("folder" in place) return place.folder;
  if (place.problem === "no-home")
    throw new UserError("There is no home folder to save your progress in.", {
      exitCode: ExitCode.progress,
      fix: "Set BUILDER_PM_HOME to the full path of a folder, then run the command again.",
    });
  const chosen = env.BUILDER_PM_HOME;
  const problem = `BUILDER_PM_HOME is "${chosen}", but "~" only works for your own home folder.`;
  throw new UserError(problem, {
    exitCode: ExitCode.progress,
    fix: "Set BUILDER_PM_HOME to a full path, then run the command again.",
  });
}
