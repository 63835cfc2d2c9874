import { readFileSync } from "node:fs";
import { findAgent } from "./agent-shell.ts";
import { findCacheProblem, getCachePaths } from "./store/compile-cache.ts";
import { locateProgress } from "./store/place.ts";

/** The parts of the process that decide about the compile cache. */
export type CacheWorld = Pick<NodeJS.Process, "argv" | "env"> &
  Partial<Pick<NodeJS.Process, "getuid" | "report" | "getBuiltinModule">>;

/** What Node has from version 22.1 on. */
interface CompileCache {
  enableCompileCache?(folder: string): unknown;
}

/** The part of Node's diagnostic report with the limits of the system. Windows has none. */
interface Report {
  userLimits?: { file_size_blocks: { soft: string | number } };
}

const UNLIMITED = "unlimited";

/**
 * Turns on Node's compile cache if a save has made the folder for it. Node fills it when the
 * program ends. Never throws.
 */
export function turnOnCompileCache(world: CacheWorld): void {
  try {
    const place = locateProgress(world.env);
    if (!("folder" in place) || findCacheProblem(place.folder, world.getuid?.())) return;
    if (mayFillCache(world)) findEnable(world)?.(getCachePaths(place.folder).cache);
  } catch {
    // There is no such folder, or it can't be used: everything works without it.
  }
}

/** Returns Node's function. Loading it takes longer than finding out that there is no folder. */
function findEnable(world: CacheWorld): CompileCache["enableCompileCache"] {
  const node: object | undefined = world.getBuiltinModule?.("node:module");
  return (node as CompileCache | undefined)?.enableCompileCache;
}

/**
 * Returns false if this Node has no compile cache, if the person turned it off or has one of their
 * own, in a coding agent's shell or server, and where the system would end Node for writing a large
 * file.
 */
export function mayFillCache(world: CacheWorld): boolean {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE } = world.env;
  if (!findEnable(world) || NODE_DISABLE_COMPILE_CACHE || NODE_COMPILE_CACHE) return false;
  const isAgent = findAgent(world.env) !== undefined || world.argv[2] === "mcp";
  return !isAgent && !hasSizeLimit(world);
}

/** Returns true if `ulimit -f` is set. Windows has no such limit. */
function hasSizeLimit({ report }: CacheWorld): boolean {
  try {
    // Only Linux has this file. Node's own report takes ten times as long.
    return !/^Max file size +unlimited/m.test(readFileSync("/proc/self/limits", "utf8"));
  } catch {
    return reportsSizeLimit(report?.getReport());
  }
}

/** Returns true if Node's report has a limit for the size of a file. */
export function reportsSizeLimit(report: Report | undefined): boolean {
  return (report?.userLimits?.file_size_blocks.soft ?? UNLIMITED) !== UNLIMITED;
}
