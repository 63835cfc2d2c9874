import { readFileSync } from "node:fs";
import { join } from "node:path";
import { capitalize } from "../domain/text/words.ts";
import { type Kind, kinds } from "./schema.ts";

/** The section of the authors' manual about a kind. */
export interface ManualEntry {
  /** The description of each field, by its path: `title`, `questions.ask`. */
  words: ReadonlyMap<string, string>;
  /** A complete example and its id. */
  example: { id: string; text: string };
  /** The files that belong to the example, by their path in its folder. */
  files: ReadonlyMap<string, string>;
}

/** Reads the tables and the example of a kind from the README.md of the shipped content. */
export function readManual(folder: string, kind: Kind): ManualEntry {
  const manual = readFileSync(join(folder, "README.md"), "utf8");
  const section = manual.split(`\n## ${capitalize(kind)}\n`)[1]?.split(nextKind)[0] ?? "";
  const [, id = "", text = ""] =
    /^A complete example,\s+`\w+\/([\w-]+)\.md`.*?```markdown\n(.*?)^```$/ms.exec(section) ?? [];
  const tables =
    section.split("A complete example")[0]?.split(/^\| field \| what it means \|$/m) ?? [];
  const rows = tables.slice(1).flatMap((table, index) => {
    const list =
      index === 0
        ? ""
        : /^Each (item|question|choice|truth|planted defect):$/m.exec(tables[index] ?? "")?.[1];
    return [...(table.split("\n\n")[0] ?? "").matchAll(/^\| (\w+) \| (.*) \|$/gm)].map(
      ([, name = "", words = ""]) => [`${prefixes[list ?? ""] ?? ""}${name}`, words] as const,
    );
  });
  const files = section.matchAll(/^Its file, `\w+\/[\w-]+\/([\w./-]+)`:\n\n```\w*\n(.*?)^```$/gms);
  return {
    words: new Map(rows),
    example: { id, text },
    files: new Map([...files].map(([, path = "", content = ""]) => [path, content])),
  };
}

/** The heading of a kind. An example can have other headings. */
const nextKind = new RegExp(`^## (?:${kinds.map(capitalize).join("|")})$`, "m");

/** The path prefix of the fields in a table, by the words above the table. */
const prefixes: Record<string, string> = {
  item: "items.",
  question: "questions.",
  choice: "questions.choices.",
  truth: "truth.",
  "planted defect": "planted.",
};
