import { delimiter } from "node:path";

// What decides whether the help that the build kept may be printed, and is asked elsewhere, too.

/** Returns the content folders that the environment names. */
export function listTeamFolders(env: NodeJS.ProcessEnv): string[] {
  return (env.BUILDER_PM_CONTENT ?? "").split(delimiter).filter(Boolean);
}

/** Returns true if npx started the program, installed or not. */
export function isStartedByNpm({ npm_command: command }: NodeJS.ProcessEnv): boolean {
  return command === "exec";
}
