import { join } from "node:path";
import { expect, test } from "vitest";
import { loadLibrary } from "../../src/content/load.ts";
import { root } from "../helpers/context.ts";

const library = await loadLibrary({ folder: join(root, "content") }, ["checklists", "slices"]);
const { checklists, slices } = library;

test("loads the shipped checklist and slices", () => {
  expect(library.problems).toEqual([]);
  expect(checklists.map(({ id }) => id)).toEqual(["reality-check"]);
  expect(slices.length).toBeGreaterThan(4);
});

test("has a slice that trains each item", () => {
  const items = checklists.flatMap((checklist) => checklist.items.map(({ id }) => id));
  expect(new Set(slices.flatMap(({ trains }) => trains))).toEqual(new Set(items));
});
