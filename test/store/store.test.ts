import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyProgress, type Progress } from "../../src/domain/progress/progress.ts";
import { answered, progressOf, runOf } from "../helpers/samples.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const one = progressOf(
  runOf("a", { problem: answered("yes", { evidence: "14 tickets" }) }, { open: true }),
);
const two = progressOf(...one.runs, runOf("b", {}));

/** Opens a store in a new folder that contains `saved`. */
function storeWith(saved?: string) {
  const folder = createTempFolder();
  const file = join(folder, "progress.json");
  if (saved !== undefined) writeFileSync(file, saved);
  return { folder, file, store: openTestStore(folder) };
}

test("returns empty progress before the first answer and creates nothing", async () => {
  const home = join(createTempFolder(), "not", "there");
  const store = openTestStore(home);
  expect(await store.load()).toEqual(emptyProgress);
  expect(await store.moveAside()).toBeUndefined();
  expect(store.file).toBe(join(home, "progress.json"));
  expect(existsSync(join(home, ".."))).toBe(false);
});

test("reads without changing anything", async () => {
  const { folder, file, store } = storeWith(JSON.stringify(one));
  const before = statSync(file).mtimeMs;
  expect(await store.load()).toEqual(one);
  expect(readFileSync(file, "utf8")).toBe(JSON.stringify(one));
  expect(statSync(file).mtimeMs).toBe(before);
  expect(readdirSync(folder)).toEqual(["progress.json"]);
});

test("creates the folder on the first save", async () => {
  const home = join(createTempFolder(), "deep", "er");
  expect(await openTestStore(home).update(() => one)).toEqual(one);
  expect(await openTestStore(home).load()).toEqual(one);
  expect(readdirSync(home)).toEqual(["progress.json"]);
  expect(readFileSync(join(home, "progress.json"), "utf8")).toMatch(
    /^\{\n {2}"version": 2,\n[\s\S]*\}\n$/,
  );
});

test("keeps the previous file as the backup, byte for byte", async () => {
  const { file, store } = storeWith(JSON.stringify(one));
  await store.update(() => two);
  expect(readFileSync(`${file}.bak`, "utf8")).toBe(JSON.stringify(one));
  const before = readFileSync(file, "utf8");
  await store.update((saved) => ({ ...saved, colour: "green" }));
  expect(readFileSync(`${file}.bak`, "utf8")).toBe(before);
});

test("applies a change to what is in the file now", async () => {
  const { folder, store } = storeWith();
  await store.load();
  await openTestStore(folder).update(() => one);
  await store.update((saved) => ({ ...saved, runs: [...saved.runs, runOf("b", {})] }));
  expect(await store.load()).toEqual(two);
});

test.skipIf(process.platform === "win32")(
  "lets only the owner read the file (Windows has no such modes)",
  async () => {
    const { file, store } = storeWith();
    await store.update(() => one);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    await store.update(() => two);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  },
);

test("keeps unknown fields when saving", async () => {
  const saved = {
    ...one,
    colour: "green",
    runs: [{ ...one.runs[0], mood: "calm", answers: { gone: { ...answered("yes"), a: [1] } } }],
  };
  const { store } = storeWith(JSON.stringify(saved));
  const change = (progress: Progress) => ({
    ...progress,
    runs: [...progress.runs, runOf("b", {})],
  });
  await store.update(change);
  expect(await store.load()).toEqual({ ...saved, runs: [...saved.runs, runOf("b", {})] });
});

test("moves a damaged file aside without replacing another file", async () => {
  const { folder, file, store } = storeWith("{ damaged");
  const first = await store.moveAside();
  writeFileSync(file, "{ damaged again");
  const second = await store.moveAside();
  expect([first, second]).toEqual([
    join(folder, "progress-2026-11-01T12-00-00.json"),
    join(folder, "progress-2026-11-01T12-00-00-2.json"),
  ]);
  expect(readFileSync(String(first), "utf8")).toBe("{ damaged");
  expect(readFileSync(String(second), "utf8")).toBe("{ damaged again");
  expect(existsSync(file)).toBe(false);
});

test("reports a folder that can't be created", async () => {
  const folder = createTempFolder();
  writeFileSync(join(folder, "plain"), "a plain file");
  const home = join(folder, "plain", "home");
  const store = openTestStore(home);
  const file = join(home, "progress.json");
  await expect(store.update(() => one)).rejects.toMatchObject({
    message: expect.stringContaining(": part of the path isn't a folder. "),
    exitCode: 4,
    fix: expect.stringContaining("or set BUILDER_PM_HOME to another folder."),
  });
  expect(store.file).toBe(file);
  expect(readFileSync(join(folder, "plain"), "utf8")).toBe("a plain file");
});

test.skipIf(process.platform !== "linux")(
  "reports a folder in which no file can be created, such as /proc",
  async () => {
    const store = openTestStore("/proc/self");
    await expect(store.update(() => one)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Your progress can't be saved in "\/proc\/self\/progress\.json": .*\.$/,
      ),
      exitCode: 4,
      fix: expect.stringMatching(
        /^If the disk is full, free up space\. .* For details: builder-pm doctor$/,
      ),
    });
  },
);
