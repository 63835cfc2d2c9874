import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { type CacheWorld, reportsSizeLimit, turnOnCompileCache } from "../../src/compile-cache.ts";
import {
  inspectCacheFolder,
  makeCacheFolder,
  removeCacheFolder,
} from "../../src/store/compile-cache-folder.ts";
import { createTempFolder } from "../helpers/temp.ts";

const uid = process.getuid?.();
const posixOnly = test.skipIf(process.platform === "win32");

/** The folder of Node 24 in its cache, with one file of code. */
const nodeFolder = "v24.1.0-x64-964aae3f-1000";

// The program leaves the temporary folder alone, where the folders of these tests are.
beforeEach(() => {
  for (const name of ["TMPDIR", "TMP", "TEMP"]) vi.stubEnv(name, createTempFolder());
  return () => vi.unstubAllEnvs();
});

/** Creates a folder of saved progress, with a cache that Node has filled. */
function createFilled(): { folder: string; cache: string; inner: string } {
  const folder = createTempFolder();
  makeCacheFolder(folder, uid);
  const cache = join(folder, "cache");
  const inner = join(cache, nodeFolder);
  mkdirSync(inner);
  writeFileSync(join(inner, "442caeed"), "code");
  return { folder, cache, inner };
}

/** Returns the folders that a start hands to Node. */
function start(folder: string, more: Partial<CacheWorld> = {}): string[] {
  const given: string[] = [];
  const enableCompileCache = (path: string) => given.push(path);
  turnOnCompileCache({
    argv: ["node", "builder-pm", "status"],
    ...(uid === undefined ? {} : { getuid: () => uid }),
    getBuiltinModule: (() => ({ enableCompileCache })) as never,
    ...more,
    env: { BUILDER_PM_HOME: folder, ...more.env },
  });
  return given;
}

test("hands the folder that a save made to Node", () => {
  const { folder, cache } = createFilled();
  expect(start(folder)).toEqual([cache]);
  expect(inspectCacheFolder(folder, uid)).toEqual({ folder: cache, bytes: 4, problem: null });
});

posixOnly("makes the folder for this account alone", () => {
  const { cache } = createFilled();
  expect(statSync(cache).mode & 0o777).toBe(0o700);
});

test.each([
  ["NODE_DISABLE_COMPILE_CACHE", "1"],
  ["NODE_COMPILE_CACHE", "/own"],
  ["CLAUDECODE", "1"],
  ["AI_AGENT", "some"],
])("leaves the folder alone if %s is %s", (name, value) => {
  expect(start(createFilled().folder, { env: { [name]: value } })).toEqual([]);
});

test("leaves the folder alone in a coding agent's server, and without Node's cache", () => {
  const { folder } = createFilled();
  expect(start(folder, { argv: ["node", "builder-pm", "mcp"] })).toEqual([]);
  expect(start(folder, { getBuiltinModule: (() => ({})) as never })).toEqual([]);
});

/** What someone else could do to the folder, and what `doctor` says of it. */
const changes: [string, string, (paths: ReturnType<typeof createFilled>) => void][] = [
  ["others can change it", "another account", ({ cache }) => chmodSync(cache, 0o777)],
  ["a group can change it", "another account", ({ cache }) => chmodSync(cache, 0o770)],
  ["others can replace it", "another account", ({ folder }) => chmodSync(folder, 0o777)],
  [
    "it is a copy of another one",
    "copied",
    ({ cache }) => {
      cpSync(cache, `${cache}-2`, { recursive: true, mode: 0 });
      chmodSync(`${cache}-2`, 0o700);
      renameSync(cache, `${cache}-1`);
      renameSync(`${cache}-2`, cache);
    },
  ],
];

posixOnly.each(changes)("doesn't run the code in it if %s", (_name, problem, change) => {
  const paths = createFilled();
  change(paths);
  expect(start(paths.folder)).toEqual([]);
  expect(inspectCacheFolder(paths.folder, uid)?.problem).toContain(problem);
});

posixOnly("doesn't run the code of another account", () => {
  expect(start(createFilled().folder, { getuid: () => (uid ?? 0) + 1 })).toEqual([]);
});

posixOnly("doesn't run the code behind a link", () => {
  const { folder, cache } = createFilled();
  renameSync(cache, `${cache}-2`);
  symlinkSync(`${cache}-2`, cache);
  expect(start(folder)).toEqual([]);
});

test("doesn't use a folder that a person made, or one in the temporary folder", () => {
  const folder = createTempFolder();
  mkdirSync(join(folder, "cache"), { mode: 0o700 });
  makeCacheFolder(folder, uid);
  expect(readdirSync(join(folder, "cache"))).toEqual([]);
  expect(start(folder)).toEqual([]);
  const filled = createFilled().folder;
  vi.stubEnv("TMPDIR", filled);
  vi.stubEnv("TEMP", filled);
  expect(start(filled)).toEqual([]);
});

test("makes no cache in the temporary folder, or where others can change it", () => {
  const folder = createTempFolder();
  vi.stubEnv("TMPDIR", folder);
  vi.stubEnv("TEMP", folder);
  makeCacheFolder(folder, uid);
  const open = createTempFolder();
  chmodSync(open, 0o777);
  if (uid !== undefined) makeCacheFolder(open, uid);
  expect([folder, open].map((path) => existsSync(join(path, "cache")))).toEqual([false, false]);
});

test("removes what it and Node made", () => {
  const { folder, inner } = createFilled();
  writeFileSync(join(inner, "442caeed.31Luuu"), "half");
  removeCacheFolder(folder);
  expect(readdirSync(folder)).toEqual([]);
});

test("removes nothing that a person put there", () => {
  const { folder, cache, inner } = createFilled();
  const own = [join(cache, "notes.txt"), join(inner, "mine.md"), join(cache, "v2", "deadbeef")];
  mkdirSync(join(cache, "v2"));
  for (const file of own) writeFileSync(file, "mine");
  removeCacheFolder(folder);
  expect(own.filter((file) => !existsSync(file))).toEqual([]);
  expect(readdirSync(inner)).toEqual(["mine.md"]);
  // Without the marker, the folder is the person's own from now on.
  makeCacheFolder(folder, uid);
  expect(start(folder)).toEqual([]);
});

test("removes nothing from a folder without its marker, or behind a link", () => {
  const { folder, cache, inner } = createFilled();
  const other = createFilled();
  rmSync(other.cache, { recursive: true });
  symlinkSync(cache, other.cache, "junction");
  removeCacheFolder(other.folder);
  expect(readdirSync(inner)).toEqual(["442caeed"]);
  rmSync(join(cache, "made-by-builder-pm.txt"));
  removeCacheFolder(folder);
  expect(readdirSync(inner)).toEqual(["442caeed"]);
  expect(inspectCacheFolder(folder, uid)).toBeNull();
});

test.each([
  [undefined, false],
  [{}, false],
  [{ userLimits: { file_size_blocks: { soft: "unlimited" } } }, false],
  [{ userLimits: { file_size_blocks: { soft: 8192 } } }, true],
  [process.report.getReport(), false],
])("finds the limit of a file's size in %j: %s", (report, expected) => {
  expect(reportsSizeLimit(report as object)).toBe(expected);
});
