import { homedir, platform } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** The environment variables that decide where progress is saved. */
export type LocationEnv = Readonly<Record<string, string | undefined>>;

/** The folder of the saved progress, or why there is none. */
export type Place = { folder: string } | { problem: "no-home" | "other-home" };

/**
 * Finds the folder of the saved progress: `$BUILDER_PM_HOME`, otherwise
 * `$XDG_CONFIG_HOME/builder-pm`, otherwise the platform's default. "~" is expanded: in quotes the
 * shell doesn't, and a folder with that name would be created.
 */
export function locateProgress(env: LocationEnv): Place {
  const chosen = env.BUILDER_PM_HOME;
  if (chosen?.startsWith("~")) {
    const separators = platform() === "win32" ? ["/", "\\"] : ["/"];
    const isOwn = chosen === "~" || separators.includes(chosen.charAt(1));
    return isOwn ? placeInHome(chosen.slice(1)) : { problem: "other-home" };
  }
  if (chosen) return { folder: resolve(chosen) };
  const xdg = env.XDG_CONFIG_HOME;
  if (xdg && isAbsolute(xdg)) return { folder: join(xdg, "builder-pm") };
  return placeOnPlatform(env);
}

/** Returns the same as env-paths, which throws on loading if there is no home folder. */
function placeOnPlatform(env: LocationEnv): Place {
  const system = platform();
  if (system === "darwin") return placeInHome("Library", "Preferences", "builder-pm");
  if (system !== "win32") return placeInHome(".config", "builder-pm");
  if (env.APPDATA) return { folder: join(env.APPDATA, "builder-pm", "Config") };
  return placeInHome("AppData", "Roaming", "builder-pm", "Config");
}

function placeInHome(...names: string[]): Place {
  const home = readHome();
  return isAbsolute(home) ? { folder: join(home, ...names) } : { problem: "no-home" };
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
