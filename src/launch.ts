import { accessSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isStartedByNpm } from "./environment.ts";

/** How the program was started, which decides how it prints commands. */
export interface Launch {
  /** True if it runs through npx and isn't installed, so commands need "npx" in front. */
  isThroughNpx: boolean;
  /** True if it runs from the current folder or its project, the only place npx finds it. */
  isLocal: boolean;
}

/** Finds out how the program in `root` was started. */
export function detectLaunch(env: NodeJS.ProcessEnv, root: string): Launch {
  const isThroughNpx = isStartedByNpm(env) && !isInstalled(env);
  return { isThroughNpx, isLocal: isThroughNpx && !/[\\/]_npx[\\/]/.test(root) };
}

/** Looks for the program on the PATH, except in the folders that npx adds to it. */
function isInstalled({ PATH = "", Path = PATH }: NodeJS.ProcessEnv): boolean {
  const folders = Path.split(delimiter).filter(
    (folder) => !/[\\/](?:node_modules[\\/]\.bin|_npx[\\/].*)[\\/]?$/.test(folder),
  );
  return folders.some(
    (folder) =>
      folder !== "" &&
      ["builder-pm", "builder-pm.cmd"].some((name) => isAccessible(join(folder, name))),
  );
}

function isAccessible(file: string): boolean {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}
