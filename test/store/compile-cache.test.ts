import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { reportsSizeLimit } from "../../src/compile-cache.ts";
import { findPlaceProblem } from "../../src/store/compile-cache.ts";
import { inspectCacheFolder } from "../../src/store/compile-cache-folder.ts";
import { createCache, fillCache, startWithCache } from "../helpers/compile-cache.ts";
import { createTempFolder } from "../helpers/temp.ts";

const uid = process.getuid?.();
const posixOnly = test.skipIf(process.platform === "win32");

// The program leaves the temporary folder alone, where the folders of these tests are.
beforeEach(() => {
  for (const name of ["TMPDIR", "TMP", "TEMP"]) vi.stubEnv(name, createTempFolder());
  return () => vi.unstubAllEnvs();
});

test("hands the folder that a save made to Node", () => {
  const { folder, cache } = fillCache(createTempFolder());
  expect(startWithCache(folder)).toEqual([cache]);
  expect(inspectCacheFolder(folder, uid)).toEqual({ folder: cache, bytes: 4, problem: null });
});

posixOnly("makes the folder for this account alone", () => {
  const { cache } = fillCache(createTempFolder());
  expect(statSync(cache).mode & 0o777).toBe(0o700);
});

test("lets Node make its own folder for this account alone", () => {
  let mask = 0o002;
  const masks: number[] = [];
  const given = startWithCache(createCache(createTempFolder()).folder, {
    umask: ((next: number) => {
      const before = mask;
      mask = next;
      return before;
    }) as never,
    getBuiltinModule: (() => ({ enableCompileCache: () => masks.push(mask) })) as never,
  });
  expect([given, masks, mask]).toEqual([[], [0o077], 0o002]);
});

test("tells backups to leave the folder out", () => {
  const { marker } = createCache(createTempFolder());
  expect(readFileSync(marker, "utf8")).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
});

test.each([
  ["NODE_DISABLE_COMPILE_CACHE", "1"],
  ["NODE_COMPILE_CACHE", "/own"],
  ["CLAUDECODE", "1"],
  ["AI_AGENT", "some"],
])("leaves the folder alone if %s is %s", (name, value) => {
  expect(startWithCache(fillCache(createTempFolder()).folder, { env: { [name]: value } })).toEqual(
    [],
  );
});

test.each([
  ["mcp"],
  ["--no-color", "mcp"],
  ["--content", "pack", "mcp"],
  ["status", "--version"],
  ["-V", "--no-color"],
])("leaves the folder alone for %s %s %s", (...words) => {
  const { folder } = fillCache(createTempFolder());
  expect(startWithCache(folder, { argv: ["node", "builder-pm", ...words] })).toEqual([]);
});

test("leaves the folder alone without Node's cache", () => {
  const { folder } = fillCache(createTempFolder());
  const versions = { ...process.versions, node: "20.19.0" };
  expect(startWithCache(folder, { versions })).toEqual([]);
  expect(startWithCache(folder, { getBuiltinModule: (() => ({})) as never })).toEqual([]);
});

posixOnly("doesn't run the code if others can replace a folder above it", () => {
  const above = createTempFolder();
  const { folder, cache } = fillCache(join(above, "home", "saved"));
  chmodSync(above, 0o770);
  expect(startWithCache(folder)).toEqual([]);
  expect(inspectCacheFolder(folder, uid)?.problem).toBe(`another account can change "${above}"`);
  // In such a folder, only its owner can replace one.
  chmodSync(above, 0o1777);
  expect(startWithCache(folder)).toEqual([cache]);
});

posixOnly("doesn't run the code of another account", () => {
  const { folder } = fillCache(createTempFolder());
  expect(startWithCache(folder, { getuid: () => (uid ?? 0) + 1 })).toEqual([]);
});

posixOnly("doesn't run the code behind a link", () => {
  const { folder, cache } = fillCache(createTempFolder());
  renameSync(cache, `${cache}-2`);
  symlinkSync(`${cache}-2`, cache);
  expect(startWithCache(folder)).toEqual([]);
  expect(inspectCacheFolder(folder, uid)?.problem).toBe("it isn't a folder");
});

test("follows a link to the saved folder once", () => {
  const { folder, cache } = fillCache(createTempFolder());
  const link = join(createTempFolder(), "saved");
  symlinkSync(folder, link, "junction");
  expect(startWithCache(link)).toEqual([cache]);
});

test("doesn't use a cache in the temporary folder", () => {
  const { folder } = fillCache(createTempFolder());
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, folder);
  expect(startWithCache(folder)).toEqual([]);
});

test("does without a temporary folder", () => {
  const { folder, cache } = fillCache(createTempFolder());
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, join(folder, "gone"));
  expect(inspectCacheFolder(folder, uid)?.problem).toBeNull();
  expect(startWithCache(folder)).toEqual([cache]);
});

test("uses only the user folder where there are no permissions", () => {
  const folder = createTempFolder();
  for (const name of ["HOME", "USERPROFILE"]) vi.stubEnv(name, folder);
  mkdirSync(join(folder, "saved"));
  expect(findPlaceProblem(realpathSync.native(join(folder, "saved")), undefined)).toBeUndefined();
  const other = realpathSync.native(createTempFolder());
  expect(findPlaceProblem(other, undefined)).toBe("it isn't in your user folder");
});

posixOnly("says what can't be read", () => {
  const { folder, inner } = fillCache(createTempFolder());
  chmodSync(inner, 0o000);
  // Root can read everything.
  const problem = uid === 0 ? null : "permission denied";
  expect(inspectCacheFolder(folder, uid)?.problem).toBe(problem);
  chmodSync(inner, 0o700);
});

test("finds no cache where there is none", () => {
  const folder = createTempFolder();
  expect(inspectCacheFolder(folder, uid)).toBeNull();
  expect(startWithCache(folder)).toEqual([]);
  expect([existsSync(join(folder, "cache")), readdirSync(folder)]).toEqual([false, []]);
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
