import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { describeSelf } from "../../src/store/lock-owner.ts";
import { answered, progressOf, runOf } from "../helpers/samples.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const valid = progressOf(runOf("a", { problem: answered("yes") }));
const text = JSON.stringify(valid);

/** Opens a store in a new folder. Its saved file doesn't exist, but may have a backup. */
function createStore(backup?: string) {
  const folder = createTempFolder();
  const file = join(folder, "progress.json");
  if (backup !== undefined) writeFileSync(`${file}.bak`, backup);
  return { folder, file, store: openTestStore(folder) };
}

test("reports a folder in place of the file, and moves it aside in a restore", async () => {
  const { file, store } = createStore(text);
  mkdirSync(file);
  await expect(store.update(() => valid)).rejects.toMatchObject({
    message: expect.stringContaining("(it is a folder)"),
  });
  const { aside = "" } = (await store.restore()) ?? {};
  expect(statSync(aside).isDirectory()).toBe(true);
  expect(await store.load()).toEqual(valid);
});

test.skipIf(process.platform === "win32")(
  "does not wait for a pipe in place of the file (Windows has none)",
  async () => {
    const { file, store } = createStore();
    spawnSync("mkfifo", [file]);
    await expect(store.load()).rejects.toMatchObject({
      message: expect.stringContaining("(it is not a regular file)"),
    });
    await expect(store.update(() => valid)).rejects.toMatchObject({ exitCode: 4 });
  },
);

test.skipIf(process.platform === "win32")(
  "keeps a link when saving, and reports a broken link",
  async () => {
    const elsewhere = createTempFolder();
    const { file, store } = createStore();
    symlinkSync(join(elsewhere, "mine.json"), file);
    const expected = {
      message: `Your saved progress in "${file}" can't be opened: it doesn't exist.`,
      exitCode: 4,
    };
    await expect(store.load()).rejects.toMatchObject(expected);
    await expect(store.update(() => valid)).rejects.toMatchObject(expected);
    expect(readdirSync(elsewhere)).toEqual([]);
    writeFileSync(join(elsewhere, "mine.json"), text);
    await store.update((progress) => ({ ...progress, color: "green" }));
    expect(JSON.parse(readFileSync(join(elsewhere, "mine.json"), "utf8"))).toMatchObject({
      color: "green",
    });
    expect(readdirSync(elsewhere)).toEqual(["mine.json", "mine.json.bak"]);
    expect(await store.load()).toEqual({ ...valid, color: "green" });
  },
);

test.skipIf(process.platform === "win32")(
  "does not move the target of a link aside during a save",
  async () => {
    const elsewhere = join(createTempFolder(), "mine.json");
    const { folder, file } = createStore();
    const store = openTestStore(folder, { giveUpAfter: 50 });
    symlinkSync(elsewhere, file);
    writeFileSync(elsewhere, text);
    writeFileSync(
      `${elsewhere}.lock`,
      JSON.stringify(describeSelf({ pid: process.ppid, kill: process.kill })),
    );
    await expect(store.moveAside()).rejects.toMatchObject({ exitCode: 4 });
    rmSync(`${elsewhere}.lock`);
    expect(readdirSync(folder)).toEqual(["progress.json"]);
    rmSync(elsewhere);
    await store.moveAside();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^progress-.*\.json$/)]);
  },
);

test.skipIf(process.platform === "win32").each<[string, (lock: string) => void]>([
  ["a pipe", (lock) => spawnSync("mkfifo", [lock])],
  ["a broken link", (lock) => symlinkSync("nowhere", lock)],
  ["links in a loop", (lock) => symlinkSync("progress.json.lock", lock)],
  ["a link to a device without end", (lock) => symlinkSync("/dev/zero", lock)],
])("takes %s in place of the lock for no lock at all", async (_, create) => {
  const { file, store, folder } = createStore();
  create(`${file}.lock`);
  expect(await store.update(() => valid)).toEqual(valid);
  expect(readdirSync(folder)).toEqual(["progress.json"]);
});

test("waits for a large file in place of the lock without reading it", async () => {
  const folder = createTempFolder();
  const lock = join(folder, "progress.json.lock");
  writeFileSync(lock, "");
  truncateSync(lock, 3 * 1024 ** 3);
  utimesSync(lock, 0, 0);
  expect(await openTestStore(folder).update(() => valid)).toEqual(valid);
  expect(readdirSync(folder)).toEqual(["progress.json"]);
});

test.skipIf(process.platform === "win32")(
  "makes a new folder that only its owner can open",
  async () => {
    const folder = join(createTempFolder(), "config", "builder-pm");
    await openTestStore(folder).update(() => valid);
    for (const made of [folder, dirname(folder)]) expect(statSync(made).mode & 0o777).toBe(0o700);
  },
);

test.each([600, 10_000])("doesn't read a saved file of %i MB", async (megabytes) => {
  const { file, store } = createStore();
  writeFileSync(file, "");
  truncateSync(file, megabytes * 1024 ** 2);
  const expected = { message: expect.stringContaining("(it is larger than 500 MB)"), exitCode: 4 };
  await expect(store.load()).rejects.toMatchObject(expected);
  await expect(store.update(() => valid)).rejects.toMatchObject(expected);
  expect(statSync(file).size).toBe(megabytes * 1024 ** 2);
});

/** Progress with an answer of so many megabytes. */
const large = (megabytes: number) => ({ ...valid, text: "x".repeat(megabytes * 1024 ** 2) });

test("saves no progress that grows beyond 64 MB", async () => {
  const { store } = createStore();
  await store.update(() => valid);
  await expect(store.update(() => large(65))).rejects.toMatchObject({
    message: expect.stringContaining("would be larger than 64 MB, so this wasn't saved."),
    exitCode: 4,
  });
  expect(await store.load()).toEqual(valid);
});

test("saves progress that was larger than that, and shrinks", async () => {
  const folder = createTempFolder();
  writeFileSync(join(folder, "progress.json"), JSON.stringify(large(6)));
  const store = openTestStore(folder, { maxMegabytes: 4 });
  await expect(store.update(() => large(7))).rejects.toMatchObject({ exitCode: 4 });
  expect(await store.update(() => large(5))).toHaveProperty("text.length", 5 * 1024 ** 2);
});
