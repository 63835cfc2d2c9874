import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, findEdits } from "../../../src/domain/progress/patch.ts";
import { countRuns } from "../../helpers/runs.ts";

test.each([
  {
    name: "a changed field",
    before: { a: 1, b: 2 },
    after: { a: 1, b: 3 },
    edits: [{ at: "/b", was: 2 }],
  },
  { name: "a new field", before: { a: 1 }, after: { a: 1, b: 2 }, edits: [{ at: "/b" }] },
  {
    name: "a removed field",
    before: { a: 1, b: 2 },
    after: { a: 1 },
    edits: [{ at: "/b", was: 2 }],
  },
  { name: "a longer list", before: [1], after: [1, 2, 3], edits: [{ at: "/2" }, { at: "/1" }] },
  {
    name: "a shorter list",
    before: [1, 2, 3],
    after: [1],
    edits: [
      { at: "/1", was: 2 },
      { at: "/2", was: 3 },
    ],
  },
  {
    name: "names with slashes",
    before: { "a/b~": 1 },
    after: { "a/b~": 2 },
    edits: [{ at: "/a~1b~0", was: 1 }],
  },
  {
    name: "a nested field",
    before: { a: [{ b: 1 }] },
    after: { a: [{ b: 2 }] },
    edits: [{ at: "/a/0/b", was: 1 }],
  },
  {
    name: "a change that would reorder fields",
    before: { a: 1, b: 2 },
    after: { b: 2 },
    edits: [{ at: "", was: { a: 1, b: 2 } }],
  },
  { name: "no change", before: { a: [1] }, after: { a: [1] }, edits: [] },
])("finds the smallest edits for $name", ({ before, after, edits }) => {
  expect(findEdits(before, after)).toEqual(edits);
  expect(JSON.stringify(applyEdits(after, edits))).toBe(JSON.stringify(before));
});

test("restores any value from any other, byte for byte", () => {
  const value = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 });
  fc.assert(
    fc.property(value, value, (before, after) => {
      const again = applyEdits(after, findEdits(before, after));
      expect(JSON.stringify(again)).toBe(JSON.stringify(before));
    }),
    { numRuns: countRuns(2000) },
  );
});

test("throws for the edits of another value", () => {
  expect(() => applyEdits({ a: 1 }, [{ at: "/a/b", was: 2 }])).toThrow(TypeError);
  expect(() => applyEdits([1], [{ at: "/7", was: 2 }])).toThrow(TypeError);
});
