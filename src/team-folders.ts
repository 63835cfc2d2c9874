import { delimiter } from "node:path";

/** Returns the content folders that the environment names. */
export function listTeamFolders({ BUILDER_PM_CONTENT = "" }: NodeJS.ProcessEnv): string[] {
  return BUILDER_PM_CONTENT.split(delimiter).filter(Boolean);
}
