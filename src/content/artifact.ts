import { lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { extname, join } from "node:path";
import { joinWords } from "../domain/text/words.ts";
import { describeSystemError } from "../errors.ts";
import { checkArtifactText } from "./artifact-text.ts";
import type { FieldProblem } from "./schema.ts";

/** A file of a drill: its path in the drill's folder, with forward slashes. */
export interface ArtifactFile {
  path: string;
  bytes: Uint8Array;
}

/** The files of the thing that a drill judges, and why it can't be used. */
export interface Artifact {
  files: ArtifactFile[];
  problems: FieldProblem[];
}

const ENDINGS = ["html", "csv", "tsv", "txt", "md", "json", "log", "svg", "png"];
const MAX_BYTES = 1024 * 1024;
const MAX_FILES = 50;
const MAX_DEPTH = 4;

interface Entry {
  path: string;
  stats: Stats;
}

/**
 * Reads the folder next to a drill. Reads nothing that isn't allowed there: a person opens these
 * files, and a pack may come from a stranger.
 */
export function readArtifact(folder: string, id: string): Artifact {
  const root = join(folder, "drills", id);
  try {
    const { mode } = lstatSync(`${root}.md`);
    const entries = listEntries(root);
    const problems = [
      ...entries.flatMap((entry) => checkEntry(id, entry, isExecutable(mode))),
      ...checkTotal(id, entries),
    ];
    if (problems.length > 0) return { files: [], problems };
    const files = entries
      .filter(({ stats }) => stats.isFile())
      .map(({ path }) => ({ path, bytes: readFileSync(join(root, path)) }));
    return { files, problems: files.flatMap((file) => checkBytes(id, file)) };
  } catch (error) {
    const reason = describeSystemError(error);
    const message = `the folder ${id} with the drill's files can't be read: ${reason}`;
    return { files: [], problems: [{ path: [], message, fix: `put the files into ${id}` }] };
  }
}

/** Lists a folder with all that is in it, without hidden files, and without following links. */
function listEntries(root: string, path = ""): Entry[] {
  const stats = lstatSync(join(root, path));
  const own = { path, stats };
  if (!stats.isDirectory() || path.split("/").length > MAX_DEPTH) return [own];
  const names = readdirSync(join(root, path)).filter((name) => !name.startsWith("."));
  const inside = names
    .toSorted()
    .slice(0, MAX_FILES + 1)
    .flatMap((name) => listEntries(root, path === "" ? name : `${path}/${name}`));
  return path === "" && stats.isDirectory() ? inside : [own, ...inside];
}

function checkEntry(id: string, { path, stats }: Entry, allAre: boolean): FieldProblem[] {
  const name = path === "" ? id : `${id}/${path}`;
  const isFolder = stats.isDirectory() && path.split("/").length <= MAX_DEPTH;
  if (isFolder) return [];
  const rules: [isWrong: boolean, message: string, fix: string][] = [
    [stats.isSymbolicLink(), "is a link", "replace it with a copy of the file"],
    [!stats.isFile(), "isn't a regular file", "remove it"],
    [!PATH.test(path), "has an unusual name", "use letters, digits, dots and hyphens"],
    [!ENDINGS.includes(extname(path).slice(1)), "has an ending that isn't allowed", USE_ENDINGS],
    [isOwnPage(path), "has the name of a page that practice writes", "choose another name"],
    // Some disks give this permission to every file.
    [isExecutable(stats.mode) && !allAre, "can be executed", `run: chmod -x ${name}`],
  ];
  const found = rules.find(([isWrong]) => isWrong);
  return found ? [{ path: [], message: `${name} ${found[1]}`, fix: found[2] }] : [];
}

const PATH = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;
const USE_ENDINGS = `use ${joinWords(ENDINGS, "or")}`;

function isExecutable(mode: number): boolean {
  return (mode & 0o111) !== 0;
}

function isOwnPage(path: string): boolean {
  return ["brief.md", "report.md"].includes(path.toLowerCase());
}

function checkTotal(id: string, entries: readonly Entry[]): FieldProblem[] {
  const files = entries.filter(({ stats }) => stats.isFile());
  const bytes = files.reduce((sum, { stats }) => sum + stats.size, 0);
  const size = `${(bytes / MAX_BYTES).toFixed(1)} MB`;
  const found: [isWrong: boolean, message: string, fix: string][] = [
    [files.length === 0, "has no files", "put the thing to judge into it"],
    [files.length > MAX_FILES, `has more than ${MAX_FILES} files`, "leave some out"],
    [bytes > MAX_BYTES, `takes ${size}; the limit is 1 MB`, "make the files smaller"],
  ];
  return found
    .filter(([isWrong]) => isWrong)
    .map(([, message, fix]) => ({ path: [], message: `${id} ${message}`, fix }));
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

function checkBytes(id: string, { path, bytes }: ArtifactFile): FieldProblem[] {
  const name = `${id}/${path}`;
  if (path.endsWith(".png")) {
    if (PNG.every((byte, at) => bytes[at] === byte)) return [];
    return [{ path: [], message: `${name} isn't a PNG picture`, fix: "save it again as PNG" }];
  }
  const found = checkArtifactText(path, bytes);
  return found.map(([message, fix]) => ({ path: [], message: `${name} ${message}`, fix }));
}
