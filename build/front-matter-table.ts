import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { checkFields, type Kind } from "../src/content/schema.ts";
import { fingerprint } from "../src/front-matter/fingerprint.ts";
import { takeLateFields } from "../src/front-matter/late-fields.ts";
import { parseFrontMatter } from "../src/front-matter/parse.ts";
import { splitFrontMatter } from "../src/front-matter/split.ts";

/**
 * Parses and checks the front matter of the shipped content at build time, so that a command loads
 * neither the YAML parser nor the schemas.
 */
export const frontMatterTable: Plugin = {
  name: "front-matter-table",
  async generateBundle() {
    const entries = readdirSync("content", { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isDirectory())) {
      const table = await parseFolder(name as Kind);
      const late = name === "steps" ? { "late-steps": takeLateFields(table) } : {};
      for (const [file, part] of Object.entries({ [name]: table, ...late })) {
        const source = JSON.stringify(part);
        this.emitFile({ type: "asset", fileName: `front-matter/${file}.json`, source });
      }
    }
  },
};

/** Returns the valid fields of each file in a content folder, by the fingerprint of the file. */
async function parseFolder(kind: Kind): Promise<Record<string, unknown>> {
  const table: Record<string, unknown> = {};
  const folder = join("content", kind);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
    const bytes = readFileSync(join(folder, file));
    const { matter } = splitFrontMatter(bytes);
    const { fields } = checkFields(kind, await parseFrontMatter(matter));
    if (fields) table[fingerprint(bytes)] = fields;
  }
  return table;
}
