import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { mapTexts } from "../../src/domain/text/map-texts.ts";
import { newProject, progressWith, takeStep } from "../helpers/loop.ts";
import { noon } from "../helpers/samples.ts";
import { openTestStore, readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const SECRET = "hunter-two";
const written = progressWith(
  takeStep(newProject({ title: `Report ${SECRET}` }), "spec", { problem: `It uses ${SECRET}` }),
);
const take = <T>(value: T): T => mapTexts(value, (text) => text.replaceAll(SECRET, "[gone]"));

function readAll(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

test("takes a text out of the file, its undo steps, its backup and every copy", async () => {
  const folder = createTempFolder();
  const store = openTestStore(folder);
  await store.update(() => progressWith(newProject({ title: "Before" })));
  await store.update(() => written);
  await store.update(() => progressWith(newProject({ title: "After" })));
  await store.undo();
  for (const name of ["progress-2026-07-06T09-12-44.json", "progress (conflicted copy).json"])
    writeFileSync(join(folder, name), JSON.stringify(written));
  writeFileSync(join(folder, "progress-old.json"), JSON.stringify({ ...written, version: 1 }));
  writeFileSync(join(folder, "progress-newer.json"), JSON.stringify({ ...written, version: 9 }));

  expect(await store.rewrite(take)).toEqual({ left: [] });

  expect(readAll(folder)).not.toContain(SECRET);
  expect(readAll(folder).split("It uses [gone]").length).toBeGreaterThan(5);
  expect(readProgress(join(folder, "progress-newer.json"))).toMatchObject({ version: 9 });
});

test.each([
  "progress.json~",
  "progress.json.old",
  "progress.json.bak2",
  "progress-2026.json.bak",
  "Progress-LAPTOP.json",
  "progress2.json",
  "#progress.json#",
  "Copy of progress.json",
  "progress.sync-conflict-20260706-091244-ABCDEFG.json",
  ".stversions/progress~20260706-091244.json",
  ".dropbox.cache/2026-07-06/progress (deleted).json",
  "Backups/progress.json",
])("takes a text out of the odd copy %s", async (name) => {
  const folder = createTempFolder();
  const store = openTestStore(folder);
  await store.update(() => written);
  const copy = join(folder, name);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, JSON.stringify(written));
  const names = readdirSync(dirname(copy));
  expect(await store.rewrite(take)).toEqual({ left: [] });
  expect(readFileSync(copy, "utf8")).not.toContain(SECRET);
  expect(readProgress(copy).projects).toEqual(take(written).projects);
  expect(readdirSync(dirname(copy)).toSorted()).toEqual(expect.arrayContaining(names));
});

test("names what it can't change: other forms, and what a link leads to", async () => {
  const [folder, other] = [createTempFolder(), createTempFolder()];
  const store = openTestStore(folder);
  await store.update(() => written);
  const swap = join(folder, ".progress.json.swp");
  writeFileSync(swap, `b0VIM 8.2\0${SECRET}`);
  writeFileSync(join(other, "copy.json"), JSON.stringify(written));
  const link = join(folder, "progress-link.json");
  symlinkSync(join(other, "copy.json"), link);
  for (const [name, content] of Object.entries({
    "notes.json": { version: "1", text: SECRET },
    "unrelated-export.json": progressWith(newProject()),
    "my-export.json": written,
  }))
    writeFileSync(join(folder, name), JSON.stringify(content));
  const mine = join(folder, "my-export.json");
  expect(await store.rewrite(take)).toEqual({ left: [swap, link, mine] });
  expect(readProgress(mine)).toEqual(written);
  expect(readAll(other)).toContain(SECRET);
});

test("follows a saved file that is a link, and cleans both folders", async () => {
  const [folder, synced] = [createTempFolder(), createTempFolder()];
  writeFileSync(join(synced, "progress.json"), JSON.stringify(written));
  symlinkSync(join(synced, "progress.json"), join(folder, "progress.json"));
  for (const name of ["progress.json~", "progress.json.new.tmp-0123456789abcdef"])
    for (const each of [folder, synced]) writeFileSync(join(each, name), JSON.stringify(written));
  rmSync(join(folder, "progress.json.new.tmp-0123456789abcdef"));
  expect(await openTestStore(folder).rewrite(take)).toEqual({ left: [] });
  expect(readAll(folder) + readAll(synced)).not.toContain(SECRET);
});

test("undo and redo lead to the same states, without the text", async () => {
  const store = openTestStore(createTempFolder());
  await store.update(() => written);
  await store.update(() => progressWith(newProject({ title: "After" })));
  await store.rewrite(take);
  const undone = await store.undo();
  expect(undone?.after).toEqual(take(written));
  expect((await store.redo())?.after.projects[0]?.title).toBe("After");
});

test("names a copy that can't be read, and changes the others", async () => {
  const folder = createTempFolder();
  const store = openTestStore(folder);
  await store.update(() => written);
  const damaged = join(folder, "progress-damaged.json");
  writeFileSync(damaged, `{"title": "${SECRET}`);
  mkdirSync(join(folder, "progress-folder.json"));
  expect(await store.rewrite(take)).toEqual({
    left: [damaged, join(folder, "progress-folder.json")],
  });
  expect(readProgress(join(folder, "progress.json"))).toEqual(
    expect.objectContaining({ projects: take(written).projects }),
  );
});

test("creates nothing if nothing is saved", async () => {
  const folder = join(createTempFolder(), "none");
  const store = openTestStore(folder, { now: () => noon(2) });
  expect(await store.rewrite(take)).toEqual({ left: [] });
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});
