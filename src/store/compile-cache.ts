import { lstatSync, readFileSync, realpathSync, type Stats, statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, sep } from "node:path";

/** Less room than this is left to the saved progress. */
const ROOM = 64 * 1024 * 1024;

/** The file that says who made the folder. A person's own folder with that name has none. */
const MARKER = "made-by-builder-pm.txt";

/** The first line of the marker. */
const ABOUT = "builder-pm lets Node keep compiled code in this folder, to start faster.";

/** Returns the paths of the folder for Node's compile cache, next to the saved progress. */
export function getCachePaths(folder: string): { cache: string; marker: string } {
  const cache = join(folder, "cache");
  return { cache, marker: join(cache, MARKER) };
}

/**
 * Says why Node must not run what is in the cache of a folder: it runs compiled code as it finds
 * it. Returns undefined if it may. Throws if there is no such cache.
 */
export function findCacheProblem(folder: string, uid: number | undefined): string | undefined {
  const { cache, marker } = getCachePaths(folder);
  const stats = lstatSync(cache);
  if (!stats.isDirectory()) return "it isn't a folder";
  if (!isPrivate(stats, uid) || !isPrivate(statSync(folder), uid))
    return "another account can change it";
  // A copy has another number: code that came with a sync tool or a backup isn't run.
  const isOwn = isThisMarker(readFileSync(marker, "utf8"), stats);
  return isOwn ? findPlaceProblem(folder) : "it was copied or moved here";
}

/** Says why a folder must not get a cache. */
export function findPlaceProblem(folder: string): string | undefined {
  if (isIn(realpathSync(folder), realpathSync(tmpdir()))) return "it's in the temporary folder";
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < ROOM ? "the disk is nearly full" : undefined;
}

/** Returns true if no account but this one can change a folder. Windows shows no permissions. */
export function isPrivate({ uid: owner, mode }: Stats, uid: number | undefined): boolean {
  return uid === undefined || (owner === uid && (mode & 0o022) === 0);
}

/** Returns the text of the marker for the cache with this number. */
export function createMarker({ ino }: Stats): string {
  return `${ABOUT}\nYou can delete it at any time. Folder ${ino}.\n`;
}

/** Returns true for the marker of any cache. */
export function isMarker(text: string): boolean {
  return text.startsWith(`${ABOUT}\n`);
}

function isThisMarker(text: string, stats: Stats): boolean {
  return text === createMarker(stats);
}

function isIn(folder: string, parent: string): boolean {
  const path = relative(parent, folder);
  return !isAbsolute(path) && path.split(sep)[0] !== "..";
}
