import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { readExported } from "../../src/store/exported.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const folder = "test/fixtures/progress";
const samples = readdirSync(folder);

/** Returns the text of a sample, and its progress as the current version saves it. */
function readSample(name: string) {
  const text = readFileSync(join(folder, name), "utf8");
  const { undo, ...progress } = JSON.parse(text);
  const wanted = structuredClone(progress);
  if (progress.version === 1) {
    const { spec, handoff } = wanted.projects[0].answers;
    handoff.engineer = spec.engineer;
    delete spec.engineer;
  }
  return { text, undo, progress, wanted: { ...wanted, version: emptyProgress.version } };
}

/** Opens a store in a new folder that contains a file with this text. */
function openSample(text: string) {
  const home = createTempFolder();
  writeFileSync(join(home, "progress.json"), text);
  const said: string[] = [];
  const store = openTestStore(home, { notify: (line) => void said.push(line) });
  return { home, store, said };
}

test("has a sample of every version", () => {
  expect(samples).toEqual(
    Array.from({ length: emptyProgress.version }, (_, index) => `v${index + 1}.json`),
  );
});

test.each(samples)("reads all of %s and keeps it when saving", async (sample) => {
  const { text, undo, wanted } = readSample(sample);
  const { store } = openSample(text);
  expect(undo.past.length).toBeGreaterThan(0);
  expect(await store.load()).toEqual(wanted);
  await store.update((saved) => ({ ...saved, colour: "green" }));
  await store.undo();
  expect(await store.load()).toEqual(wanted);
  expect(await store.undo()).toBeDefined();
});

test.each(samples)("%s can be undone to nothing, and redone to its end", async (sample) => {
  const { text, undo } = readSample(sample);
  const { store } = openSample(text);
  const before = await store.load();
  for (const _ of undo.past) expect(await store.undo()).toBeDefined();
  expect(await store.load()).toEqual(emptyProgress);
  expect(await store.undo()).toBeUndefined();
  for (const _ of undo.past) await store.redo();
  expect(await store.load()).toEqual(before);
  for (const _ of undo.undone) expect(await store.redo()).toBeDefined();
  expect(await store.redo()).toBeUndefined();
});

test("the first save keeps a file of version 1, and says where", async () => {
  const { text } = readSample("v1.json");
  const { home, store, said } = openSample(text);
  await store.load();
  expect(readdirSync(home)).toEqual(["progress.json"]);
  await store.update((saved) => ({ ...saved, colour: "green" }));
  const copy = join(home, "progress-2026-11-01T12-00-00.json");
  expect(readFileSync(copy, "utf8")).toBe(text);
  expect(said).toEqual([
    `Your progress is now saved in a new format. The old file is kept: "${copy}"`,
  ]);
  await store.update((saved) => ({ ...saved, colour: "blue" }));
  expect(said).toHaveLength(1);
  expect(readdirSync(home)).toEqual([
    "progress-2026-11-01T12-00-00.json",
    "progress.json",
    "progress.json.bak",
  ]);
});

test("a file of the current version is saved without a copy", async () => {
  const { home, store, said } = openSample(readSample("v2.json").text);
  await store.update((saved) => ({ ...saved, colour: "green" }));
  expect(said).toEqual([]);
  expect(readdirSync(home)).toEqual(["progress.json", "progress.json.bak"]);
});

test.each(samples)("imports what %s exported", (sample) => {
  const { progress, wanted } = readSample(sample);
  expect(readExported(JSON.stringify(progress), sample)).toEqual(wanted);
});
