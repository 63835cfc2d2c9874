import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { FrontMatterError } from "../../src/front-matter/front-matter-error.ts";
import { findOddNumbers, locateFields } from "../../src/front-matter/locate.ts";
import { parseContentFile } from "../../src/front-matter/parse.ts";
import { splitFrontMatter } from "../../src/front-matter/split.ts";
import { countRuns } from "../helpers/runs.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseContentFile(encode(text));

/** Set by code in a file, if it ever runs. */
const flag = globalThis as { codeOfAFileRan?: boolean };
const code = "globalThis.codeOfAFileRan = true";

afterEach(() => {
  expect(flag.codeOfAFileRan).toBeUndefined();
});

test("reads fields and body with any line ends, and with a byte order mark", async () => {
  const text = "---\ntitle: One\nlist: [a, b]\n---\n\nProse,\n--- and more.\n";
  const expected = {
    fields: { title: "One", list: ["a", "b"] },
    body: "Prose,\n--- and more.",
    matter: "title: One\nlist: [a, b]",
    bodyLine: 6,
    isChecked: false,
  };
  expect(await parse(text)).toEqual(expected);
  expect(await parse(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  expect(await parse(text.replaceAll("\n", "\r"))).toEqual(expected);
  expect(await parse(`\uFEFF${text}`)).toEqual(expected);
});

test("gives the fields no prototype", async () => {
  const { fields } = await parse("---\na: { b: 1 }\n---\n");
  expect(Object.getPrototypeOf(fields)).toBeNull();
  expect(Object.getPrototypeOf((fields as { a: object }).a)).toBeNull();
});

test("takes fields that are known without parsing them", async () => {
  const text = encode("---\n{ not yaml\n---\nbody");
  expect(await parseContentFile(text, { title: "known" })).toEqual({
    fields: { title: "known" },
    body: "body",
    matter: "{ not yaml",
    bodyLine: 4,
    isChecked: true,
  });
  await expect(parseContentFile(text)).rejects.toBeInstanceOf(FrontMatterError);
});

const firstLine = "the first line must be exactly ---";
const noEnd = "the second --- is missing";
const tooBig = "the fields are nested too deep or have too many values";
const blank = "there are more than 200 blank lines between the two ---";
const inside = "a line between the two --- starts with ---";
const tab = "there is a tab at the start of the line";

test.each([
  {
    name: "over 256 kB",
    text: `---\na: 1\n---\n${"x".repeat(256 * 1024)}`,
    message: "the file is larger than 256 kB",
  },
  { name: "empty", text: "", message: firstLine },
  { name: "no front matter", text: "# Title\n", message: firstLine },
  { name: "a space after the first ---", text: "--- \na: 1\n---\n", message: firstLine },
  { name: "a blank line first", text: "\n---\na: 1\n---\n", message: firstLine },
  { name: "two byte order marks", text: "\uFEFF\uFEFF---\na: 1\n---\n", message: firstLine },
  { name: "unclosed", text: "---\na: 1\n", message: noEnd },
  { name: "closed with four dashes", text: "---\na: 1\n----\n", message: noEnd },
  { name: "closed with a space before", text: "---\na: 1\n ---\n", message: noEnd },
  { name: "a tab as indentation", text: "---\na:\n\tb: 1\n---\n", message: tab, line: 3 },
  { name: "a tab after spaces", text: "---\na:\n  \tb: 1\n---\n", message: tab, line: 3 },
  { name: "201 blank lines", text: `---\na: 1\n${" \n".repeat(201)}---\n`, message: blank },
  {
    name: "blank lines of carriage returns",
    text: `---\na: 1\n${"\r".repeat(50_000)}\n---\n`,
    message: blank,
  },
  {
    name: "blank lines of U+2028",
    text: `---\na: 1\n${"\u2028".repeat(50_000)}\n---\n`,
    message: blank,
  },
  {
    name: "a line of dashes between the fields",
    text: "---\na: 1\n----\nb: 2\n---\n",
    message: inside,
    line: 3,
  },
  {
    name: "a second document",
    text: "---\na: 1\n--- # two\nb: 2\n---\n",
    message: inside,
    line: 3,
  },
  {
    name: "13 nested lists",
    text: `---\na: ${"[".repeat(13)}${"]".repeat(13)}\n---\n`,
    message: tooBig,
  },
  { name: "10,000 values", text: `---\na: [${"1,".repeat(9_999)}]\n---\n`, message: tooBig },
  { name: "a list that contains itself", text: "---\na: &a [*a]\n---\n", message: tooBig },
  {
    name: "__proto__",
    text: "---\n__proto__: { a: 1 }\n---\n",
    message: 'the field "__proto__" is not allowed',
  },
  {
    name: "a nested constructor",
    text: "---\na: [{ constructor: 1 }]\n---\n",
    message: 'the field "constructor" is not allowed',
  },
  {
    name: "prototype",
    text: "---\nprototype: 1\n---\n",
    message: 'the field "prototype" is not allowed',
  },
  {
    name: "a field twice",
    text: "---\na: 1\na: 2\n---\n",
    message: "the fields are not valid YAML: this field appears twice",
    line: 3,
  },
])("rejects $name", async ({ text, message, line = 1 }) => {
  const error = await parse(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FrontMatterError);
  expect(error).toMatchObject({ message, line });
  expect((error as FrontMatterError).fix).toMatch(/\w/);
});

test("accepts a file at the limits", async () => {
  const file = `---\na: ${"[".repeat(11)}${"]".repeat(11)}\n${"\n".repeat(200)}---\n`;
  expect(splitFrontMatter(encode(file.padEnd(256 * 1024, "x"))).body).toMatch(/^x+$/);
  await expect(parse(file)).resolves.toBeDefined();
  await expect(parse(`---\na: [${"1,".repeat(9_990)}]\n---\n`)).resolves.toBeDefined();
});

test("rejects aliases that multiply before they fill the memory", async () => {
  const levels = [..."bcdefghij"].map(
    (name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghi"[index]}`)}]`,
  );
  const text = `---\na: &a [1,1,1,1,1,1,1,1,1,1]\n${levels.join("\n")}\n---\n`;
  await expect(parse(text)).rejects.toThrow(tooBig);
});

test("rejects bytes that are not UTF-8", async () => {
  const bytes = new Uint8Array([...encode("---\ntitle: caf"), 0xe9, ...encode("\n---\n")]);
  await expect(parseContentFile(bytes)).rejects.toMatchObject({
    message: "the file is not UTF-8 text",
    fix: "save it again as UTF-8",
  });
});

const spellings = [
  "js",
  "javascript",
  "JS",
  "Javascript",
  " js",
  "\tjs",
  "node",
  "coffee",
  "cson",
  "json",
  "js # yaml",
];

test.each(spellings)("rejects ---%s and never runs the code below it", async (language) => {
  for (const body of [`module.exports = (${code})`, `{ "a": (${code}) }`, `(${code})`]) {
    await expect(parse(`---${language}\n${body}\n---\n`)).rejects.toThrow(firstLine);
    await expect(parse(`---\n---${language}\n${body}\n---\n`)).rejects.toThrow(FrontMatterError);
  }
});

test.each([
  `a: !!js/function 'function () { ${code} }'`,
  `a: !!js/undefined ''`,
  `toString: !!js/function 'function () { ${code} }'`,
  `a: !<tag:yaml.org,2002:js/regexp> /x/`,
])("rejects the tag of %s", async (line) => {
  await expect(parse(`---\n${line}\n---\n`)).rejects.toThrow(
    "the fields are not valid YAML: a text starts with an exclamation mark, or asks for code",
  );
});

const fragments =
  "---|\n|\r|\u2028|\t| |a: |- |? |&a |*a|<<: |[|]|{|}|'|\"|#|!!js/function |!!binary |>-\n|" +
  "%YAML 1.2|__proto__: |\uFEFF|\0|012|12:30";
const pieces = fc.constantFrom("|\n", code, ...fragments.split("|"));
const anyFile = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "grapheme" }),
);

test("returns data or throws a FrontMatterError for any file, and locates fields", async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, fc.boolean(), async (matter, fenced) => {
      const bytes = encode(fenced ? `---\n${matter}\n---\n` : matter);
      try {
        await parseContentFile(bytes);
        const [location] = await locateFields(splitFrontMatter(bytes).matter, [["a", 0]]);
        expect(location?.line).toBeGreaterThan(0);
        await findOddNumbers(splitFrontMatter(bytes).matter);
      } catch (error) {
        if (!(error instanceof FrontMatterError)) throw error;
        expect(error.line).toBeGreaterThan(0);
        expect(error.message).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: countRuns(10_000) },
  );
});

test("throws a FrontMatterError for random bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => splitFrontMatter(bytes)).toThrow(FrontMatterError);
    }),
  );
});
