import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { findAgent } from "./agent-shell.ts";
import { findCacheProblem, getCachePaths } from "./store/compile-cache.ts";
import { locateProgress } from "./store/place.ts";

/** The parts of the process that decide about the compile cache. */
export type CacheWorld = Pick<NodeJS.Process, "argv" | "env"> &
  Partial<Pick<NodeJS.Process, "getuid" | "report" | "getBuiltinModule" | "umask" | "versions">>;

/** What Node has from version 22.8 on. */
interface CompileCache {
  enableCompileCache?(folder: string): unknown;
}

/** The part of Node's diagnostic report with the limits of the system. */
interface Report {
  userLimits?: { file_size_blocks: { soft: string | number } };
}

const FIRST_WITH_CACHE = 22;
const UNLIMITED = "unlimited";

/** Takes all permissions of others away from what is made. */
const PRIVATE = 0o077;

/** Words that the program starts with as a server, or ends with at once. */
const wordsWithoutCache = ["mcp", "--version", "-V"];

/**
 * Turns on Node's compile cache if a save has made the folder for it. Node fills it when the
 * program ends. Never throws.
 */
export function turnOnCompileCache(world: CacheWorld): void {
  // Node 20 has none, and finding that out in Node's module takes longer than all of this.
  if (Number.parseInt(world.versions?.node ?? "", 10) < FIRST_WITH_CACHE) return;
  try {
    const place = locateProgress(world.env);
    // Finding out that there is no cache has to cost next to nothing.
    if (!("folder" in place && hasCache(place.folder) && mayFillCache(world))) return;
    const folder = realpathSync.native(place.folder);
    if (!findCacheProblem(folder, world.getuid?.())) enable(world, getCachePaths(folder).cache);
  } catch {
    // It can't be used: everything works without it.
  }
}

function hasCache(folder: string): boolean {
  return lstatSync(getCachePaths(folder).cache, { throwIfNoEntry: false }) !== undefined;
}

/** Lets Node make its folder in the cache, for this account alone. */
function enable(world: CacheWorld, cache: string): void {
  const before = world.umask?.(PRIVATE);
  try {
    findEnable(world)?.(cache);
  } finally {
    if (before !== undefined) world.umask?.(before);
  }
}

/** Returns Node's function. Loading it takes longer than finding out that there is no folder. */
function findEnable(world: CacheWorld): CompileCache["enableCompileCache"] {
  const node: object | undefined = world.getBuiltinModule?.("node:module");
  return (node as CompileCache | undefined)?.enableCompileCache;
}

/**
 * Returns false if this Node has no compile cache, if the person turned it off or has one of their
 * own, in a coding agent's shell or server, for the version, and where the system would end Node
 * for writing a large file.
 */
export function mayFillCache(world: CacheWorld): boolean {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE } = world.env;
  if (!findEnable(world) || NODE_DISABLE_COMPILE_CACHE || NODE_COMPILE_CACHE) return false;
  const isWithout = world.argv.slice(2).some((word) => wordsWithoutCache.includes(word));
  return !isWithout && findAgent(world.env) === undefined && !hasSizeLimit(world);
}

/** Returns true if `ulimit -f` is set. Windows has no such limit. */
function hasSizeLimit({ report, getuid }: CacheWorld): boolean {
  if (!getuid) return false;
  try {
    // Only Linux has this file. Node's own report takes about 2 ms.
    return !/^Max file size +unlimited/m.test(readFileSync("/proc/self/limits", "utf8"));
  } catch {
    return reportsSizeLimit(report?.getReport());
  }
}

/** Returns true if Node's report has a limit for the size of a file. */
export function reportsSizeLimit(report: Report | undefined): boolean {
  return (report?.userLimits?.file_size_blocks.soft ?? UNLIMITED) !== UNLIMITED;
}
