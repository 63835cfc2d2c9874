import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statfsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { readHome } from "./place.ts";

/** Less room than this is left to the saved progress: bytes, and files. */
const ROOM = 64 * 1024 * 1024;
const FREE_FILES = 1000;

/** One version of builder-pm on one version of Node takes about 100 files, 1 MB. */
const MOST_FILES = 500;

/** The marker is smaller. */
const MARKER_BYTES = 1000;

const ROOT = 0;
const STICKY = 0o1000;
const WRITABLE_BY_OTHERS = 0o022;

/**
 * The beginning of the file that says who made the folder. A person's own folder with that name
 * doesn't have it. Backups know the first line: https://bford.info/cachedir
 */
const ABOUT = `Signature: 8a477f597d28d172789f06886806bc55
# builder-pm lets Node keep compiled code in this folder, to start faster.
# You can delete it at any time. Backups may leave it out.
`;

/** Returns the paths of the folder for Node's compile cache, next to the saved progress. */
export function getCachePaths(folder: string): { cache: string; marker: string } {
  const cache = join(folder, "cache");
  return { cache, marker: join(cache, "CACHEDIR.TAG") };
}

/**
 * Says why Node must not run what is in the cache of a folder: it runs compiled code as it finds
 * it. Returns undefined if it may. Throws if something can't be read. The path of the folder must
 * be its real one: a link in it could lead elsewhere when Node follows it.
 */
export function findCacheProblem(folder: string, uid: number | undefined): string | undefined {
  const { cache } = getCachePaths(folder);
  const stats = lstatSync(cache);
  if (!stats.isDirectory()) return "it isn't a folder";
  return (
    findPlaceProblem(folder, uid) ??
    (isOwnFolder(stats, uid) ? undefined : describeOpenFolder(cache)) ??
    findMarkerProblem(folder) ??
    findEntryProblem(cache, uid)
  );
}

/** Says why a folder, given by its real path, must not get a cache. */
export function findPlaceProblem(folder: string, uid: number | undefined): string | undefined {
  if (isWithinReal(folder, tmpdir())) return "it's in the temporary folder";
  // Windows shows no permissions, but others can't change what is in a person's user folder.
  if (uid === undefined && !isWithinReal(folder, readHome())) return "it isn't in your user folder";
  const open = uid === undefined ? undefined : findOpenFolder(folder, uid);
  if (open !== undefined) return describeOpenFolder(open);
  if (lstatSync(folder).birthtimeMs === 0) return "its disk doesn't say when a folder was made";
  const { bavail, bsize, files, ffree } = statfsSync(folder);
  // Some disks take any number of files, and say 0.
  const isFull = bavail * bsize < ROOM || (files > 0 && ffree < FREE_FILES);
  return isFull ? "the disk is nearly full" : undefined;
}

/**
 * Returns a folder of the path that another account can change, so that it could put another cache
 * there. In a sticky folder above, such as /tmp, nobody can replace the folders of others.
 */
function findOpenFolder(path: string, uid: number): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid: owner, mode } = lstatSync(folder);
    const isSticky = folder !== path && (mode & STICKY) !== 0;
    const isOpen = (mode & WRITABLE_BY_OTHERS) !== 0 && !isSticky;
    if (isOpen || (owner !== uid && owner !== ROOT)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Returns true for a folder that only this account can change. */
function isOwnFolder(stats: Stats, uid: number | undefined): boolean {
  const isOwn = stats.uid === uid && (stats.mode & WRITABLE_BY_OTHERS) === 0;
  return stats.isDirectory() && (uid === undefined || isOwn);
}

function findMarkerProblem(folder: string): string | undefined {
  const text = readMarker(folder);
  if (!text?.startsWith(ABOUT)) return "it doesn't have builder-pm's CACHEDIR.TAG";
  // Code that came with a copy, such as a backup or a colleague's folder, isn't run.
  return text === createMarker(folder) ? undefined : "it was copied from elsewhere";
}

/** Returns the text of the marker; undefined if there is none, or something else with its name. */
export function readMarker(folder: string): string | undefined {
  const { marker } = getCachePaths(folder);
  const stats = lstatSync(marker, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size <= MARKER_BYTES ? readFileSync(marker, "utf8") : undefined;
}

/** Returns true for the marker of any cache. A power cut can leave an empty one. */
export function isMarker(text: string): boolean {
  return text === "" || text.startsWith(ABOUT);
}

/**
 * Returns the text of the marker for the cache of a folder. The number of a folder is used again
 * after it is gone, but not together with its time. The number of the disk changes.
 */
export function createMarker(folder: string): string {
  const { ino, birthtimeNs } = lstatSync(getCachePaths(folder).cache, { bigint: true });
  return `${ABOUT}# Folder ${ino}, made at ${birthtimeNs}.\n`;
}

/** Says what else is where Node looks for its files: it would wait for a pipe, or follow a link. */
function findEntryProblem(cache: string, uid: number | undefined): string | undefined {
  let count = 0;
  for (const inner of readdirSync(cache, { withFileTypes: true })) {
    if (inner.isFile()) continue;
    const path = join(cache, inner.name);
    if (!isOwnFolder(lstatSync(path), uid)) return describeOpenFolder(path);
    const entries = readdirSync(path, { withFileTypes: true });
    const odd = entries.find((entry) => !entry.isFile());
    if (odd) return `"${join(path, odd.name)}" isn't a file`;
    count += entries.length;
  }
  return count > MOST_FILES ? "it is full. The next save empties it" : undefined;
}

function describeOpenFolder(folder: string): string {
  return `another account can change "${folder}"`;
}

/** Returns true if a folder, given by its real path, is in `parent`, or the same. */
function isWithinReal(folder: string, parent: string): boolean {
  if (!existsSync(parent)) return false;
  const path = relative(realpathSync.native(parent), folder);
  return !isAbsolute(path) && path.split(sep)[0] !== "..";
}
