import { homedir, platform } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { ExitCode, UserError } from "../errors.ts";

/** The environment variables that decide where progress is saved. */
export type LocationEnv = Readonly<Record<string, string | undefined>>;

/**
 * Returns the folder of the saved progress: `$BUILDER_PM_HOME`, otherwise
 * `$XDG_CONFIG_HOME/builder-pm`, otherwise the platform's default. Throws with exit code 4 if that
 * needs a home folder and there is none.
 */
export function findProgressFolder(env: LocationEnv): string {
  const chosen = env.BUILDER_PM_HOME;
  if (chosen?.startsWith("~")) return expandHome(chosen);
  if (chosen) return resolve(chosen);
  const xdg = env.XDG_CONFIG_HOME;
  if (xdg && isAbsolute(xdg)) return join(xdg, "builder-pm");
  return findPlatformFolder(env);
}

/** Expands "~". In quotes the shell doesn't, and a folder with that name would be created. */
function expandHome(chosen: string): string {
  const separators = platform() === "win32" ? ["/", "\\"] : ["/"];
  if (chosen !== "~" && !separators.includes(chosen.charAt(1))) {
    const problem = `BUILDER_PM_HOME is "${chosen}", but "~" only works for your own home folder.`;
    throw new UserError(problem, {
      exitCode: ExitCode.progress,
      fix: "Set BUILDER_PM_HOME to a full path, then run the command again.",
    });
  }
  return join(findHome(), chosen.slice(1));
}

/** Returns the same as env-paths, which throws on loading if there is no home folder. */
function findPlatformFolder(env: LocationEnv): string {
  const system = platform();
  if (system === "darwin") return join(findHome(), "Library", "Preferences", "builder-pm");
  if (system !== "win32") return join(findHome(), ".config", "builder-pm");
  return join(env.APPDATA || join(findHome(), "AppData", "Roaming"), "builder-pm", "Config");
}

function findHome(): string {
  const home = readHome();
  if (isAbsolute(home)) return home;
  throw new UserError("There is no home folder to save your progress in.", {
    exitCode: ExitCode.progress,
    fix: "Set BUILDER_PM_HOME to the full path of a folder, then run the command again.",
  });
}

/**
 * Returns the person's home folder, or "" if there is none. Node throws if HOME is unset and the
 * account is unknown, as in some containers.
 */
export function readHome(): string {
  try {
    return homedir();
  } catch {
    return "";
  }
}
