import type { Project, WrittenFile } from "./project.ts";

/**
 * The files that agents read on their own when they start in a folder, with what ours say. `page`
 * is the file with the brief.
 */
const instructionFiles: Readonly<Record<string, (page: string) => string>> = {
  "AGENTS.md": (page) =>
    `Read ${page} first. Report in REPORT.md, in the form it asks for, and hand it in with ` +
    "`builder-pm report`. " +
    "Verdicts and decisions are the person's.\n",
  "CLAUDE.md": () => "@AGENTS.md\n",
};

/** Lists the files that agents read on their own, with the text that ours have. */
export function listInstructions(page: string): { name: string; text: string }[] {
  return Object.entries(instructionFiles).map(([name, write]) => ({ name, text: write(page) }));
}

/** Lists the files with instructions that may be in the folder and that we didn't write. */
export function listForeignInstructions({ folder }: Pick<Project, "folder">): string[] {
  const ours = folder?.files ?? {};
  return Object.keys(instructionFiles).filter((name) => !Object.hasOwn(ours, name));
}

/** What is at a path: nothing, a file with this hash, or something that isn't a readable file. */
export type FoundFile = { is: "absent" } | { is: "file"; sha256: string } | { is: "other" };

/** What happens to the file that is there already: it stays, is replaced, or moves to a name. */
export type PagePlan =
  | { do: "write" | "replace" | "keep" | "refuse" }
  | { do: "move"; to: string; because: "round" | "force" };

/**
 * Decides how a page gets into the work folder. What someone changed is never overwritten: in the
 * same round it is refused, or moved away with `force`. A page of an earlier round moves away.
 */
export function planPage(
  name: string,
  { found, known, round, sha256, force }: PageFacts,
): PagePlan {
  if (found.is === "absent") return { do: "write" };
  if (found.is === "file" && found.sha256 === sha256) return { do: "keep" };
  // A shell makes the file empty before a page is piped into it.
  if (found.is === "file" && found.sha256 === EMPTY) return { do: "replace" };
  if (known && known.round < round)
    return { do: "move", to: addToName(name, `-round-${known.round}`), because: "round" };
  if (known && found.is === "file" && found.sha256 === known.sha256) return { do: "replace" };
  return force ? { do: "move", to: addToName(name, "-yours"), because: "force" } : { do: "refuse" };
}

/** The hash of an empty file. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** What decides where a page goes. */
export interface PageFacts {
  /** What is in the folder under its name. */
  found: FoundFile;
  /** What we wrote there the last time. */
  known: WrittenFile | undefined;
  /** The round of the project, from 1. */
  round: number;
  /** The hash of the page as it is now. */
  sha256: string;
  force: boolean;
}

/** Returns the project with another work folder, which may hold the files that we wrote. */
export function setFolder(project: Project, path: string): Project {
  return { ...project, folder: { ...project.folder, path } };
}

/** Returns a project with the files that another state of it has written, if both have a folder. */
export function keepWrittenFiles({ folder: known }: Project, project: Project): Project {
  const { folder } = project;
  if (!folder || !known) return project;
  if (known.files) return { ...project, folder: { ...folder, files: known.files } };
  const { files: _, ...rest } = folder;
  return { ...project, folder: rest };
}

/** Returns the wanted name of a file, with a number if it is taken. */
export function freeFileName(wanted: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : addToName(wanted, `-${number}`);
    if (!isTaken(name)) return name;
  }
}

/** Adds to the name of a file, in front of its ending: "BRIEF.md" becomes "BRIEF-yours.md". */
function addToName(name: string, more: string): string {
  return name.replace(/(?=\.[^.]*$)|$/, more);
}

/** Returns true if a path is a folder or something below it. Both are absolute. */
export function isInFolder(folder: string, path: string): boolean {
  return folder !== "" && path !== "" && toComparable(path).startsWith(toComparable(folder));
}

/** Returns true if two paths are written as the same folder. Follows no link. */
export function isSamePath(one: string, other: string): boolean {
  return isInFolder(one, other) && isInFolder(other, one);
}

/**
 * Returns a path with one separator at its end. Windows has two separators, and takes uppercase and
 * lowercase letters for the same.
 */
function toComparable(path: string): string {
  const isWindows = isWindowsPath(path);
  const same = isWindows ? path.replaceAll("\\", "/").toLowerCase() : path;
  return same.replace(/\/*$/, "/");
}

/** Returns true for a path as Windows writes it: `C:\work` or `\\server\work`. */
export function isWindowsPath(path: string): boolean {
  return /^[A-Za-z]:(?:[\\/]|$)|^\\\\/.test(path);
}

/** Where systems keep what belongs to them: on Linux and macOS, then on Windows. */
const SYSTEM_FOLDERS =
  /^\/(?:bin|boot|dev|etc|lib\w*|proc|sbin|sys|usr|System|Applications|Library|private\/etc)(?:\/|$)|^[a-z]:[\\/](?:windows|program files[^\\/]*|programdata)(?:[\\/]|$)/i;

/** Where programs keep their settings, as the start of a path below the home folder. */
const SETTINGS_FOLDERS = /^[\\/]*(?:\.|(?:library|appdata)(?:[\\/]|$))/i;

/** Returns true for a folder in which programs or the system keep things, not people. */
export function isProgramFolder(path: string, home: string): boolean {
  return home !== "" && isInFolder(home, path)
    ? SETTINGS_FOLDERS.test(path.slice(home.length))
    : SYSTEM_FOLDERS.test(path);
}

/**
 * Finds the project whose work folder a path is in: of several the one with the innermost folder,
 * and an open one before a finished one.
 */
export function findProjectIn(projects: readonly Project[], path: string): Project | undefined {
  const holding = projects.filter(({ folder }) => folder && isInFolder(folder.path, path));
  const depthOf = ({ folder }: Project) => folder?.path.length ?? 0;
  const rankOf = ({ closed }: Project) => (closed ? 0 : 1);
  return holding.toSorted((a, b) => depthOf(a) - depthOf(b) || rankOf(a) - rankOf(b)).at(-1);
}
