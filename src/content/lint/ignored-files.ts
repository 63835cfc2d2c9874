import { join } from "node:path";
import type { Problem } from "../../domain/library/library.ts";
import { findClosest } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { ContentFolder } from "../folder.ts";
import { kinds } from "../schema.ts";

/** Finds what a content folder has but the program ignores: other folders, files without .md. */
export function findIgnoredFiles(folder: ContentFolder): Problem[] {
  const entries = folder.listAll();
  const files = new Set(
    entries.filter(({ isFolder }) => !isFolder).map(({ path }) => path.join("/")),
  );
  const top = entries.filter(({ path }) => path.length === 1);
  const describe = (path: readonly string[], message: string, fix: string): Problem => ({
    ...{ folder: folder.path, file: join(folder.path, ...path), line: 1, column: 1, field: "" },
    ...{ message, fix },
  });
  if (!top.some(({ path: [name = ""] }) => isKind(name))) {
    const message = "this folder has no content";
    return [describe([], message, `use the folder that contains ${joinWords(kinds, "or")}`)];
  }
  return entries.flatMap(({ path, isFolder }) => {
    if (isFolder && isArtifact(path, files)) return [];
    const [message, fix] =
      (path.length === 1 ? describeTop(path, isFolder) : describeInner(path, isFolder)) ?? [];
    return message && fix ? [describe(path, `ignored: ${message}`, fix)] : [];
  });
}

/** Returns true for the folder with the files of a drill. */
function isArtifact([kind, name]: readonly string[], files: ReadonlySet<string>): boolean {
  return kind === "drills" && files.has(`${kind}/${name}.md`);
}

type Words = [message: string, fix: string] | undefined;

function describeTop([name = ""]: readonly string[], isFolder: boolean): Words {
  if (isFolder)
    return isKind(name) ? undefined : ["not a folder for a kind of content", suggestKind(name)];
  return name === "README.md" ? undefined : ["not in a folder for a kind of content", moveFix];
}

function describeInner([kind = "", name = ""]: readonly string[], isFolder: boolean): Words {
  if (!isKind(kind) || name.endsWith(".md")) return undefined;
  if (isFolder && kind === "drills")
    return ["a folder without a drill of the same name", `add ${name}.md next to it, or remove it`];
  return isFolder
    ? ["a folder inside the folder of a kind", "move its files up"]
    : ["not a markdown file", moveFix];
}

function isKind(name: string): boolean {
  return kinds.some((kind) => kind === name);
}

const moveFix = "move it into the folder of its kind as a .md file, or remove it";

function suggestKind(name: string): string {
  const close = findClosest(name, kinds);
  return close ? `did you mean ${close}?` : `use ${joinWords(kinds, "or")}, or remove it`;
}
