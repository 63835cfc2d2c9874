import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { CacheHealth } from "../domain/progress/health.ts";
import { removeEmptyFolder } from "../files/disk.ts";
import {
  createMarker,
  findCacheProblem,
  findPlaceProblem,
  getCachePaths,
  isMarker,
  isPrivate,
} from "./compile-cache.ts";

/** The folders that Node makes in its compile cache: v24.1.0-x64-964aae3f-1000, first 964aae3f. */
const NODE_FOLDER = /^(v\d+\.\d+\.\d+[\w.-]*-)?[0-9a-f]{8}(-\d+)?$/;

/** The files there, and those that were being written when a process ended. */
const NODE_FILE = /^[0-9a-f]{8}(\.\w{6})?$/;

/**
 * Makes the folder for Node's compile cache next to the saved progress, if the disk has room
 * and there is nothing with its name. Never throws.
 */
export function makeCacheFolder(folder: string, uid: number | undefined): void {
  const { cache, marker } = getCachePaths(folder);
  try {
    if (lstatSync(cache, { throwIfNoEntry: false })) return;
    if (!isPrivate(statSync(folder), uid) || findPlaceProblem(folder)) return;
    mkdirSync(cache, { mode: 0o700 });
    writeMarker(cache, marker);
  } catch {
    // Everything works without it.
  }
}

/** Writes the marker, or removes the new folder: without one, it would pass for a person's own. */
function writeMarker(cache: string, marker: string): void {
  try {
    writeFileSync(marker, createMarker(lstatSync(cache)), { flag: "wx", mode: 0o600 });
  } catch {
    rmSync(marker, { force: true });
    rmdirSync(cache);
  }
}

/** Removes what builder-pm and Node made in the cache next to the saved progress, and no more. */
export function removeCacheFolder(folder: string): void {
  const { cache, marker } = getCachePaths(folder);
  if (!isOwnCache(folder)) return;
  for (const inner of listNodeFolders(cache)) {
    for (const file of listNodeFiles(inner)) rmSync(file, { force: true });
    removeEmptyFolder(inner);
  }
  rmSync(marker, { force: true });
  removeEmptyFolder(cache);
}

/** Describes the cache next to the saved progress. Returns null if builder-pm made none. */
export function inspectCacheFolder(folder: string, uid: number | undefined): CacheHealth | null {
  const { cache } = getCachePaths(folder);
  if (!isOwnCache(folder)) return null;
  const files = listNodeFolders(cache).flatMap(listNodeFiles);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { folder: cache, bytes, problem: findCacheProblem(folder, uid) ?? null };
}

/** Returns true if builder-pm made the folder, here or where it was copied from. */
function isOwnCache(folder: string): boolean {
  const { cache, marker } = getCachePaths(folder);
  try {
    const isPlain = lstatSync(cache).isDirectory() && lstatSync(marker).isFile();
    return isPlain && isMarker(readFileSync(marker, "utf8"));
  } catch {
    return false;
  }
}

function listNodeFolders(cache: string): string[] {
  const entries = readdirSync(cache, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && NODE_FOLDER.test(entry.name))
    .map(({ name }) => join(cache, name));
}

function listNodeFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && NODE_FILE.test(entry.name))
    .map(({ name }) => join(folder, name));
}
