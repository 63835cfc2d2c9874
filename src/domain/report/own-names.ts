import { FOLDER_NAME } from "./own-folder.ts";
import { DATA, PAGES, SCRIPTS } from "./run-words.ts";

/** Names that stood before a report, so that an agent can't have made them up to tell a result. */
export interface OwnNames {
  /** True once the report is open: then no name is left out. */
  isOpen?: boolean;
  /** Files that the person wrote of, in lower case. */
  names: ReadonlySet<string>;
  /** Words of the project's title, in lower case. */
  words: ReadonlySet<string>;
  /** What is in the work folder, by name. Never shown: the agent names its files. */
  files: readonly string[];
  /** The ways to write the path of the work folder, the whole one first. The person chose it. */
  folders: readonly string[];
}

/** A work folder, as far as a report may name it. */
interface NamedFolder {
  /** The ways to write its path, the whole one first. */
  paths: readonly string[];
  files: readonly string[];
}

/** For a report that is open. */
export const EVERY_NAME: OwnNames = {
  isOpen: true,
  names: new Set(),
  words: new Set(),
  files: [],
  folders: [],
};

const FILE_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60}\.(?:${PAGES}|${SCRIPTS}|${DATA})(?![\p{L}\p{N}_])`,
  "giu",
);

/** Collects the names of a project: its title, files in the person's texts, and its work folder. */
export function collectOwnNames(
  title: string,
  texts: readonly string[],
  { paths, files }: NamedFolder = { paths: [], files: [] },
): OwnNames {
  const written = texts.flatMap((text) => text.match(FILE_NAME) ?? []);
  const words = foldOwnName(title).split(/[^\p{L}\p{N}]+/u);
  const [path] = paths;
  const last = path?.split(/[/\\]/).at(-1);
  const folder = last === undefined ? [] : [last, FOLDER_NAME];
  const names = new Set([...written, ...folder].map(foldOwnName));
  return { names, words: new Set(words), files, folders: paths };
}

/** Writes a name as it is compared. */
export function foldOwnName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
