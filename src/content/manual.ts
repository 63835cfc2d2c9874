import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "./schema.ts";

/** What the manual for authors says about a kind. */
export interface ManualEntry {
  /** What each field means, by its path: `title`, `questions.ask`. */
  words: ReadonlyMap<string, string>;
  /** A complete example, and the id it has there. */
  example: { id: string; text: string };
}

/**
 * Reads what the manual beside the shipped content, README.md, says about a kind: the rows of its
 * tables, and its example.
 */
export function readManual(folder: string, kind: Kind): ManualEntry {
  const manual = readFileSync(join(folder, "README.md"), "utf8");
  const heading = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  // A heading of one word is a kind; those inside an example have more.
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

/** Where the fields of a table stand, by the words above it. */
const prefixes: Record<string, string> = {
  item: "items.",
  question: "questions.",
  choice: "questions.choices.",
};
