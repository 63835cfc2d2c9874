import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

test.each([
  { rule: "does not use console", pattern: /\bconsole\./, except: [] },
  {
    rule: "reads the process only in context.ts",
    pattern: /\bprocess\.\w/,
    except: ["context.ts"],
  },
  { rule: "never ends the process", pattern: /process\.exit\b/, except: [] },
  {
    rule: "never starts another process or uses the network",
    pattern: /child_process|node:(https?|net|dns)/,
    except: [],
  },
  {
    rule: "loads no sorting rules of languages, which take longer than a short command",
    pattern: /\.localeCompare\(|\bIntl\.(Collator|DateTimeFormat|NumberFormat)/,
    except: [],
  },
  {
    rule: "does not name the shipped checklist and slices",
    pattern: /"(reality-check|clickable|dashboard)"/,
    except: [],
  },
])("$rule", ({ pattern, except }) => {
  const found = files.filter((file) => pattern.test(readFileSync(join("src", file), "utf8")));
  expect(found).toEqual(except.filter((file) => found.includes(file)));
});

const contentFiles = ["checklists", "slices", "steps", "guide"].flatMap((folder) =>
  readdirSync(join("content", folder)).map((name) => join("content", folder, name)),
);

/** The ids of the content: names of its files, and ids of items and questions in them. */
const contentIds = new Set(
  contentFiles.flatMap((file) => [
    basename(file, ".md"),
    ...[...readFileSync(file, "utf8").matchAll(/^ {2}- id: (\S+)$/gm)].map(
      (match) => match[1] ?? "",
    ),
  ]),
);

/** Comparisons with a word of the program that is also an id, such as a field of the schema. */
const allowedComparisons = [
  'rule.kinds.includes("spec"',
  'path === "questions"',
  'group === "slice"',
  'name === "prediction"',
  'name === "changes"',
  ' === "own"',
  'field !== "own"',
  'part === "evidence"',
  '.part === "evidence"',
  'topic === "run"',
  '.kind === "share"',
];

/** Finds comparisons with an id of the content. */
function findKnownIds(text: string): string[] {
  const asked =
    /[\w.]*(?: [!=]== |\.includes\(|\.has\(|\bcase )"([a-z-]+)"|"([a-z-]+)" [!=]== [\w.]+/g;
  return [...text.matchAll(asked)]
    .filter(
      ([words, right, left]) =>
        contentIds.has(right ?? left ?? "") && !allowedComparisons.includes(words),
    )
    .map(([words]) => words);
}

test("does not know any id of the content", () => {
  expect(contentIds.size).toBeGreaterThan(40);
  const found = files.flatMap((file) =>
    findKnownIds(readFileSync(join("src", file), "utf8")).map((at) => [file, at]),
  );
  expect(found).toEqual([]);
});

test("finds comparisons with an id of the content", () => {
  const comparisons = [
    'if (step.id === "spec") return;',
    'if ("reality-check" !== id) return;',
    'return ["a", "b"].includes("red-flags");',
    'case "dashboard":',
    'return rule.kinds.includes("spec") && group === "slice" && kind === "checklist";',
  ];
  expect(comparisons.map(findKnownIds)).toEqual([
    ['step.id === "spec"'],
    ['"reality-check" !== id'],
    ['.includes("red-flags"'],
    ['case "dashboard"'],
    [],
  ]);
});

test("names files in kebab-case, and none after a grab bag such as utils", () => {
  const odd = files.filter(
    (file) =>
      !/^([a-z-]+\/)*[a-z-]+\.ts$/.test(file) || /utils|helpers|common|types|index/.test(file),
  );
  expect(odd).toEqual([]);
});

test("documents every export", () => {
  const bare = files.flatMap((file) => {
    const lines = readFileSync(join("src", file), "utf8").split("\n");
    const isBare = (line: string, index: number) =>
      /^export (async )?(function|const|class|interface|type) /.test(line) &&
      !/\*\/$/.test(lines[index - 1] ?? "") &&
      !/^export type (\w+) = v\.InferOutput/.test(line);
    return lines.filter(isBare).map((line) => `${file}: ${line}`);
  });
  expect(bare).toEqual([]);
});

test("gives each function a name of its own", () => {
  const names = files.flatMap((file) => {
    const text = readFileSync(join("src", file), "utf8");
    return [...text.matchAll(/^(?:export )?(?:async )?function (\w+)/gm)].map((match) => match[1]);
  });
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
