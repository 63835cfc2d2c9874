import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePipe } from "../helpers/compile-cache.ts";
import { bin, cleanEnv, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

const hasCache = "enableCompileCache" in nodeModule;
const cacheOnly = test.runIf(hasCache);
const posixOnly = test.runIf(hasCache && process.platform !== "win32");

/** Creates a home, and ways to run the program there and to list what is in its cache. */
function createHome(home = createTempFolder()) {
  const temp = createTempFolder();
  const { NODE_DISABLE_COMPILE_CACHE: _off, ...base } = cleanEnv(home, {
    TMPDIR: temp,
    TEMP: temp,
  });
  const env = (more: Record<string, string>) => ({ ...base, ...more });
  const cache = join(home, "saved", "cache");
  return {
    ...{ home, cache, saved: join(home, "saved") },
    run: (words: readonly string[], more: Record<string, string> = {}) =>
      waitForEnd(spawn(process.execPath, [bin, ...words], { cwd: home, env: env(more) })),
    runInShell: (script: string) =>
      waitForEnd(spawn("bash", ["-c", script, "bash", process.execPath, bin], { env: env({}) })),
    /** Lists the files of code, without the folder that is named after the version of Node. */
    list: () => {
      const files = readdirSync(cache, { recursive: true, encoding: "utf8" });
      return files.filter((file) => /[\\/]/.test(file)).toSorted();
    },
  };
}

const answer = ["check", "--answer", "problem=yes"];
const done = { code: 0 };

cacheOnly("makes the cache with the first save, and fills it with later commands", async () => {
  const { run, saved, list } = createHome();
  expect(await run(["status"])).toMatchObject(done);
  expect(await run(answer)).toMatchObject(done);
  expect(readdirSync(saved)).toEqual(["cache", "progress.json"]);
  expect(list()).toEqual([]);
  await run(["--version"]);
  expect(list()).toEqual([]);
  const first = await run(["status"]);
  const files = list();
  expect(files.length).toBeGreaterThan(0);
  expect(await run(["status"])).toEqual(first);
  expect(list()).toEqual(files);
});

cacheOnly("a coding agent's shell neither makes nor fills the cache", async () => {
  const { run, saved, list } = createHome();
  await run(answer, { CLAUDECODE: "1" });
  expect(readdirSync(saved)).toEqual(["progress.json"]);
  await run(answer);
  await run(["status"], { CLAUDECODE: "1" });
  expect(list()).toEqual([]);
});

cacheOnly("the cache is off if the person says so", async () => {
  const { run, saved } = createHome();
  await run(answer, { NODE_DISABLE_COMPILE_CACHE: "1" });
  expect(readdirSync(saved)).toEqual(["progress.json"]);
});

cacheOnly("code of the cache that was cut off or damaged isn't run", async () => {
  const { run, cache, list } = createHome();
  await run(answer);
  const first = await run(["status"]);
  expect(list().length).toBeGreaterThan(1);
  for (const [index, file] of list().entries())
    writeFileSync(join(cache, file), index % 2 === 0 ? "" : "damaged".repeat(999));
  expect(await run(["status"])).toEqual(first);
});

posixOnly("a limit on the size of files doesn't end the program", async () => {
  const { run, runInShell, list } = createHome();
  await run(answer);
  const limited = await runInShell('ulimit -f 8; trap - XFSZ; exec "$1" "$2" status');
  expect(limited).toMatchObject(done);
  expect(list()).toEqual([]);
});

cacheOnly("doctor names the cache, and reset removes it", async () => {
  const { run, cache, saved } = createHome();
  await run(answer);
  await run(["status"]);
  const doctor = await run(["doctor", "--json"]);
  expect(JSON.parse(doctor.stdout).compileCache).toEqual({
    ...{ folder: cache, bytes: expect.any(Number), problem: null },
  });
  expect(await run(["reset", "--yes"])).toMatchObject(done);
  expect(readdirSync(saved)).toEqual([expect.stringMatching(/^progress-.*\.json$/)]);
});

cacheOnly("reset removes a cache without progress, and says so", async () => {
  const { run, cache, saved } = createHome();
  await run(answer);
  rmSync(join(saved, "progress.json"));
  expect(await run(["reset", "--yes"])).toMatchObject({
    ...done,
    stderr: `Nothing is saved yet. The compiled code in "${cache}" was removed.\n`,
  });
  expect(readdirSync(saved)).toEqual([]);
});

cacheOnly("doctor works without a temporary folder", async () => {
  const { run, home } = createHome();
  await run(answer);
  const gone = join(home, "gone");
  expect(await run(["doctor"], { TMPDIR: gone, TEMP: gone })).toMatchObject(done);
});

posixOnly("no command waits for a pipe in the cache, and doctor says why it is off", async () => {
  const { run, cache, list } = createHome();
  await run(answer);
  const expected = await run(["status"]);
  const [code = ""] = list();
  for (const file of [code, "CACHEDIR.TAG"]) {
    rmSync(join(cache, file));
    makePipe(join(cache, file));
    expect(await run(["status"])).toEqual(expected);
    const doctor = await run(["doctor"]);
    expect(doctor).toMatchObject(done);
    expect(doctor.stdout).toContain("isn't used");
  }
});

cacheOnly("the next save makes a cache anew that lost its marker", async () => {
  const { run, cache, list } = createHome();
  await run(answer);
  await run(["status"]);
  rmSync(join(cache, "CACHEDIR.TAG"));
  await run(["check", "--answer", "slice=yes"]);
  expect(list()).toEqual([]);
  await run(["status"]);
  expect(list().length).toBeGreaterThan(0);
});

const canMount = process.platform === "linux" && process.getuid?.() === 0;
const mountOnly = test.runIf(hasCache && canMount);

mountOnly("a cache that can't be removed doesn't stop a reset", async () => {
  const { run, cache, saved, list } = createHome();
  await run(answer);
  await run(["status"]);
  const inner = join(cache, list()[0] ?? "", "..");
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", inner]);
  try {
    const reset = await run(["reset", "--yes"]);
    expect(reset).toMatchObject(done);
    expect(reset.stderr).toContain("Your progress was moved to");
    expect(reset.stderr).toContain(`The compiled code in "${cache}" couldn't be removed: `);
    expect(existsSync(join(saved, "progress.json"))).toBe(false);
  } finally {
    execFileSync("umount", [inner]);
  }
});

mountOnly.each([
  ["bytes", "size=1m"],
  ["files", "size=100m,nr_inodes=500"],
])("leaves the last %s of a disk to the answers", async (_name, size) => {
  const home = createTempFolder();
  const saved = join(home, "saved");
  mkdirSync(saved, { mode: 0o700 });
  execFileSync("mount", ["-t", "tmpfs", "-o", `${size},mode=0700`, "tmpfs", saved]);
  try {
    const { run } = createHome(home);
    expect(await run(answer)).toMatchObject(done);
    await run(["status"]);
    expect(readdirSync(saved)).toEqual(["progress.json"]);
  } finally {
    execFileSync("umount", [saved]);
    rmSync(saved, { recursive: true });
  }
});
