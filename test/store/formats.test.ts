import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const samples = readdirSync("test/fixtures/progress");

/** A store in a folder of its own, over this text. */
function storeOver(text: string, migrations = {}) {
  const folder = createTempFolder();
  const file = join(folder, "progress.json");
  writeFileSync(file, text);
  return { folder, file, store: openTestStore(folder, { migrations }) };
}

test("there is a sample of every version", () => {
  expect(samples).toEqual(
    Array.from({ length: emptyProgress.version }, (_, index) => `v${index + 1}.json`),
  );
});

test.each(samples)(
  "the sample %s is read whole, and what is saved over it keeps all of it",
  async (sample) => {
    const text = readFileSync(join("test/fixtures/progress", sample), "utf8");
    const { store } = storeOver(text);
    const { undo, ...progress } = JSON.parse(text);
    expect(undo.past.length).toBeGreaterThan(0);
    expect(await store.load()).toEqual(progress);
    await store.update((saved) => ({ ...saved, colour: "green" }));
    await store.undo();
    expect(await store.load()).toEqual(progress);
    expect(await store.undo()).toBeDefined();
  },
);

const older = '{"version":0,"answers":["yes"]}';

test("an older version is brought up to date with the first save, and the old file is kept as it was", async () => {
  const toFirst = ({ answers }: Readonly<Record<string, unknown>>) => ({
    runs: [],
    projects: [],
    older: answers,
  });
  const { folder, file, store } = storeOver(older, { 0: toFirst });
  expect(await store.load()).toEqual({ ...emptyProgress, older: ["yes"] });
  expect(readFileSync(file, "utf8")).toBe(older);
  await store.update((saved) => ({ ...saved, colour: "green" }));
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    version: 1,
    older: ["yes"],
    colour: "green",
  });
  await store.update((saved) => ({ ...saved, colour: "red" }));
  expect(readFileSync(join(folder, "progress-version-0.json"), "utf8")).toBe(older);
});

test.each([
  {
    name: "throws",
    migrate: () => {
      throw new Error("there is no bridge");
    },
    reason: "it cannot be brought up to date: there is no bridge",
  },
  {
    name: "makes something else",
    migrate: () => ({ runs: "none" }),
    reason: '"runs" is not what it should be',
  },
])("a migration that $name leaves the file byte for byte", async ({ migrate, reason }) => {
  const { folder, file, store } = storeOver(older, { 0: migrate });
  const refusal = {
    message: `The saved progress in "${file}" is damaged (${reason}), and was left as it is.`,
  };
  await expect(store.load()).rejects.toMatchObject(refusal);
  await expect(store.update((saved) => saved)).rejects.toMatchObject(refusal);
  expect(readFileSync(file, "utf8")).toBe(older);
  expect(readdirSync(folder)).toEqual(["progress.json"]);
});
