import { delimiter } from "node:path";

/** Returns the content folders that the environment names. */
export function listTeamFolders(env: NodeJS.ProcessEnv): string[] {
  return (env.BUILDER_PM_CONTENT ?? "").split(delimiter).filter(Boolean);
}
