import { join } from "node:path";
import { mergeChecklists } from "../domain/library/checklist-merge.ts";
import { findByAnyId, isId, type WithIds } from "../domain/library/id.ts";
import type { Library, Problem } from "../domain/library/library.ts";
import { FrontMatterError } from "../front-matter/front-matter-error.ts";
import { type FrontMatterTable, parseContentFile } from "../front-matter/parse.ts";
import { describeFileProblem, type FileLocation, placeProblems } from "./file-location.ts";
import { type ContentFolder, type ContentSource, openPack, openShipped } from "./folder.ts";
import type { Kind } from "./schema.ts";

/** What is laid over the shipped content, and the ids that no step may have. */
export interface LoadOptions {
  /** Folders like the shipped one, in order; what stands in a later one goes before. */
  packs?: readonly string[];
  reserved?: readonly string[];
}

type Entry<K extends Kind> = Library[K][number];

/** A file of content that can be used, as it stands, before any other is laid over it. */
export interface ContentFile<K extends Kind = Kind> {
  kind: K;
  folder: string;
  file: string;
  matter: string;
  /** The line on which the body starts. */
  bodyLine: number;
  entry: Entry<K>;
}

/**
 * The files of some folders that can be used, lower folders first, and what is wrong with the
 * others.
 */
export interface ReadContent {
  files: ContentFile[];
  problems: Problem[];
}

/**
 * Loads the kinds a command needs, each sorted by its `order`. A file that cannot be used is left
 * out and named in `problems`; the rest is there. A file of a pack replaces one with the same id; a
 * checklist is merged item by item.
 *
 */
export async function loadLibrary(
  source: ContentSource,
  kinds: readonly Kind[],
  { packs = [], reserved = [] }: LoadOptions = {},
): Promise<Library> {
  const folders = [openShipped(source), ...packs.map(openPack)];
  return mergeFiles(await readFolders(folders, kinds, reserved));
}

/** Reads every file of these kinds, folder by folder. */
export async function readFolders(
  folders: readonly ContentFolder[],
  kinds: readonly Kind[],
  reserved: readonly string[],
): Promise<ReadContent> {
  const content: ReadContent = { files: [], problems: [] };
  for (const folder of folders) {
    for (const kind of kinds) await readKind(folder, kind, reserved, content);
  }
  return content;
}

/** Returns some kinds of libraries that were loaded one by one. */
export function joinLibraries(loaded: ReadonlyMap<Kind, Library>, kinds: readonly Kind[]): Library {
  const library = createLibrary();
  for (const kind of kinds) {
    const part = loaded.get(kind);
    if (!part) continue;
    Object.assign(library, { [kind]: part[kind] });
    library.problems.push(...part.problems);
  }
  return library;
}

function createLibrary(): Library {
  return { checklists: [], slices: [], steps: [], rules: [], guide: [], problems: [] };
}

/** The library that files make: later ones laid over earlier ones, each kind sorted. */
export function mergeFiles({ files, problems }: ReadContent): Library {
  const library: Library = { ...createLibrary(), problems };
  for (const kind of new Set(files.map((file) => file.kind))) {
    const merged = new Map<string, Entry<Kind>>();
    for (const { entry } of files.filter((file) => file.kind === kind)) {
      const below = findByAnyId(merged.values(), entry.id);
      const isMerged = below && "items" in below && "items" in entry;
      merged.set(
        below?.id ?? entry.id,
        isMerged ? mergeChecklists(below, entry) : keepIds(entry, below),
      );
    }
    (library[kind] as Entry<Kind>[]) = [...merged.values()].sort((a, b) => a.order - b.order);
  }
  return library;
}

/** Returns an entry under the id of the one it replaces, which may be newer than its file name. */
function keepIds<E extends WithIds>(entry: E, below: WithIds | undefined): E {
  if (!below?.was) return entry;
  return { ...entry, id: below.id, was: [...below.was, ...(entry.was ?? [])] };
}

async function readKind(
  folder: ContentFolder,
  kind: Kind,
  reserved: readonly string[],
  { files, problems }: ReadContent,
): Promise<void> {
  const path = join(folder.path, kind);
  let names: string[] = [];
  try {
    names = folder.list(kind);
  } catch (error) {
    problems.push(describeFolderProblem({ folder: folder.path, file: path }, error));
  }
  const table = folder.readTable(kind);
  for (const name of names) {
    const id = name.slice(0, -".md".length);
    try {
      assertId(id, kind === "steps" ? reserved : []);
      const file = await readFile(folder, { kind, name, id, table }, problems);
      if (file) files.push(file);
    } catch (error) {
      problems.push(describeFileProblem({ folder: folder.path, file: join(path, name) }, error));
    }
  }
}

async function readFile(
  folder: ContentFolder,
  {
    kind,
    name,
    id,
    table,
  }: { kind: Kind; name: string; id: string; table: FrontMatterTable | undefined },
  problems: Problem[],
): Promise<ContentFile | undefined> {
  const file = join(folder.path, kind, name);
  const { fields, body, matter, bodyLine, isChecked } = await parseContentFile(
    folder.read(kind, name),
    table,
  );
  const from = folder.isPack ? { from: folder.path } : {};
  const make = (sound: unknown) => ({
    ...{ kind, folder: folder.path, file, matter, bodyLine },
    entry: { ...(sound as Entry<Kind>), id, body, ...from },
  });
  if (isChecked) return make(fields);
  const { checkFields, checkPatterns } = await import("./schema.ts");
  const checked = checkFields(kind, fields);
  const found = [...checked.problems, ...(folder.isPack ? checkPatterns(checked.fields) : [])];
  problems.push(...(await placeProblems({ folder: folder.path, file }, matter, found)));
  return found.length > 0 ? undefined : make(checked.fields);
}

function assertId(id: string, reserved: readonly string[]): void {
  if (!isId(id)) {
    throw new FrontMatterError(
      "the file name is not a valid id (lowercase letters, digits, hyphens)",
      "use lower-case letters, digits and hyphens before .md",
    );
  }
  if (reserved.includes(id)) {
    throw new FrontMatterError(
      `"${id}" is a command already, so no step can have this name`,
      "give the file another name",
    );
  }
}

function describeFolderProblem(location: FileLocation, error: unknown): Problem {
  const problem = describeFileProblem(location, error);
  return error instanceof FrontMatterError
    ? problem
    : {
        ...problem,
        message: `the folder cannot be read: ${problem.message}`,
        fix: "install builder-pm again",
      };
}
