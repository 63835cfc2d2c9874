import { printBuiltHelp } from "./built-help.ts";
import { turnOnCompileCache } from "./compile-cache.ts";
import type { ExitCode } from "./errors.ts";
import type { ProcessLike } from "./process-like.ts";

/** Not the constant: all that describes errors would be loaded with it, before the cache is on. */
const DONE: ExitCode = 0;

/**
 * Runs the command line and returns the exit code. Never throws and never ends the process. Node
 * has to know of its compile cache before it loads the program itself.
 */
export async function main(world: ProcessLike, root: string): Promise<ExitCode> {
  if (await printBuiltHelp(world, root, import.meta.dirname)) return DONE;
  turnOnCompileCache(world);
  const { runProcess } = await import("./run.ts");
  return runProcess(world, root);
}
