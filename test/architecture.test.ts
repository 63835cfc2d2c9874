import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/**
 * The map of the house. A room is a folder or a file of src/; `may` names the rooms it may import
 * from, `doors` the outside packages it may use, `node` which of Node's own modules it may use.
 *
 */
const rooms: Record<string, { may: string[]; doors?: string[]; node?: string[] }> = {
  cli: {
    may: ["program", "command-table", "context", "process-like", "errors", "package.json"],
    doors: [],
  },
  program: {
    may: ["command-table", "commands", "context", "domain", "errors"],
    doors: ["commander"],
  },
  "command-table": { may: ["commands", "context"], doors: ["commander"] },
  context: {
    may: [
      "content",
      "store",
      "prompts",
      "render",
      "ask-person",
      "domain",
      "errors",
      "front-matter",
      "launch",
      "process-like",
      "screen",
    ],
    node: ["fs", "path"],
  },
  "ask-person": { may: ["prompts", "process-like", "render", "errors"] },
  "process-like": { may: ["prompts"] },
  screen: { may: ["render", "domain", "errors"] },
  launch: { may: [], node: ["fs", "path"] },
  commands: {
    may: [
      "prompts",
      "render",
      "store",
      "content",
      "linter",
      "domain",
      "context",
      "errors",
      "files",
      "front-matter",
    ],
    doors: ["commander"],
  },
  prompts: {
    may: ["domain", "errors"],
    doors: ["inquirer"],
    node: ["stream", "string_decoder", "readline"],
  },
  render: { may: ["domain", "errors"], doors: ["chalk", "fast-string-width", "fast-wrap-ansi"] },
  store: {
    may: ["domain", "errors", "files"],
    doors: ["conf", "valibot"],
    node: ["fs", "path", "os", "buffer", "crypto"],
  },
  content: {
    may: ["domain", "errors", "front-matter"],
    doors: ["valibot", "@valibot/to-json-schema"],
    node: ["fs", "path"],
  },
  linter: { may: ["domain"], doors: ["valibot"] },
  domain: { may: [], doors: ["valibot"] },
  files: { may: ["errors"], node: ["fs", "path", "tty"] },
  "front-matter": {
    may: ["errors", "yaml-mistake"],
    doors: ["gray-matter", "yaml"],
    node: ["buffer"],
  },
  "yaml-mistake": { may: [] },
  errors: { may: [] },
};

/** One file each for the packages the owner chose. */
const singleDoors: Record<string, string> = {
  "gray-matter": "front-matter.ts",
  yaml: "front-matter.ts",
  conf: "store/document.ts",
  inquirer: "prompts/drawn.ts",
  chalk: "render/theme.ts",
  "@valibot/to-json-schema": "content/json-schema.ts",
};

interface Import {
  from: string;
  to: string;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join("src", from), "utf8");
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"\n]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers.map((to) => ({ from, to }));
});

function roomOf(file: string): string {
  return file.replace(/\.ts$/, "").split("/")[0] ?? "";
}

function describeWrongImport({ from, to }: Import): string | undefined {
  if (!rooms[roomOf(from)]) return `src/${from} is in no room of the table`;
  if (to.startsWith("node:")) return describeWrongModule(from, to);
  if (to.startsWith(".")) return describeWrongRoom(from, to);
  return describeWrongPackage(from, to);
}

function describeWrongModule(from: string, to: string): string | undefined {
  const allowed = rooms[roomOf(from)]?.node ?? [];
  return allowed.includes(to.slice("node:".length)) ? undefined : `${from} may not import ${to}`;
}

function describeWrongPackage(from: string, to: string): string | undefined {
  const door = singleDoors[to];
  if (door && door !== from) return `${from} imports ${to}, whose only door is ${door}`;
  return rooms[roomOf(from)]?.doors?.includes(to)
    ? undefined
    : `${from} may not import the package ${to}`;
}

function describeWrongRoom(from: string, to: string): string | undefined {
  const target = roomOf(
    normalize(join(dirname(from), to))
      .replaceAll("\\", "/")
      .replace("../", ""),
  );
  const allowed = [roomOf(from), ...(rooms[roomOf(from)]?.may ?? [])];
  return allowed.includes(target) ? undefined : `${from} may not import from ${target}`;
}

test("every import is one the table allows", () => {
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.map(describeWrongImport).filter(Boolean)).toEqual([]);
});

test("finds a wrong import", () => {
  const planted = [
    { from: "domain/run.ts", to: "node:fs" },
    { from: "render/theme.ts", to: "../store/store.ts" },
    { from: "commands/check.ts", to: "chalk" },
    { from: "render/layout.ts", to: "chalk" },
    { from: "utils/text.ts", to: "./other.ts" },
  ];
  expect(planted.map(describeWrongImport)).toEqual([
    "domain/run.ts may not import node:fs",
    "render/theme.ts may not import from store",
    "commands/check.ts imports chalk, whose only door is render/theme.ts",
    "render/layout.ts imports chalk, whose only door is render/theme.ts",
    "src/utils/text.ts is in no room of the table",
  ]);
});

test.each([
  { rule: "console is not used", pattern: /\bconsole\./, except: [] },
  { rule: "the process is read in context alone", pattern: /\bprocess\./, except: ["context.ts"] },
  { rule: "nothing ends the process", pattern: /process\.exit\b/, except: [] },
  {
    rule: "nothing starts another process or opens the network",
    pattern: /child_process|node:(https?|net|dns)/,
    except: [],
  },
  {
    rule: "the shipped checklist and slices are not named",
    pattern: /"(reality-check|clickable|dashboard)"/,
    except: [],
  },
])("$rule", ({ pattern, except }) => {
  const found = files.filter((file) => pattern.test(readFileSync(join("src", file), "utf8")));
  expect(found).toEqual(except.filter((file) => found.includes(file)));
});

test("file names are in kebab-case, and none is a catch-all", () => {
  const odd = files.filter(
    (file) =>
      !/^([a-z-]+\/)*[a-z-]+\.ts$/.test(file) || /utils|helpers|common|types|index/.test(file),
  );
  expect(odd).toEqual([]);
});

test("every export in src has a doc comment", () => {
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
