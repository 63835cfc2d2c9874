import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { inspectCacheFolder } from "../../src/store/compile-cache-folder.ts";
import { type FilledCache, fillCache, makePipe, startWithCache } from "../helpers/compile-cache.ts";
import { createTempFolder } from "../helpers/temp.ts";

const posixOnly = test.skipIf(process.platform === "win32");

// The program leaves the temporary folder alone, where the folders of these tests are.
beforeEach(() => {
  for (const name of ["TMPDIR", "TMP", "TEMP"]) vi.stubEnv(name, createTempFolder());
  return () => vi.unstubAllEnvs();
});

/** What could be in the folder or done to it, and what `doctor` says of it. */
const changes: [string, string, (paths: FilledCache) => void][] = [
  ["others can change it", "another account", ({ cache }) => chmodSync(cache, 0o777)],
  ["a group can change it", "another account", ({ cache }) => chmodSync(cache, 0o770)],
  ["others can replace it", "another account", ({ folder }) => chmodSync(folder, 0o777)],
  ["others can add to it", "another account", ({ folder }) => chmodSync(folder, 0o1777)],
  ["others can change Node's folder", "another account", ({ inner }) => chmodSync(inner, 0o777)],
  [
    "Node's folder is a link",
    "another account",
    ({ folder, inner }) => {
      renameSync(inner, join(folder, "elsewhere"));
      symlinkSync(join(folder, "elsewhere"), inner);
    },
  ],
  ["Node would wait for a pipe", "isn't a file", ({ inner }) => makePipe(join(inner, "7751c830"))],
  [
    "there is a folder among the code",
    "isn't a file",
    ({ inner }) => mkdirSync(join(inner, "7751c830")),
  ],
  [
    "there is a link among the code",
    "isn't a file",
    ({ inner }) => symlinkSync(join(inner, "442caeed"), join(inner, "7751c830")),
  ],
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
  [
    "its number was used before",
    "copied",
    ({ marker }) => {
      const text = readFileSync(marker, "utf8");
      writeFileSync(
        marker,
        text.replace(/(?<=made at )\d+/, (time) => `${BigInt(time) - 1n}`),
      );
    },
  ],
  ["its marker is gone", "CACHEDIR.TAG", ({ marker }) => rmSync(marker)],
  [
    "its marker is a pipe",
    "CACHEDIR.TAG",
    ({ marker }) => {
      rmSync(marker);
      makePipe(marker);
    },
  ],
  [
    "its marker is a link",
    "CACHEDIR.TAG",
    ({ marker }) => {
      renameSync(marker, `${marker}-2`);
      symlinkSync(`${marker}-2`, marker);
    },
  ],
  [
    "its marker is large",
    "CACHEDIR.TAG",
    ({ marker }) => writeFileSync(marker, `${readFileSync(marker, "utf8")}${"x".repeat(2000)}`),
  ],
  [
    "it is full",
    "full",
    ({ inner }) => {
      for (let index = 0; index < 501; index++)
        writeFileSync(join(inner, index.toString(16).padStart(8, "0")), "code");
    },
  ],
];

posixOnly.each(changes)("doesn't run the code in it if %s", (_name, problem, change) => {
  const paths = fillCache(createTempFolder());
  change(paths);
  expect(startWithCache(paths.folder)).toEqual([]);
  expect(inspectCacheFolder(paths.folder, process.getuid?.())?.problem).toContain(problem);
});
