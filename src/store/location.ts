import { homedir, platform } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { ExitCode, UserError } from "../errors.ts";

/** The environment variables that decide where progress is saved. */
export type LocationEnv = Readonly<Record<string, string | undefined>>;

/**
 * Returns the folder of the saved progress: `$BUILDER_PM_HOME`, else `$XDG_CONFIG_HOME/builder-pm`,
 * else the platform's own place. Throws with exit code 4 when that takes a home folder and there
 * is none.
 */
export function findProgressFolder(env: LocationEnv): string {
  const chosen = env.BUILDER_PM_HOME;
  if (chosen?.startsWith("~")) return expandHome(chosen);
  if (chosen) return resolve(chosen);
  const xdg = env.XDG_CONFIG_HOME;
  if (xdg && isAbsolute(xdg)) return join(xdg, "builder-pm");
  return findPlatformFolder(env);
}

/** Expands "~", which a shell leaves alone in quotes, so that no folder with that name is made. */
function expandHome(chosen: string): string {
  const separators = platform() === "win32" ? ["/", "\\"] : ["/"];
  if (chosen !== "~" && !separators.includes(chosen.charAt(1))) {
    const problem = `BUILDER_PM_HOME is "${chosen}", and only your own home can be written as "~".`;
    throw new UserError(problem, {
      exitCode: ExitCode.progress,
      fix: "Set BUILDER_PM_HOME to a full path and run the command again.",
    });
  }
  return join(findHome(), chosen.slice(1));
}

/** Returns what env-paths would; that one fails while it loads where there is no home. */
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
    fix: "Set BUILDER_PM_HOME to the full path of a folder and run the command again.",
  });
}

/**
 * Returns the person's home folder, empty if there is none. Node throws where HOME is unset and the
 * account is unknown, as in some containers.
 */
export function readHome(): string {
  try {
    return homedir();
  } catch {
    return "";
  }
}
