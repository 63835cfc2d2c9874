import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const samples = readdirSync("test/fixtures/progress");

test("has a sample of every version", () => {
  expect(samples).toEqual(
    Array.from({ length: emptyProgress.version }, (_, index) => `v${index + 1}.json`),
  );
});

test.each(samples)("reads all of %s and keeps it when saving", async (sample) => {
  const text = readFileSync(join("test/fixtures/progress", sample), "utf8");
  const folder = createTempFolder();
  writeFileSync(join(folder, "progress.json"), text);
  const store = openTestStore(folder);
  const { undo, ...progress } = JSON.parse(text);
  expect(undo.past.length).toBeGreaterThan(0);
  expect(await store.load()).toEqual(progress);
  await store.update((saved) => ({ ...saved, colour: "green" }));
  await store.undo();
  expect(await store.load()).toEqual(progress);
  expect(await store.undo()).toBeDefined();
});
