import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import {
  FrontMatterError,
  findOddNumbers,
  locateFields,
  parseContentFile,
  splitFrontMatter,
} from "../src/front-matter.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseContentFile(encode(text));

/** What code in a file would set, if it ever ran. */
const flag = globalThis as { codeOfAFileRan?: boolean };
const code = "globalThis.codeOfAFileRan = true";

afterEach(() => {
  expect(flag.codeOfAFileRan).toBeUndefined();
});

test("reads fields and prose with any line ending and a byte order mark", async () => {
  const text = "---\ntitle: One\nlist: [a, b]\n---\n\nProse,\n--- and more.\n";
  const want = {
    fields: { title: "One", list: ["a", "b"] },
    body: "Prose,\n--- and more.",
    matter: "title: One\nlist: [a, b]",
    bodyLine: 6,
    isChecked: false,
  };
  expect(await parse(text)).toEqual(want);
  expect(await parse(text.replaceAll("\n", "\r\n"))).toEqual(want);
  expect(await parse(text.replaceAll("\n", "\r"))).toEqual(want);
  expect(await parse(`\uFEFF${text}`)).toEqual(want);
});

test("fields have no prototype that a file could change", async () => {
  const { fields } = await parse("---\na: { b: 1 }\n---\n");
  expect(Object.getPrototypeOf(fields)).toBeNull();
  expect(Object.getPrototypeOf((fields as { a: object }).a)).toBeNull();
});

test("doesn't parse what is in the table", async () => {
  const text = encode("---\n{ not yaml\n---\nbody");
  expect(await parseContentFile(text, { "{ not yaml": { title: "known" } })).toEqual({
    fields: { title: "known" },
    body: "body",
    matter: "{ not yaml",
    bodyLine: 4,
    isChecked: true,
  });
  await expect(parseContentFile(text, {})).rejects.toBeInstanceOf(FrontMatterError);
});

test.each([
  { path: ["title"], want: { line: 2, column: 8 } },
  { path: ["items", 1, "id"], want: { line: 5, column: 9 } },
  { path: ["items", 0, "missing"], want: { line: 4, column: 5 } },
  { path: ["items", 9], want: { line: 4, column: 3 } },
  { path: ["missing"], want: { line: 1, column: 1 } },
  { path: [], want: { line: 1, column: 1 } },
])("locates $path at $want", async ({ path, want }) => {
  expect((await locateFields("title: One\nitems:\n  - id: a\n  - id: b", [path]))[0]).toMatchObject(
    want,
  );
});

const pieces = fc.constantFrom(
  "---",
  "\n",
  "\r",
  "\u2028",
  "\t",
  " ",
  "a: ",
  "- ",
  "? ",
  "&a ",
  "*a",
  "<<: ",
  "[",
  "]",
  "{",
  "}",
  "'",
  '"',
  "#",
  "!!js/function ",
  "!!binary ",
  "|\n",
  ">-\n",
  "%YAML 1.2",
  "__proto__: ",
  "\uFEFF",
  "\0",
  "012",
  "12:30",
  code,
);

const anyFile = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "grapheme" }),
);

test("any file gives data or a FrontMatterError", async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, fc.boolean(), async (matter, fenced) => {
      const bytes = encode(fenced ? `---\n${matter}\n---\n` : matter);
      try {
        await parseContentFile(bytes);
        const [place] = await locateFields(splitFrontMatter(bytes).matter, [["a", 0]]);
        expect(place?.line).toBeGreaterThan(0);
        await findOddNumbers(splitFrontMatter(bytes).matter);
      } catch (error) {
        if (!(error instanceof FrontMatterError)) throw error;
        expect(error.line).toBeGreaterThan(0);
        expect(error.message).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 10_000 },
  );
});

test("accepts a byte order mark before a merge key", async () => {
  const bytes = Buffer.from("---\n\ufeff<<: 012\n---\n");
  await parseContentFile(bytes);
  expect(await findOddNumbers(splitFrontMatter(bytes).matter)).toEqual([]);
});
