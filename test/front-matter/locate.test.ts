import { expect, test } from "vitest";
import { findOddNumbers, locateFields } from "../../src/front-matter/locate.ts";
import { parseContentFile } from "../../src/front-matter/parse.ts";
import { splitFrontMatter } from "../../src/front-matter/split.ts";

test.each([
  { path: ["title"], location: { line: 2, column: 8 } },
  { path: ["items", 1, "id"], location: { line: 5, column: 9 } },
  { path: ["items", 0, "missing"], location: { line: 4, column: 5 } },
  { path: ["items", 9], location: { line: 4, column: 3 } },
  { path: ["missing"], location: { line: 1, column: 1 } },
  { path: [], location: { line: 1, column: 1 } },
])("locates $path at $location", async ({ path, location }) => {
  const matter = "title: One\nitems:\n  - id: a\n  - id: b";
  expect((await locateFields(matter, [path]))[0]).toMatchObject(location);
});

test("accepts a byte order mark before a merge key", async () => {
  const bytes = Buffer.from("---\n\ufeff<<: 012\n---\n");
  await parseContentFile(bytes);
  expect(await findOddNumbers(splitFrontMatter(bytes).matter)).toEqual([]);
});
