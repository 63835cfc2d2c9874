import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type OutputChunk, rolldown } from "rolldown";
import { beforeAll, expect, test } from "vitest";
import { chunks, isListed } from "../build/chunks.ts";
import { lateFiles } from "../build/late-files.ts";
import { lateInputs, listFunctions } from "../build/loaded-late.ts";
import { unusedImports } from "../build/without-unused.ts";
import config from "../rolldown.config.ts";
import { root } from "./helpers/context.ts";

const listed = Object.values(chunks).flat();

let output: OutputChunk[] = [];
let licenses = "";

beforeAll(async () => {
  const bundle = await rolldown({ ...config, logLevel: "silent" });
  const [options] = [config.output].flat();
  const built = await bundle.generate(options);
  output = built.output.filter((file) => file.type === "chunk");
  const asset = built.output.find(({ fileName }) => fileName === "LICENSES.txt");
  licenses = asset?.type === "asset" ? String(asset.source) : "";
});

/** Returns the built file that holds a source file or a replaced library. */
function findOutput(module: string): string | undefined {
  const toName = (id: string) => (id.startsWith("\0") ? id.slice(1) : relative(root, id));
  return output.find(({ moduleIds }) => moduleIds.map(toName).includes(module))?.fileName;
}

test("every path in build/chunks.ts exists and is listed once", () => {
  expect(listed.filter((path) => !existsSync(path))).toEqual([]);
  expect(listed.filter((path, index) => listed.indexOf(path) !== index)).toEqual([]);
});

test.each(Object.entries(chunks))("the modules of the chunk %s are in one file", (_name, paths) => {
  const files = paths.map((path) => findOutput(path.replaceAll("/", sep)));
  expect(new Set(files).size).toBe(1);
  expect(files[0]).toBeDefined();
});

test.each([
  { path: "src/cli.ts", expected: true },
  { path: "node_modules/other/src/cli.ts", expected: false },
  { path: "src/cli.tsx", expected: false },
])("finds $path in the list: $expected", ({ path, expected }) => {
  expect(isListed(`${root}/${path}`, ["src/cli.ts"])).toBe(expected);
});

test.each(Object.keys(unusedImports))("%s is still imported and left out of the build", (name) => {
  expect(findOutput(`unused:${name}`)).toBeDefined();
});

test("chalk's color detection is still imported and left out of the build", () => {
  expect(findOutput("no-color-detection")).toBeDefined();
});

test("ajv is still imported and left out of the build", () => {
  expect(findOutput("no-ajv")).toBe("mcp-library.cjs");
  expect(output.find(({ code }) => /\bAjv\b/.test(code))).toBeUndefined();
});

test("the MCP library is minified, in a file that nothing but the MCP server loads", () => {
  const importers = output.filter(({ imports }) => imports.includes("mcp-library.cjs"));
  const modules = importers.flatMap(({ moduleIds }) => moduleIds.map((id) => relative(root, id)));
  expect(modules).toContain(join("src", "mcp", "serve.ts"));
  expect(importers).toHaveLength(1);
  const library = output.find(({ fileName }) => fileName === "mcp-library.cjs");
  expect(library?.code.length).toBeLessThan(400_000);
});

/** Returns the names of the files that are read when a command's module is loaded. */
function listLoaded(module: string): string[] {
  const loaded = new Set([findOutput(join("src", "commands", ...module.split("/"))) ?? ""]);
  for (const name of loaded)
    for (const other of output.find(({ fileName }) => fileName === name)?.imports ?? [])
      loaded.add(other);
  return [...loaded].filter((name) => name.endsWith(".cjs")).toSorted();
}

test("status loads one file besides those that all commands share", () => {
  const shared = ["cli.cjs", "rolldown-runtime.cjs", "shared.cjs", "start.cjs"];
  expect(listLoaded("status.ts")).toEqual([...shared, "status.cjs"]);
});

test.each(["check/command.ts", "log/command.ts", "projects.ts", "undo.ts"])(
  "%s loads nothing of the pages",
  (module) => {
    expect(listLoaded(module)).toContain("shared.cjs");
    expect(listLoaded(module)).not.toContain("pages.cjs");
  },
);

test("what shows help or lists slices loads no library but commander", () => {
  const start = output.find(({ fileName }) => fileName === "start.cjs")?.moduleIds ?? [];
  const names = start.flatMap((id) => /node_modules[\\/]([\w@-]+)/.exec(id)?.[1] ?? []);
  expect([...new Set(names)].toSorted()).toEqual(["commander", "fast-wrap-ansi"]);
});

test("a built file is plain ASCII, unless String.raw holds other characters", () => {
  const others = output.filter(({ code }) => /[^\0-\x7f]/.test(code));
  expect(others.map(({ fileName }) => fileName)).toEqual(["read-report.cjs"]);
});

test("shorter code keeps lines and the names of functions, for stack traces", () => {
  const start = output.find(({ fileName }) => fileName === "start.cjs")?.code ?? "";
  expect(start).toMatch(/^async function runProgram\(/m);
  expect(start).toMatch(/^function describeFailure\(/m);
});

test("the code for pictures is in files that only what handles them loads", () => {
  const isOne = (id: string) => /pictures?[\w-]*\.ts$|(?:dropped-paths|plain-file)\.ts$/.test(id);
  const holds = (name: string) =>
    output.find(({ fileName }) => fileName === name)?.moduleIds.some((id) => isLate(id)) ?? false;
  const isLate = (id: string) => /(?:read-picture|dropped-paths|store.pictures)\.ts$/.test(id);
  expect(output.filter(({ fileName }) => holds(fileName)).length).toBeGreaterThan(0);
  const loading = output.filter(({ imports }) => imports.some(holds));
  const modules = loading.flatMap(({ moduleIds }) => moduleIds);
  const others = modules
    .filter((id) => !isOne(id) && !/step.pictures/.test(id))
    .map((id) => relative(root, id));
  // It is the one command that looks at all files of the saved progress.
  expect(others.filter((id) => !/doctor|health/.test(id))).toEqual([]);
});

const lateNames = Object.keys(lateInputs);

test.each(lateNames)("nothing but a call loads the late file %s", (name) => {
  const file = output.find(({ fileName }) => fileName === `${name}.cjs`);
  expect(file?.isEntry).toBe(true);
  expect(output.filter(({ imports }) => imports.includes(`${name}.cjs`))).toEqual([]);
});

test.each(lateNames.filter((name) => !lateFiles[name]))("the library %s is imported", (name) => {
  expect(findOutput(`late:${name}`)).toBeDefined();
});

const latePaths = Object.entries(lateFiles).flatMap(([name, paths]) =>
  paths.map((path) => [path, `${name}.cjs`] as const),
);

test.each(latePaths)("%s is imported, and all that it exports is in %s", (path, name) => {
  expect(findOutput(`late:${path}`)).toBeDefined();
  const file = output.find(({ fileName }) => fileName === name);
  expect(file?.moduleIds).toContain(join(root, path));
  expect(file?.exports).toEqual(expect.arrayContaining(listFunctions(path)));
});

test("a module with more than functions can't be loaded late", () => {
  expect(() => listFunctions("src/errors.ts")).toThrow("can't be loaded late");
});

test("little is compiled before Node's compile cache is on", () => {
  const first = output.find(({ fileName }) => fileName === "cli.cjs");
  expect(first?.imports.filter((name) => name.endsWith(".cjs"))).toEqual(["rolldown-runtime.cjs"]);
  expect(first?.code.length).toBeLessThan(10_000);
});

test("functions and constants are exported without a getter", () => {
  const getters = output.flatMap(({ code }) =>
    [...code.matchAll(/get: function\(\) \{\s*return ([\w$]+);/g)].map(([, name]) => name),
  );
  expect(getters).not.toContain("loadAppState");
  expect(getters.length).toBeLessThan(60);
});

test("our own code loads node:crypto at the first hash", () => {
  const top = output.filter(({ imports }) => imports.includes("node:crypto"));
  const holders = top.flatMap(({ moduleIds }) => moduleIds).map((id) => relative(root, id));
  expect(holders.filter((path) => path.startsWith("src"))).toEqual([]);
});

test.each([
  ["eval", /\beval\(/],
  ["child_process", /require\("(node:)?child_process"\)/],
])("no built file uses %s", (_name, pattern) => {
  const found = output.filter(({ code }) => pattern.test(code));
  expect(found.map(({ fileName }) => fileName)).toEqual([]);
});

test("each bundled package is listed once, with the text of its license", () => {
  const ids = output.flatMap(({ moduleIds }) => moduleIds).map((id) => id.replaceAll("\\", "/"));
  const names = ids.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
  const sections = licenses.split(/^(?=(?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S* \()/m);
  expect(sections.map((text) => text.split(" ")[0])).toEqual([...new Set(names)].toSorted());
  expect(sections.filter((text) => !/copyright/i.test(text) || text.length < 500)).toEqual([]);
});
