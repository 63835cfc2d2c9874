import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { checkFields, type Kind } from "../src/content/schema.ts";
import { takeLateFields } from "../src/front-matter/late-fields.ts";
import { parseFrontMatter } from "../src/front-matter/parse.ts";
import { splitFrontMatter } from "../src/front-matter/split.ts";
import type { KnownFile, KnownFiles } from "../src/front-matter/table.ts";

/**
 * Parses and checks the front matter of the shipped content at build time, so that a command loads
 * neither the YAML parser nor the schemas. The copy shows whether a file has changed since.
 */
export const frontMatterTable: Plugin = {
  name: "front-matter-table",
  async generateBundle() {
    const entries = readdirSync("content", { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isDirectory())) {
      const { files, copy } = await parseFolder(name as Kind);
      const late = name === "steps" ? { "late-steps.json": stringify(takeLateFields(files)) } : {};
      const sources = { ...late, [`${name}.json`]: stringify(files), [`${name}.copy`]: copy };
      for (const [file, source] of Object.entries(sources))
        this.emitFile({ type: "asset", fileName: `front-matter/${file}`, source });
    }
  },
};

const { stringify } = JSON;

/** Returns what is known of each valid file in a content folder, and a copy of them all. */
async function parseFolder(kind: Kind): Promise<{ files: KnownFiles; copy: Uint8Array }> {
  const files: Record<string, KnownFile> = {};
  const parts: Uint8Array[] = [];
  let start = 0;
  const folder = join("content", kind);
  const names = readdirSync(folder).filter((entry) => entry.endsWith(".md"));
  for (const name of names.toSorted()) {
    const bytes = readFileSync(join(folder, name));
    const { matter } = splitFrontMatter(bytes);
    const { fields } = checkFields(kind, await parseFrontMatter(matter));
    if (!fields) continue;
    files[name] = { start, end: start + bytes.length, fields };
    parts.push(bytes);
    start += bytes.length;
  }
  return { files, copy: Buffer.concat(parts) };
}
