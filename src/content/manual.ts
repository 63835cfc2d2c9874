import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "./schema.ts";

/** The section of the authors' manual about a kind. */
export interface ManualEntry {
  /** The description of each field, by its path: `title`, `questions.ask`. */
  words: ReadonlyMap<string, string>;
  /** A complete example and its id. */
  example: { id: string; text: string };
}

/** Reads the tables and the example of a kind from the README.md of the shipped content. */
export function readManual(folder: string, kind: Kind): ManualEntry {
  const manual = readFileSync(join(folder, "README.md"), "utf8");
  const heading = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  // Headings of kinds have one word; those inside examples have more.
  const section = manual.split(`\n## ${heading}\n`)[1]?.split(/^## \w+$/m)[0] ?? "";
  const [, id = "", text = ""] =
    /^A complete example,\s+`\w+\/([\w-]+)\.md`.*?```markdown\n(.*?)^```$/ms.exec(section) ?? [];
  const tables =
    section.split("A complete example")[0]?.split(/^\| field \| what it means \|$/m) ?? [];
  const rows = tables.slice(1).flatMap((table, index) => {
    const list =
      index === 0 ? "" : /^Each (item|question|choice):$/m.exec(tables[index] ?? "")?.[1];
    return [...(table.split("\n\n")[0] ?? "").matchAll(/^\| (\w+) \| (.*) \|$/gm)].map(
      ([, name = "", words = ""]) => [`${prefixes[list ?? ""] ?? ""}${name}`, words] as const,
    );
  });
  return { words: new Map(rows), example: { id, text } };
}

/** The path prefix of the fields in a table, by the words above the table. */
const prefixes: Record<string, string> = {
  item: "items.",
  question: "questions.",
  choice: "questions.choices.",
};
