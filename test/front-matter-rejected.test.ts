import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { FrontMatterError, parseContentFile, splitFrontMatter } from "../src/front-matter.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseContentFile(encode(text));

/** What code in a file would set, if it ever ran. */
const flag = globalThis as { codeOfAFileRan?: boolean };
const code = "globalThis.codeOfAFileRan = true";

afterEach(() => {
  expect(flag.codeOfAFileRan).toBeUndefined();
});

const firstLine = "the first line must be exactly ---";
const noEnd = "the second --- is missing";
const tooBig = "the fields are nested too deep or hold too many values";
const blank = "there are more than 200 blank lines between the two ---";
const inside = "a line between the two --- starts with ---";
const tab = "a tab stands at the start of the line";

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

test.each([
  {
    name: "over 256 kB",
    text: `---\na: 1\n---\n${"x".repeat(256 * 1024)}`,
    message: "the file is larger than 256 kB",
  },
  { name: "empty", text: "", message: firstLine },
  { name: "no front matter", text: "# Title\n", message: firstLine },
  { name: "a space behind the first ---", text: "--- \na: 1\n---\n", message: firstLine },
  { name: "a blank line first", text: "\n---\na: 1\n---\n", message: firstLine },
  { name: "two byte order marks", text: "\uFEFF\uFEFF---\na: 1\n---\n", message: firstLine },
  { name: "unclosed", text: "---\na: 1\n", message: noEnd },
  { name: "closed with four dashes", text: "---\na: 1\n----\n", message: noEnd },
  { name: "closed with a space before", text: "---\na: 1\n ---\n", message: noEnd },
  { name: "a tab as indentation", text: "---\na:\n\tb: 1\n---\n", message: tab, line: 3 },
  { name: "a tab behind spaces", text: "---\na:\n  \tb: 1\n---\n", message: tab, line: 3 },
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
    name: "a rule among the fields, below which all would be lost",
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
    name: "13 lists in each other",
    text: `---\na: ${"[".repeat(13)}${"]".repeat(13)}\n---\n`,
    message: tooBig,
  },
  { name: "10,000 values", text: `---\na: [${"1,".repeat(9_999)}]\n---\n`, message: tooBig },
  { name: "a list that holds itself", text: "---\na: &a [*a]\n---\n", message: tooBig },
  {
    name: "__proto__",
    text: "---\n__proto__: { a: 1 }\n---\n",
    message: 'the field "__proto__" is not allowed',
  },
  {
    name: "constructor, deep",
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
    message: "the fields are not valid YAML: this field stands here twice",
    line: 3,
  },
])("rejects $name", async ({ text, message, line = 1 }) => {
  const refusal = await parse(text).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FrontMatterError);
  expect(refusal).toMatchObject({ message, line });
  expect((refusal as FrontMatterError).fix).toMatch(/\w/);
});

test("accepts files at the limits", async () => {
  const file = `---\na: ${"[".repeat(11)}${"]".repeat(11)}\n${"\n".repeat(200)}---\n`;
  expect(splitFrontMatter(encode(file.padEnd(256 * 1024, "x"))).body).toMatch(/^x+$/);
  await expect(parse(file)).resolves.toBeDefined();
  await expect(parse(`---\na: [${"1,".repeat(9_990)}]\n---\n`)).resolves.toBeDefined();
});

test("rejects exploding aliases before they fill the memory", async () => {
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
])("rejects the tag in %s", async (line) => {
  await expect(parse(`---\n${line}\n---\n`)).rejects.toThrow(
    "the fields are not valid YAML: a text starts with an exclamation mark, or code is asked for",
  );
});

test("rejects random bytes with the same error", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => splitFrontMatter(bytes)).toThrow(FrontMatterError);
    }),
  );
});
