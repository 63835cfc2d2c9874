import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { putLateFields } from "../front-matter/late-fields.ts";
import { type FrontMatterTable, openTable } from "../front-matter/table.ts";
import type { Kind } from "./schema.ts";

/** Returns a function that reads what the build knows of the shipped files of a kind. */
export function createTableReader(root: string): (kind: Kind) => FrontMatterTable | undefined {
  const folder = join(root, "dist", "front-matter") + sep;
  const read = (name: string) => JSON.parse(readFileSync(`${folder}${name}.json`, "utf8"));
  return (kind) => {
    try {
      const files =
        kind === "steps" ? putLateFields(read(kind), () => read("late-steps")) : read(kind);
      return openTable(files, readFileSync(`${folder}${kind}.copy`));
    } catch {
      // Without a build, gray-matter parses every file: slower, with the same result.
      return undefined;
    }
  };
}
