import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
