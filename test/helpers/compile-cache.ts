import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CacheWorld, turnOnCompileCache } from "../../src/compile-cache.ts";
import { getCachePaths } from "../../src/store/compile-cache.ts";
import { renewCacheFolder } from "../../src/store/compile-cache-folder.ts";

/** The paths of a cache of compiled code. */
export interface FilledCache {
  /** The folder of the saved progress. */
  folder: string;
  cache: string;
  marker: string;
  /** The folder of Node 24 in its cache, with one file of code. */
  inner: string;
}

/** Makes the cache in a folder as a save does. */
export function createCache(folder: string): FilledCache {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renewCacheFolder(folder, process.getuid?.());
  const paths = getCachePaths(folder);
  return { folder, ...paths, inner: join(paths.cache, "v24.1.0-x64-964aae3f-1000") };
}

/** Makes the cache in a folder, and fills it as Node does. */
export function fillCache(folder: string): FilledCache {
  const paths = createCache(folder);
  mkdirSync(paths.inner, { mode: 0o700 });
  writeFileSync(join(paths.inner, "442caeed"), "code");
  return paths;
}

/** Makes a pipe that nobody writes to: who opens it waits for ever. */
export function makePipe(path: string): void {
  execFileSync("mkfifo", [path]);
}

/** Returns the folders that a start hands to Node. */
export function startWithCache(folder: string, more: Partial<CacheWorld> = {}): string[] {
  const given: string[] = [];
  const uid = process.getuid?.();
  const enableCompileCache = (path: string) => given.push(path);
  turnOnCompileCache({
    argv: ["node", "builder-pm", "status"],
    ...(uid === undefined ? {} : { getuid: () => uid }),
    getBuiltinModule: (() => ({ enableCompileCache })) as never,
    ...more,
    env: { BUILDER_PM_HOME: folder, ...more.env },
  });
  return given;
}
