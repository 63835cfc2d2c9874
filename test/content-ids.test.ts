import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

const contentFiles = ["checklists", "slices", "steps", "guide"].flatMap((folder) =>
  readdirSync(join("content", folder)).map((name) => join("content", folder, name)),
);

/**
 * What content calls its things: the names of its files, and the ids of items and questions in
 * them.
 */
const contentIds = new Set(
  contentFiles.flatMap((file) => [
    basename(file, ".md"),
    ...[...readFileSync(file, "utf8").matchAll(/^ {2}- id: (\S+)$/gm)].map(
      (match) => match[1] ?? "",
    ),
  ]),
);

/**
 * Words of the program that an id happens to share: a kind of rule, a field of the schema, and
 * what a page may hold.
 */
const ownWords = [
  'rule.kinds.includes("spec"',
  'path === "questions"',
  'group === "slice"',
  'name === "prediction"',
  'name === "changes"',
];

/** Where a text of code asks whether something is one certain thing of the content. */
function findKnownIds(text: string): string[] {
  const asked =
    /[\w.]*(?: [!=]== |\.includes\(|\.has\(|\bcase )"([a-z-]+)"|"([a-z-]+)" [!=]== [\w.]+/g;
  return [...text.matchAll(asked)]
    .filter(
      ([words, right, left]) => contentIds.has(right ?? left ?? "") && !ownWords.includes(words),
    )
    .map(([words]) => words);
}

test("the code knows no id of the content", () => {
  expect(contentIds.size).toBeGreaterThan(40);
  const found = files.flatMap((file) =>
    findKnownIds(readFileSync(join("src", file), "utf8")).map((at) => [file, at]),
  );
  expect(found).toEqual([]);
});

test("code that knows an id of the content is found", () => {
  const planted = [
    'if (step.id === "spec") return;',
    'if ("reality-check" !== id) return;',
    'return ["a", "b"].includes("red-flags");',
    'case "dashboard":',
    'return rule.kinds.includes("spec") && group === "slice" && kind === "checklist";',
  ];
  expect(planted.map(findKnownIds)).toEqual([
    ['step.id === "spec"'],
    ['"reality-check" !== id'],
    ['.includes("red-flags"'],
    ['case "dashboard"'],
    [],
  ]);
});
