import {
  accessSync,
  constants,
  type Dirent,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";
import { describeSystemError, ExitCode, UserError } from "../errors.ts";
import { FrontMatterError } from "../front-matter/front-matter-error.ts";
import { assertSize } from "../front-matter/limits.ts";
import type { FrontMatterTable } from "../front-matter/table.ts";
import type { Kind } from "./schema.ts";

/** A content folder, with a folder for each kind. */
export interface ContentFolder {
  /** The path as the person gave it. */
  path: string;
  /** True for a folder from someone else, which is trusted less. */
  isPack: boolean;
  /** Returns the sorted file names of a kind. Throws if its folder can't be read. */
  list(kind: Kind): string[];
  /** Returns the bytes of a file. Throws if it can't be read or isn't allowed. */
  read(kind: Kind, name: string): Uint8Array;
  /** Lists all files and folders, two levels deep, without hidden ones. */
  listAll(): { path: string[]; isFolder: boolean }[];
  /** Returns the front matter that the build parsed, or undefined for files it hasn't seen. */
  readTable(kind: Kind): FrontMatterTable | undefined;
}

/** Where the shipped content is, and its parsed front matter. */
export interface ContentSource {
  folder: string;
  /** Returns the front matter that the build parsed. */
  readTable?: (kind: Kind) => FrontMatterTable | undefined;
}

/** Opens the folder of shipped content. */
export function openShipped({ folder, readTable = () => undefined }: ContentSource): ContentFolder {
  return {
    path: folder,
    isPack: false,
    list: (kind) => filterNames(readdirSync(`${folder}${sep}${kind}`)),
    read: (kind, name) => readFileSync(`${folder}${sep}${kind}${sep}${name}`),
    listAll: () => listTwoLevels(folder),
    readTable,
  };
}

/**
 * Opens a team's content folder. Kinds may be missing. Symbolic links out of the folder, special
 * files and files that are too large are rejected. Throws if there is no such folder, and says with
 * `fix` where its path was given.
 */
export function openPack(folder: string, fix = GIVEN_AS_OPTION): ContentFolder {
  const root = resolveRoot(folder, fix);
  return {
    path: folder,
    isPack: true,
    list: (kind) => {
      const path = join(folder, kind);
      if (!lstatSync(path, { throwIfNoEntry: false })) return [];
      assertInside(root, path);
      return filterNames(readdirSync(path));
    },
    read: (kind, name) => {
      const path = `${folder}${sep}${kind}${sep}${name}`;
      assertSize(findPlainFile(root, path).size);
      return readFileSync(path);
    },
    listAll: () => listTwoLevels(folder),
    readTable: () => undefined,
  };
}

/** Returns true if both paths lead to the same folder. */
export function isSameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

const GIVEN_AS_OPTION = "Check the path after --content or in the variable BUILDER_PM_CONTENT.";

function resolveRoot(folder: string, fix: string): string {
  let reason = "it is not a folder";
  try {
    if (statSync(folder).isDirectory()) {
      accessSync(folder, constants.R_OK | constants.X_OK);
      return realpathSync(folder);
    }
  } catch (error) {
    reason = describeSystemError(error);
  }
  throw new UserError(`The content folder "${folder}" can't be used: ${reason}.`, {
    exitCode: ExitCode.usage,
    fix,
  });
}

/** Hidden files belong to editors and operating systems. */
function filterNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith(".md") && !name.startsWith(".")).toSorted();
}

function listTwoLevels(
  folder: string,
  above: readonly string[] = [],
): { path: string[]; isFolder: boolean }[] {
  return readEntries(join(folder, ...above)).flatMap((entry) => {
    const path = [...above, entry.name];
    const isFolder = entry.isSymbolicLink()
      ? isLinkToFolder(join(folder, ...path))
      : entry.isDirectory();
    // A symbolic link could lead to a cycle.
    const inside = entry.isDirectory() && above.length === 0 ? listTwoLevels(folder, path) : [];
    return [{ path, isFolder }, ...inside];
  });
}

/** Returns nothing for a folder that can't be read: loading the kind reports it. */
function readEntries(folder: string): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith("."));
  } catch {
    return [];
  }
}

function isLinkToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // The link is broken or circular, or this account has no access.
    return false;
  }
}

function findPlainFile(root: string, path: string): Stats {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) assertInside(root, path);
  const file = stats.isSymbolicLink() ? statSync(path) : stats;
  if (!file.isFile())
    throw new FrontMatterError("this isn't a regular file", "replace it with a markdown file");
  return file;
}

function assertInside(root: string, path: string): void {
  const real = realpathSync(path);
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new FrontMatterError(
      "this link leads out of the content folder",
      "replace it with a copy of the file",
    );
  }
}
