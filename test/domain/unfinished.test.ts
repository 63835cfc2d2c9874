import { expect, test } from "vitest";
import { dropUnfinished, keepUnfinished, readUnfinished } from "../../src/domain/unfinished.ts";
import { newProject } from "../helpers/loop.ts";

const typed = new Map([
  ["checks", ["It stops.", "It runs."]],
  ["saw.2", ["It came out empty."]],
]);

test("what was typed is kept by step and name, offered there alone, and dropped once it is answered", () => {
  const kept = keepUnfinished(newProject(), "spec", typed);
  expect(readUnfinished(kept, "spec", "checks")).toEqual(["It stops.", "It runs."]);
  expect(readUnfinished(kept, "review", "checks")).toEqual([]);
  expect(readUnfinished(kept, "spec", "constructor")).toEqual([]);
  const left = dropUnfinished(kept, "spec", "checks");
  expect(left.unfinished).toEqual({ "spec.saw.2": ["It came out empty."] });
  expect(dropUnfinished(left, "spec", "saw.2")).toEqual(newProject());
});

test("nothing typed changes nothing", () => {
  const project = newProject();
  expect(keepUnfinished(project, "spec", new Map())).toBe(project);
});
