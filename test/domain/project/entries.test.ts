import fc from "fast-check";
import { expect, test } from "vitest";
import { matchEntries } from "../../../src/domain/project/entries.ts";

const old = [
  { id: "a", text: "One" },
  { id: "b", text: "Two" },
  { id: "c", text: "Three" },
];

test.each([
  { name: "the same list", texts: ["One", "Two", "Three"], want: ["a", "b", "c"] },
  {
    name: "one more at the end",
    texts: ["One", "Two", "Three", "Four"],
    want: ["a", "b", "c", "new-1"],
  },
  {
    name: "one more in front",
    texts: ["Zero", "One", "Two", "Three"],
    want: ["new-1", "a", "b", "c"],
  },
  { name: "one taken out", texts: ["One", "Three"], want: ["a", "c"] },
  { name: "another order", texts: ["Three", "One", "Two"], want: ["c", "a", "b"] },
  { name: "one reworded in its place", texts: ["One", "2", "Three"], want: ["a", "b", "c"] },
  { name: "the same line twice", texts: ["One", "One", "Three"], want: ["a", "b", "c"] },
  { name: "nothing", texts: [], want: [] },
])("$name: $want", ({ texts, want }) => {
  let count = 0;
  const entries = matchEntries(old, texts, () => `new-${++count}`);
  expect(entries).toEqual(want.map((id, index) => ({ id, text: texts[index] })));
});

test("keeps the id of each text that stays, and gives no id twice, for any edit", () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      let count = 0;
      const known = matchEntries([], before, () => `old-${++count}`);
      const entries = matchEntries(known, after, () => `new-${++count}`);
      expect(entries.map(({ text }) => text)).toEqual(after);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(after.length);
      for (const { id, text } of known) {
        const kept = entries.find((entry) => entry.text === text);
        if (kept) expect(kept.id).toBe(id);
      }
    }),
  );
});
