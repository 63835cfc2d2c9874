import { expect, test } from "vitest";
import {
  dropUnfinished,
  keepUnfinished,
  readUnfinished,
} from "../../../src/domain/project/unfinished.ts";
import { newProject } from "../../helpers/loop.ts";

const typed = new Map([
  ["checks", { lines: ["It stops.", "It runs."], draft: "It" }],
  ["saw.2", { draft: "It came out empty." }],
  ["edges", { lines: [] }],
]);

test("keeps what was typed by step and name, and drops it once it is answered", () => {
  const kept = keepUnfinished(newProject(), "spec", typed);
  for (const [name, words] of typed) expect(readUnfinished(kept, "spec", name)).toEqual(words);
  expect(readUnfinished(kept, "review", "checks")).toBeUndefined();
  expect(readUnfinished(kept, "spec", "constructor")).toBeUndefined();
  const left = dropUnfinished(kept, "spec", "checks");
  expect(left.unfinished).toEqual({ "spec.edges": [] });
  expect(left.drafts).toEqual({ "spec.saw.2": "It came out empty." });
  const none = dropUnfinished(dropUnfinished(left, "spec", "saw.2"), "spec", "edges");
  expect(none).toEqual(newProject());
});

test("replaces what was kept before", () => {
  const first = keepUnfinished(newProject(), "spec", typed);
  const second = keepUnfinished(first, "spec", new Map([["checks", { lines: ["It runs."] }]]));
  expect(readUnfinished(second, "spec", "checks")).toEqual({ lines: ["It runs."] });
});

test("changes nothing if nothing was typed", () => {
  const project = newProject();
  expect(keepUnfinished(project, "spec", new Map())).toBe(project);
});
