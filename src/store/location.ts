import { isAbsolute, join, resolve } from "node:path";
import envPaths from "env-paths";
import { ExitCode, UserError } from "../errors.ts";

/** The environment variables that decide where progress is saved. */
export type LocationEnv = Readonly<Record<string, string | undefined>>;

/** The folder of the saved progress: `$BUILDER_PM_HOME`, else `$XDG_CONFIG_HOME/builder-pm`, else the platform's own place. */
export function findProgressFolder(env: LocationEnv): string {
  if (env.BUILDER_PM_HOME) return resolve(env.BUILDER_PM_HOME);
  const xdg = env.XDG_CONFIG_HOME;
  if (xdg && isAbsolute(xdg)) return join(xdg, "builder-pm");
  const folder = envPaths("builder-pm", { suffix: "" }).config;
  if (isAbsolute(folder)) return folder;
  throw new UserError("There is no home folder to save your progress in.", {
    exitCode: ExitCode.progress,
    fix: "Set BUILDER_PM_HOME to a folder of yours and run the command again.",
  });
}
