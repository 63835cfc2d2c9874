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
import type { FrontMatterTable } from "../front-matter/parse.ts";
import type { Kind } from "./schema.ts";

/** A folder of content, with one folder per kind in it. */
export interface ContentFolder {
  /** The folder as it was named. */
  path: string;
  /** True for a folder that somebody else wrote: what stands in it is trusted less. */
  isPack: boolean;
  /**
   * The names of the files of a kind, sorted. Throws when the folder of the kind cannot be read.
   */
  list(kind: Kind): string[];
  /** The bytes of one of these files. Throws when it cannot be read, or must not be. */
  read(kind: Kind, name: string): Uint8Array;
  /** Everything in it, two levels deep, as paths; without what systems and editors hide. */
  listAll(): { path: string[]; isFolder: boolean }[];
  /** What the build has parsed already of a kind; nothing where it has not seen the files. */
  readTable(kind: Kind): FrontMatterTable | undefined;
}

/** Where shipped content lies, and what is already parsed of it. */
export interface ContentSource {
  folder: string;
  /** What the build has parsed already of a kind; nothing when it is absent. */
  readTable?: (kind: Kind) => FrontMatterTable | undefined;
}

/** The folder of the shipped content. */
export function openShipped({ folder, readTable = () => undefined }: ContentSource): ContentFolder {
  return {
    path: folder,
    isPack: false,
    list: (kind) => sortNames(readdirSync(join(folder, kind))),
    read: (kind, name) => readFileSync(join(folder, kind, name)),
    listAll: () => listTwoLevels(folder),
    readTable,
  };
}

/**
 * A folder that a team brings. A kind may be missing from it. Links that lead out of it, and what
 * is no plain file, are refused, and a file is never read when it is too large. Throws when there
 * is no such folder.
 *
 */
export function openPack(folder: string): ContentFolder {
  const root = findRoot(folder);
  return {
    path: folder,
    isPack: true,
    list: (kind) => {
      const path = join(folder, kind);
      if (!lstatSync(path, { throwIfNoEntry: false })) return [];
      assertInside(root, path);
      return sortNames(readdirSync(path));
    },
    read: (kind, name) => {
      const path = join(folder, kind, name);
      assertSize(findPlainFile(root, path).size);
      return readFileSync(path);
    },
    listAll: () => listTwoLevels(folder),
    readTable: () => undefined,
  };
}

/** True when both paths lead to the same folder. */
export function isSameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

function findRoot(folder: string): string {
  let reason = "it is not a folder";
  try {
    if (statSync(folder).isDirectory()) {
      accessSync(folder, constants.R_OK | constants.X_OK);
      return realpathSync(folder);
    }
  } catch (error) {
    reason = describeSystemError(error);
  }
  throw new UserError(`The content folder "${folder}" cannot be used: ${reason}.`, {
    exitCode: ExitCode.usage,
    fix: "Check the path after --content, and the variable BUILDER_PM_CONTENT.",
  });
}

/** Hidden files are those of editors and systems. */
function sortNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith(".md") && !name.startsWith(".")).toSorted();
}

function listTwoLevels(
  folder: string,
  above: readonly string[] = [],
): { path: string[]; isFolder: boolean }[] {
  return listEntries(join(folder, ...above)).flatMap((entry) => {
    const path = [...above, entry.name];
    const isFolder = entry.isSymbolicLink()
      ? leadsToFolder(join(folder, ...path))
      : entry.isDirectory();
    // A link may lead anywhere, in a circle too.
    const inside = entry.isDirectory() && above.length === 0 ? listTwoLevels(folder, path) : [];
    return [{ path, isFolder }, ...inside];
  });
}

/** Nothing for a folder that can't be read: the folder of a kind is reported when it is loaded. */
function listEntries(folder: string): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith("."));
  } catch {
    return [];
  }
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // The link leads nowhere, in a circle, or to where this account may not look.
    return false;
  }
}

function findPlainFile(root: string, path: string): Stats {
  const there = lstatSync(path);
  if (there.isSymbolicLink()) assertInside(root, path);
  const file = there.isSymbolicLink() ? statSync(path) : there;
  if (!file.isFile())
    throw new FrontMatterError("this is not a plain file", "put a markdown file in its place");
  return file;
}

function assertInside(root: string, path: string): void {
  const real = realpathSync(path);
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new FrontMatterError("a link leads out of the content folder", "put a copy in its place");
  }
}
