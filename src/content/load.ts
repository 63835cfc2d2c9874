import { join, sep } from "node:path";
import { mergeChecklists } from "../domain/library/checklist-merge.ts";
import { keepGuard } from "../domain/library/guard.ts";
import { isId, type WithIds } from "../domain/library/id.ts";
import type { Library, Problem } from "../domain/library/library.ts";
import { FrontMatterError } from "../front-matter/front-matter-error.ts";
import { type ParsedFile, parseContentFile } from "../front-matter/parse.ts";
import type { FrontMatterTable } from "../front-matter/table.ts";
import { describeFileProblem, locateProblems } from "./file-location.ts";
import { type ContentFolder, type ContentSource, openPack, openShipped } from "./folder.ts";
import { findOddFields } from "./odd-fields.ts";
import { checkPageText } from "./page-text.ts";
import type { Kind } from "./schema.ts";

/** The packs to add to the shipped content, and the ids that no step may have. */
export interface LoadOptions {
  /** Content folders in order. Later ones override earlier ones. */
  packs?: readonly string[];
  reserved?: readonly string[];
}

type Entry<K extends Kind> = Library[K][number];

/** A valid content file, before files with the same id are merged. */
export interface ContentFile<K extends Kind = Kind> {
  kind: K;
  folder: string;
  file: string;
  matter: string;
  /** The line on which the body starts. */
  bodyLine: number;
  entry: Entry<K>;
}

/** The valid files of some folders, lower folders first, and the problems of the others. */
export interface ContentFiles {
  files: ContentFile[];
  problems: Problem[];
}

/**
 * Loads the kinds a command needs, each sorted by its `order`. Skips invalid files and reports them
 * in `problems`. A file of a pack replaces one with the same id; checklists merge item by item.
 */
export async function loadLibrary(
  source: ContentSource,
  kinds: readonly Kind[],
  { packs = [], reserved = [] }: LoadOptions = {},
): Promise<Library> {
  const folders = [openShipped(source), ...packs.map((pack) => openPack(pack))];
  return mergeContentFiles(await readContentFolders(folders, kinds, reserved));
}

/** Reads every file of these kinds, folder by folder. */
export async function readContentFolders(
  folders: readonly ContentFolder[],
  kinds: readonly Kind[],
  reserved: readonly string[],
): Promise<ContentFiles> {
  const content: ContentFiles = { files: [], problems: [] };
  for (const folder of folders) {
    for (const kind of kinds) await readKindFolder(folder, kind, reserved, content);
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
  const lists = { checklists: [], slices: [], steps: [], drills: [], rules: [], guide: [] };
  return { ...lists, problems: [] };
}

/** Merges files into a library. Later files override earlier ones; each kind is sorted. */
export function mergeContentFiles({ files, problems }: ContentFiles): Library {
  const library: Library = { ...createLibrary(), problems };
  for (const kind of new Set(files.map((file) => file.kind))) {
    const merged = mergeEntries(files.filter((file) => file.kind === kind));
    (library[kind] as Entry<Kind>[]) = merged.sort((a, b) => a.order - b.order);
  }
  return library;
}

/** Merges the files of one kind. A file may replace an entry under an id that it used to have. */
function mergeEntries(files: readonly ContentFile[]): Entry<Kind>[] {
  const merged = new Map<string, Entry<Kind>>();
  const renamed = new Map<string, string>();
  for (const { entry } of files) {
    const id = merged.has(entry.id) ? entry.id : (renamed.get(entry.id) ?? entry.id);
    merged.set(id, mergeEntry(entry, merged.get(id)));
    for (const old of ("was" in entry && entry.was) || []) renamed.set(old, id);
  }
  return [...merged.values()];
}

function mergeEntry(entry: Entry<Kind>, below: Entry<Kind> | undefined): Entry<Kind> {
  if (below && "items" in below && "items" in entry) return mergeChecklists(below, entry);
  return keepIds(keepGuard(entry, below), below);
}

/** Returns an entry under the id of the one it replaces, which may be newer than its file name. */
function keepIds<E extends WithIds>(entry: E, below: WithIds | undefined): E {
  if (!below?.was) return entry;
  return { ...entry, id: below.id, was: [...below.was, ...(entry.was ?? [])] };
}

async function readKindFolder(
  folder: ContentFolder,
  kind: Kind,
  reserved: readonly string[],
  { files, problems }: ContentFiles,
): Promise<void> {
  const path = join(folder.path, kind);
  let names: string[] = [];
  try {
    names = folder.list(kind);
  } catch (error) {
    problems.push(describeFolderProblem(folder, path, error));
  }
  const table = folder.readTable(kind);
  for (const name of names) {
    const id = name.slice(0, -".md".length);
    try {
      assertId(id, kind === "steps" ? reserved : []);
      const file = await readContentFile(folder, { kind, path, name, id, table }, problems);
      if (file) files.push(file);
    } catch (error) {
      problems.push(describeFileProblem({ folder: folder.path, file: join(path, name) }, error));
    }
  }
}

/** Cached, because an import takes time for each file, even of what is loaded. */
let schema: typeof import("./schema.ts") | undefined;

async function readContentFile(
  folder: ContentFolder,
  {
    kind,
    path,
    name,
    id,
    table,
  }: {
    kind: Kind;
    path: string;
    name: string;
    id: string;
    table: FrontMatterTable | undefined;
  },
  problems: Problem[],
): Promise<ContentFile | undefined> {
  // Not joined, because joining walks the whole path again, for each file.
  const file = `${path}${sep}${name}`;
  const bytes = folder.read(kind, name);
  const parsed = await parseContentFile(bytes, table?.findFields(name, bytes));
  const from = folder.isPack ? { from: folder.path } : {};
  const place = { kind, folder: folder.path, file };
  const createFile = (validFields: unknown) =>
    new ReadFile(
      place,
      parsed,
      createEntry({ ...(validFields as Entry<Kind>), id, ...from }, parsed),
    );
  if (parsed.isChecked) return createFile(parsed.fields);
  const { fields, body, matter } = parsed;
  schema ??= await import("./schema.ts");
  const checked = schema.checkFields(kind, fields);
  const hiding = folder.isPack && kind === "steps" ? checkPageText(body, parsed.bodyLine) : [];
  const patterns = folder.isPack ? schema.checkPatterns(checked.fields) : [];
  const found = [...checked.problems, ...patterns, ...hiding];
  if (folder.isPack && found.length === 0) found.push(...(await findOddFields(matter)));
  if (found.length === 0) return createFile(checked.fields);
  problems.push(...(await locateProblems({ folder: folder.path, file }, matter, found)));
  return undefined;
}

/** A content file whose line numbers are counted only when they are asked for. */
class ReadFile implements ContentFile {
  readonly kind: Kind;
  readonly folder: string;
  readonly file: string;
  readonly entry: Entry<Kind>;
  readonly #parsed: ParsedFile;

  constructor(
    { kind, folder, file }: Pick<ContentFile, "kind" | "folder" | "file">,
    parsed: ParsedFile,
    entry: Entry<Kind>,
  ) {
    this.kind = kind;
    this.folder = folder;
    this.file = file;
    this.entry = entry;
    this.#parsed = parsed;
  }

  get matter(): string {
    return this.#parsed.matter;
  }

  get bodyLine(): number {
    return this.#parsed.bodyLine;
  }
}

/** Adds the body to the fields. What the build knows is split only when its body is used. */
function createEntry(fields: Entry<Kind>, parsed: ParsedFile): Entry<Kind> {
  if (!parsed.isChecked) return { ...fields, body: parsed.body };
  return {
    ...fields,
    get body() {
      return parsed.body;
    },
  };
}

function assertId(id: string, reserved: readonly string[]): void {
  if (!isId(id)) {
    throw new FrontMatterError(
      "the file name is not a valid id (lowercase letters, digits, hyphens)",
      "rename the file, for example support-queue.md",
    );
  }
  if (reserved.includes(id)) {
    throw new FrontMatterError(
      `"${id}" is already a command, so a step can't have this name`,
      "rename the file",
    );
  }
}

function describeFolderProblem(
  { path: folder, isPack }: ContentFolder,
  file: string,
  error: unknown,
): Problem {
  const problem = describeFileProblem({ folder, file }, error);
  if (error instanceof FrontMatterError) return problem;
  const message = `this folder can't be read: ${problem.message}`;
  return { ...problem, message, ...(isPack ? {} : { fix: "reinstall builder-pm" }) };
}
