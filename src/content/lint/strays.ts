import { join } from "node:path";
import type { Problem } from "../../domain/library/library.ts";
import { findClosest } from "../../domain/text/closest.ts";
import { joinWords } from "../../domain/text/words.ts";
import type { ContentFolder } from "../folder.ts";
import { kinds } from "../schema.ts";

/**
 * What stands in a content folder and is never read: a folder of no kind, a file that is no
 * markdown.
 */
export function findStrays(folder: ContentFolder): Problem[] {
  const entries = folder.listAll();
  const top = entries.filter(({ path }) => path.length === 1);
  const describe = (path: readonly string[], message: string, fix: string): Problem => ({
    ...{
      folder: folder.path,
      file: join(folder.path, ...path),
      line: 1,
      column: 1,
      field: "",
      message,
      fix,
    },
  });
  if (!top.some(({ path: [name = ""] }) => isKind(name))) {
    const message = "this folder holds no content";
    return [describe([], message, `name the folder that holds ${joinWords(kinds, "or")}`)];
  }
  return entries.flatMap(({ path, isFolder }) => {
    const [what, fix] =
      (path.length === 1 ? describeTop(path, isFolder) : describeInner(path, isFolder)) ?? [];
    return what && fix ? [describe(path, `${what}, and is never read`, fix)] : [];
  });
}

type Words = [what: string, fix: string] | undefined;

function describeTop([name = ""]: readonly string[], isFolder: boolean): Words {
  if (isFolder) return isKind(name) ? undefined : ["is the folder of no kind", nameKinds(name)];
  return name === "README.md" ? undefined : ["stands beside the folders of the kinds", moveIt];
}

function describeInner([kind = "", name = ""]: readonly string[], isFolder: boolean): Words {
  if (!isKind(kind) || name.endsWith(".md")) return undefined;
  return isFolder
    ? ["is a folder in the folder of a kind", "move its files up"]
    : ["is no markdown file", moveIt];
}

function isKind(name: string): boolean {
  return kinds.some((kind) => kind === name);
}

const moveIt = "move it into the folder of its kind as a .md file, or out of here";

function nameKinds(name: string): string {
  const close = findClosest(name, kinds);
  return close ? `did you mean ${close}?` : `use ${joinWords(kinds, "or")}, or move it out of here`;
}
