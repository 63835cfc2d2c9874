import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import {
  inspectCacheFolder,
  removeCacheFolder,
  renewCacheFolder,
} from "../../src/store/compile-cache-folder.ts";
import { createCache, type FilledCache, fillCache, makePipe } from "../helpers/compile-cache.ts";
import { createTempFolder } from "../helpers/temp.ts";

const uid = process.getuid?.();
const posixOnly = test.skipIf(process.platform === "win32");

// The program leaves the temporary folder alone, where the folders of these tests are.
beforeEach(() => {
  for (const name of ["TMPDIR", "TMP", "TEMP"]) vi.stubEnv(name, createTempFolder());
  return () => vi.unstubAllEnvs();
});

function findProblem(folder: string) {
  return inspectCacheFolder(folder, uid)?.problem;
}

test("makes no cache in the temporary folder, or where others can change it", () => {
  const folder = createTempFolder();
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, folder);
  renewCacheFolder(folder, uid);
  const open = createTempFolder();
  chmodSync(open, 0o777);
  if (uid !== undefined) renewCacheFolder(open, uid);
  expect([folder, open].map((path) => existsSync(join(path, "cache")))).toEqual([false, false]);
});

/** What a save makes anew: it is only builder-pm's and Node's. */
const broken: [string, (paths: FilledCache) => void][] = [
  ["the marker is gone", ({ marker }) => rmSync(marker)],
  ["the marker is empty after a power cut", ({ marker }) => writeFileSync(marker, "")],
  ["a command wrote after a reset", ({ marker, inner }) => [marker, inner].forEach(drop)],
  ["others could change Node's folder", ({ inner }) => chmodSync(inner, 0o777)],
  [
    "it is full",
    ({ inner }) => {
      for (let index = 0; index < 501; index++)
        writeFileSync(join(inner, index.toString(16).padStart(8, "0")), "code");
    },
  ],
];

function drop(path: string): void {
  rmSync(path, { recursive: true });
}

posixOnly.each(broken)("a save makes the cache anew if %s", (_name, change) => {
  const paths = fillCache(createTempFolder());
  change(paths);
  expect(findProblem(paths.folder)).toEqual(expect.any(String));
  renewCacheFolder(paths.folder, uid);
  expect(findProblem(paths.folder)).toBeNull();
  expect(readdirSync(paths.cache)).toEqual(["CACHEDIR.TAG"]);
});

test("a save leaves a cache as it is that can be used", () => {
  const { folder, inner } = fillCache(createTempFolder());
  renewCacheFolder(folder, uid);
  expect(readdirSync(inner)).toEqual(["442caeed"]);
});

posixOnly("a save leaves alone what someone else made", () => {
  const own: [string, (folder: string) => void][] = [
    ["notes.txt", (cache) => writeFileSync(join(cache, "notes.txt"), "mine")],
    ["v2", (cache) => mkdirSync(join(cache, "v2"))],
    ["CACHEDIR.TAG", (cache) => makePipe(join(cache, "CACHEDIR.TAG"))],
  ];
  for (const [name, make] of own) {
    const { folder, cache, marker } = fillCache(createTempFolder());
    rmSync(marker);
    make(cache);
    renewCacheFolder(folder, uid);
    expect(readdirSync(cache).toSorted()).toEqual([name, "v24.1.0-x64-964aae3f-1000"].toSorted());
    expect(findProblem(folder)).toEqual(expect.any(String));
  }
});

test("removes what it and Node made", () => {
  const { folder, cache, inner } = fillCache(createTempFolder());
  writeFileSync(join(inner, "442caeed.31Luuu"), "half");
  expect(removeCacheFolder(folder)).toEqual({ folder: cache });
  expect(readdirSync(folder)).toEqual([]);
  expect(removeCacheFolder(folder)).toBeUndefined();
});

test("removes nothing that a person put there", () => {
  const { folder, cache, inner } = fillCache(createTempFolder());
  const own = [join(cache, "notes.txt"), join(inner, "mine.md"), join(cache, "v2", "deadbeef")];
  mkdirSync(join(cache, "v2"));
  for (const file of own) writeFileSync(file, "mine");
  removeCacheFolder(folder);
  expect(own.filter((file) => !existsSync(file))).toEqual([]);
  expect(readdirSync(inner)).toEqual(["mine.md"]);
  // Without the marker, the folder is the person's own from now on.
  renewCacheFolder(folder, uid);
  expect(own.filter((file) => !existsSync(file))).toEqual([]);
  expect(findProblem(folder)).toContain("CACHEDIR.TAG");
});

test("removes nothing behind a link", () => {
  const { cache, inner } = fillCache(createTempFolder());
  const other = createCache(createTempFolder());
  drop(other.cache);
  symlinkSync(cache, other.cache, "junction");
  expect(removeCacheFolder(other.folder)).toBeUndefined();
  expect(readdirSync(inner)).toEqual(["442caeed"]);
});

test.skipIf(uid === undefined || uid === 0).each([
  ["cache", 0o500],
  ["inner", 0o500],
  ["cache", 0o000],
] as const)("says why it can't remove the folder %s with %s", (name, mode) => {
  const paths = fillCache(createTempFolder());
  chmodSync(paths[name], mode);
  const expected = { folder: paths.cache, problem: "permission denied" };
  expect(removeCacheFolder(paths.folder)).toEqual(expected);
  chmodSync(paths[name], 0o700);
});
