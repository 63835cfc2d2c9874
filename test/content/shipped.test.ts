import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { loadLibrary } from "../../src/content/load.ts";
import { Id } from "../../src/domain/fields.ts";
import { root } from "../helpers/context.ts";

const folder = join(root, "content");
const library = await loadLibrary({ folder }, ["checklists", "slices"]);
const { checklists, slices } = library;

test("the shipped content has no problems, and all of it is there", () => {
  expect(library.problems).toEqual([]);
  expect(checklists.map(({ id }) => id)).toEqual(["reality-check"]);
  expect(slices.map(({ id }) => id)).toEqual(["script", "clickable", "flow", "automation", "dashboard"]);
});

test.each(["checklists", "slices"] as const)("the %s have ids for names and an order each of its own", (kind) => {
  const entries = library[kind];
  expect(entries.filter(({ id }) => !v.is(Id, id))).toEqual([]);
  expect(new Set(entries.map(({ order }) => order)).size).toBe(entries.length);
});

test("the items of a checklist have ids of their own", () => {
  for (const { items } of checklists) expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

test("what a slice trains is an item, and every item is trained by one", () => {
  const items = new Set(checklists.flatMap((checklist) => checklist.items.map(({ id }) => id)));
  expect(new Set(slices.flatMap(({ trains }) => trains))).toEqual(items);
});

test("content is plain text that every terminal shows", () => {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  )) {
    const odd = /[^\n\x20-\x7e]/.exec(readFileSync(join(folder, file), "utf8"));
    expect({ file, odd: odd?.[0] }).toEqual({ file, odd: undefined });
  }
});
