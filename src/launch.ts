import { accessSync } from "node:fs";
import { delimiter, join } from "node:path";

/** How the program was started, as far as the commands that it prints depend on it. */
export interface Launch {
  /** True if it runs through npx and isn't installed, so that a command needs "npx" before it. */
  isThroughNpx: boolean;
  /** True if it lies in the current folder or its project: npx finds it there and nowhere else. */
  isLocal: boolean;
}

/** Finds out how the program in `root` was started. */
export function detectLaunch(env: NodeJS.ProcessEnv, root: string): Launch {
  const isThroughNpx = env.npm_command === "exec" && !isInstalled(env);
  return { isThroughNpx, isLocal: isThroughNpx && !/[\\/]_npx[\\/]/.test(root) };
}

/** Looks for the program on the path, without the folders that npx itself puts in front of it. */
function isInstalled({ PATH = "", Path = PATH }: NodeJS.ProcessEnv): boolean {
  const folders = Path.split(delimiter).filter(
    (folder) => !/[\\/](?:node_modules[\\/]\.bin|_npx[\\/].*)[\\/]?$/.test(folder),
  );
  return folders.some(
    (folder) =>
      folder !== "" && ["builder-pm", "builder-pm.cmd"].some((name) => isThere(join(folder, name))),
  );
}

function isThere(file: string): boolean {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}
