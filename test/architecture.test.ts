import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/**
 * The parts of the program: the folders and files directly in src/. `imports` are the parts that
 * each may import from, `packages` the packages and `node` the modules of Node that it may use.
 */
const parts: Record<string, { imports: string[]; packages?: string[]; node?: string[] }> = {
  cli: { imports: ["built-help", "compile-cache", "run", "process-like", "errors"] },
  "built-help": {
    imports: ["environment", "output", "process-like"],
    node: ["fs", "path"],
  },
  run: {
    imports: ["program", "command-table", "context", "process-like", "errors", "package.json"],
  },
  program: {
    imports: ["command-table", "commands", "context", "domain", "errors"],
    packages: ["commander"],
  },
  "command-table": { imports: ["commands", "context"], packages: ["commander"] },
  context: {
    imports: [
      "content",
      "store",
      "prompts",
      "render",
      "agent-shell",
      "ask-person",
      "command-words",
      "compile-cache",
      "domain",
      "environment",
      "errors",
      "front-matter",
      "launch",
      "output",
      "process-like",
      "screen",
    ],
    node: ["fs", "path", "stream"],
  },
  "compile-cache": { imports: ["agent-shell", "store"], node: ["fs"] },
  "agent-shell": { imports: ["screen"] },
  "command-words": { imports: ["domain"] },
  "ask-person": { imports: ["prompts", "process-like", "render", "errors"] },
  "process-like": { imports: ["prompts"] },
  output: { imports: ["process-like"], node: ["fs"] },
  screen: { imports: ["render", "domain", "errors", "output"] },
  launch: { imports: ["environment"], node: ["fs", "path"] },
  environment: { imports: [], node: ["path"] },
  commands: {
    imports: [
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
      "mcp",
    ],
    packages: ["commander"],
  },
  mcp: {
    imports: ["domain", "errors"],
    packages: [
      "@modelcontextprotocol/server",
      "@modelcontextprotocol/server/stdio",
      "@valibot/to-json-schema",
    ],
    node: ["stream"],
  },
  prompts: {
    imports: ["domain", "errors"],
    packages: ["inquirer"],
    node: ["stream", "string_decoder", "readline"],
  },
  render: {
    imports: ["domain", "errors"],
    packages: ["chalk", "fast-string-width", "fast-wrap-ansi"],
  },
  store: {
    imports: ["domain", "errors", "files"],
    packages: ["conf", "valibot"],
    node: ["fs", "path", "os", "buffer", "crypto"],
  },
  content: {
    imports: ["domain", "errors", "front-matter"],
    packages: ["valibot", "@valibot/to-json-schema"],
    node: ["fs", "path"],
  },
  linter: { imports: ["domain"], packages: ["valibot"] },
  domain: { imports: [], packages: ["valibot"] },
  files: { imports: ["errors"], node: ["fs", "path", "tty", "crypto", "url"] },
  "front-matter": { imports: ["errors"], packages: ["gray-matter", "yaml"], node: ["buffer"] },
  errors: { imports: [] },
};

/** Packages that only one file may import. */
const onlyImporters: Record<string, string> = {
  "gray-matter": "front-matter/parse.ts",
  yaml: "front-matter/locate.ts",
  conf: "store/document.ts",
  inquirer: "prompts/drawn.ts",
  chalk: "render/theme.ts",
  "@modelcontextprotocol/server": "mcp/serve.ts",
};

interface Import {
  from: string;
  to: string;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

/** Every import in src/, including imports of types and lazy imports. */
const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join("src", from), "utf8");
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"\n]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers.map((to) => ({ from, to }));
});

function findPart(file: string): string {
  return file.replace(/\.ts$/, "").split("/")[0] ?? "";
}

/** Returns the path of an imported file, relative to src/. */
function resolveImport({ from, to }: Import): string {
  return normalize(join(dirname(from), to)).replaceAll("\\", "/");
}

function describeWrongImport(link: Import): string | undefined {
  const { from, to } = link;
  if (!parts[findPart(from)]) return `src/${from} belongs to no part in the table`;
  if (to.startsWith("node:")) return describeWrongModule(link);
  return to.startsWith(".") ? describeWrongPart(link) : describeWrongPackage(link);
}

function describeWrongModule({ from, to }: Import): string | undefined {
  const allowed = parts[findPart(from)]?.node ?? [];
  return allowed.includes(to.slice("node:".length)) ? undefined : `${from} may not import ${to}`;
}

function describeWrongPackage({ from, to }: Import): string | undefined {
  const importer = onlyImporters[to];
  if (importer && importer !== from) return `${from} imports ${to}, which only ${importer} may`;
  const isAllowed = parts[findPart(from)]?.packages?.includes(to);
  return isAllowed ? undefined : `${from} may not import the package ${to}`;
}

function describeWrongPart(link: Import): string | undefined {
  const [from, target] = [findPart(link.from), findPart(resolveImport(link).replace("../", ""))];
  const isAllowed = from === target || parts[from]?.imports.includes(target);
  return isAllowed ? undefined : `${link.from} may not import from ${target}`;
}

test("imports only what the table allows", () => {
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.map(describeWrongImport).filter(Boolean)).toEqual([]);
});

test("finds wrong imports", () => {
  const wrong = [
    { from: "domain/run.ts", to: "node:fs" },
    { from: "render/theme.ts", to: "../store/store.ts" },
    { from: "commands/check.ts", to: "chalk" },
    { from: "render/layout.ts", to: "chalk" },
    { from: "utils/text.ts", to: "./other.ts" },
  ];
  expect(wrong.map(describeWrongImport)).toEqual([
    "domain/run.ts may not import node:fs",
    "render/theme.ts may not import from store",
    "commands/check.ts imports chalk, which only render/theme.ts may",
    "render/layout.ts imports chalk, which only render/theme.ts may",
    "src/utils/text.ts belongs to no part in the table",
  ]);
});

/**
 * Finds circles of imports, each as the files along it. Removes the files that import none of the
 * others, until only circles and the files that lead to them are left, and follows those.
 */
function findCircles(links: readonly Import[]): string[] {
  let rest = links.map((link) => ({ from: link.from, to: resolveImport(link) }));
  for (let size = -1; size !== rest.length; ) {
    size = rest.length;
    const importers = new Set(rest.map(({ from }) => from));
    rest = rest.filter(({ to }) => importers.has(to));
  }
  const next = new Map(rest.map(({ from, to }) => [from, to]));
  const circles = [...next.keys()].map((start) => followImports(next, start));
  return [...new Set(circles)].toSorted();
}

/** Follows the imports from a file into a circle, and returns that from its first name on. */
function followImports(next: ReadonlyMap<string, string>, start: string): string {
  const path = [start];
  for (let file = next.get(start); file !== undefined; file = next.get(file)) {
    if (path.includes(file)) {
      const circle = path.slice(path.indexOf(file));
      const first = circle.indexOf(circle.toSorted()[0] ?? "");
      return [...circle.slice(first), ...circle.slice(0, first)].join(" > ");
    }
    path.push(file);
  }
  return path.join(" > ");
}

test("has no import circles, including imports of types", () => {
  expect(findCircles(imports.filter(({ to }) => to.startsWith(".")))).toEqual([]);
});

test("finds import circles", () => {
  const circles = [
    { from: "cli.ts", to: "./store/store.ts" },
    { from: "store/store.ts", to: "./saving.ts" },
    { from: "store/saving.ts", to: "./repair.ts" },
    { from: "store/repair.ts", to: "./store.ts" },
    { from: "store/repair.ts", to: "../errors.ts" },
    { from: "prompts/open.ts", to: "./plain.ts" },
    { from: "prompts/plain.ts", to: "./open.ts" },
  ];
  expect(findCircles(circles)).toEqual([
    "prompts/open.ts > prompts/plain.ts",
    "store/repair.ts > store/store.ts > store/saving.ts",
  ]);
});
