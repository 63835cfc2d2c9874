import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Library, Problem } from "../domain/library.ts";
import { describeSystemError } from "../errors.ts";
import {
  FrontMatterError,
  type FrontMatterTable,
  locateField,
  type ParsedFile,
  parseContentFile,
  splitFrontMatter,
} from "../front-matter.ts";
import type { FieldProblem, Kind } from "./schema.ts";

/** Where content lies: a folder with one folder per kind, and what is already parsed of it. */
export interface ContentSource {
  folder: string;
  /** What the build has parsed already of a kind; nothing when it is absent. */
  readTable?: (kind: Kind) => FrontMatterTable;
}

type Entry<K extends Kind> = Library[K][number];

/**
 * Loads the kinds a command needs, each sorted by its `order`. A file that cannot be used is left out and named in
 * `problems`; the rest is there.
 */
export async function loadLibrary(source: ContentSource, kinds: readonly Kind[]): Promise<Library> {
  const library: Library = { checklists: [], slices: [], steps: [], rules: [], guide: [], problems: [] };
  for (const kind of kinds) await loadKind(source, kind, library);
  return library;
}

async function loadKind<K extends Kind>(source: ContentSource, kind: K, library: Library): Promise<void> {
  const entries: Entry<K>[] = [];
  const table = source.readTable?.(kind) ?? {};
  for (const name of listFiles(join(source.folder, kind), library.problems)) {
    const file = join(source.folder, kind, name);
    const entry = await loadFile(table, kind, file, name.slice(0, -".md".length), library.problems);
    if (entry) entries.push(entry);
  }
  entries.sort((a, b) => a.order - b.order);
  (library[kind] as Entry<K>[]) = entries;
}

function listFiles(folder: string, problems: Problem[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .toSorted();
  } catch (error) {
    const message = `the folder cannot be read: ${describeSystemError(error)}`;
    problems.push({ file: folder, line: 1, column: 1, field: "", message, fix: "install builder-pm again" });
    return [];
  }
}

async function loadFile<K extends Kind>(
  table: FrontMatterTable,
  kind: K,
  file: string,
  id: string,
  problems: Problem[],
): Promise<Entry<K> | undefined> {
  let bytes: Uint8Array;
  let parsed: ParsedFile;
  try {
    bytes = readFileSync(file);
    parsed = await parseContentFile(bytes, table);
  } catch (error) {
    problems.push(describeFileProblem(file, error));
    return undefined;
  }
  if (parsed.isChecked) return { ...(parsed.fields as Entry<K>), id, body: parsed.body };
  const { checkFields } = await import("./schema.ts");
  const { fields, problems: found } = checkFields(kind, parsed.fields);
  problems.push(...(await locateProblems(file, bytes, found)));
  return fields && ({ ...fields, id, body: parsed.body } as Entry<K>);
}

function describeFileProblem(file: string, error: unknown): Problem {
  const place = error instanceof FrontMatterError ? error : { line: 1, column: 1 };
  const message = error instanceof FrontMatterError ? error.message : describeSystemError(error);
  const fix = (error instanceof FrontMatterError && error.fix) || "check that the file can be read";
  return { file, line: place.line, column: place.column, field: "", message, fix };
}

async function locateProblems(file: string, bytes: Uint8Array, found: readonly FieldProblem[]): Promise<Problem[]> {
  const { matter } = splitFrontMatter(bytes);
  return Promise.all(
    found.map(async ({ path, message, fix }) => {
      const { line, column } = await locateField(matter, path);
      return { file, line, column, field: path.join("."), message, fix };
    }),
  );
}
