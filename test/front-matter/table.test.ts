import { expect, test } from "vitest";
import { openTable } from "../../src/front-matter/table.ts";

const fields = { title: "known" };
const table = openTable(
  { "a.md": { start: 0, end: 3, fields }, "b.md": { start: 3, end: 6, fields } },
  Buffer.from("oneTWO"),
);

test.each([
  ["a.md", "one", fields],
  ["b.md", "TWO", fields],
  ["a.md", "onE", undefined],
  ["a.md", "TWO", undefined],
  ["a.md", "on", undefined],
  ["a.md", "oneT", undefined],
  ["c.md", "one", undefined],
  ["constructor", "", undefined],
])("the fields of %s with the text %j are %j", (name, text, expected) => {
  expect(table.findFields(name, Buffer.from(text))).toBe(expected);
});
