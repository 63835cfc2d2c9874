import {
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { CacheHealth } from "../domain/progress/health.ts";
import { describeSystemError } from "../errors.ts";
import { removeEmptyFolder } from "../files/disk.ts";
import {
  createMarker,
  findCacheProblem,
  findPlaceProblem,
  getCachePaths,
  isMarker,
  readMarker,
} from "./compile-cache.ts";
import type { RemovedCache } from "./contract.ts";

/** The folders that Node makes in its compile cache: v24.1.0-x64-964aae3f-1000, first 964aae3f. */
const NODE_FOLDER = /^(v\d+\.\d+\.\d+[\w.-]*-)?[0-9a-f]{8}(-\d+)?$/;

/** The files there, and those that were being written when a process ended. */
const NODE_FILE = /^[0-9a-f]{8}(\.\w{6})?$/;

/**
 * Makes the folder for Node's compile cache next to the saved progress, or makes it anew if it
 * can't be used as it is. Leaves alone what someone else made. Never throws.
 */
export function renewCacheFolder(folder: string, uid: number | undefined): void {
  try {
    const real = realpathSync.native(folder);
    if (findPlaceProblem(real, uid)) return;
    if (lstatSync(getCachePaths(real).cache, { throwIfNoEntry: false })) {
      if (!needsRenewal(real, uid)) return;
      removeCacheFolder(real);
    }
    makeCacheFolder(real);
  } catch {
    // Something else is there, or it can't be written. Everything works without it.
  }
}

function needsRenewal(folder: string, uid: number | undefined): boolean {
  try {
    return findCacheProblem(folder, uid) !== undefined;
  } catch {
    return true;
  }
}

/** Makes the folder and its marker, or neither: without one, Node isn't told of it. */
function makeCacheFolder(folder: string): void {
  const { cache, marker } = getCachePaths(folder);
  mkdirSync(cache, { mode: 0o700 });
  try {
    writeFileSync(marker, createMarker(folder), { flag: "wx", mode: 0o600 });
  } catch {
    rmSync(marker, { force: true });
    rmdirSync(cache);
  }
}

/**
 * Removes what builder-pm and Node made in the cache next to the saved progress, and no more.
 * Returns undefined if there is nothing of theirs. Never throws.
 */
export function removeCacheFolder(folder: string): RemovedCache | undefined {
  const { cache, marker } = getCachePaths(folder);
  try {
    if (!lstatSync(cache, { throwIfNoEntry: false })?.isDirectory()) return undefined;
    if (!isOwnCache(folder)) return undefined;
    for (const inner of listNodeFolders(cache)) {
      for (const file of listNodeFiles(inner)) rmSync(file, { force: true });
      removeEmptyFolder(inner);
    }
    rmSync(marker, { force: true });
    removeEmptyFolder(cache);
    return { folder: cache };
  } catch (error) {
    return { folder: cache, problem: describeSystemError(error) };
  }
}

/** Describes the cache next to the saved progress, or what is there instead. Never throws. */
export function inspectCacheFolder(folder: string, uid: number | undefined): CacheHealth | null {
  const { cache } = getCachePaths(folder);
  try {
    if (!lstatSync(cache, { throwIfNoEntry: false })) return null;
    const problem = findCacheProblem(realpathSync.native(folder), uid) ?? null;
    return { folder: cache, bytes: countCacheBytes(cache), problem };
  } catch (error) {
    return { folder: cache, bytes: 0, problem: describeSystemError(error) };
  }
}

function countCacheBytes(cache: string): number {
  if (!lstatSync(cache).isDirectory()) return 0;
  const files = listNodeFolders(cache).flatMap(listNodeFiles);
  // Another process may have removed one by now.
  const sizes = files.map((file) => lstatSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Returns true if builder-pm made the folder, or if it holds only what Node writes: a command that
 * ends after a `reset` leaves that behind.
 */
function isOwnCache(folder: string): boolean {
  const text = readMarker(folder);
  if (text !== undefined) return isMarker(text);
  const { cache } = getCachePaths(folder);
  const inner = listNodeFolders(cache);
  const isNodes = (path: string) => readdirSync(path).every((name) => NODE_FILE.test(name));
  return readdirSync(cache).length === inner.length && inner.every(isNodes);
}

function listNodeFolders(cache: string): string[] {
  return readdirSync(cache, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && NODE_FOLDER.test(entry.name))
    .map(({ name }) => join(cache, name));
}

function listNodeFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && NODE_FILE.test(entry.name))
    .map(({ name }) => join(folder, name));
}
