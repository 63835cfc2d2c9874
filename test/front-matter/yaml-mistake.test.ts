import { expect, test } from "vitest";
import { parseFrontMatter } from "../../src/front-matter/parse.ts";

const quote = "put the text in quotes";
const special = "a text starts with a character that has a meaning in YAML";
const apart = "this line doesn't fit the lines above it";

/** Front matter, then the line and column in the file, the message and the fix. */
test.each([
  ["title: Foo: bar", 2, 8, "a text contains a colon followed by a space", quote],
  ["a: 1\n- b", 3, 1, apart, /^start each field at the left/],
  ["title: @foo", 2, 8, special, quote],
  ["title: `foo`", 2, 8, special, quote],
  ["title: %foo", 2, 8, special, quote],
  ["title: *foo", 2, 8, special, quote],
  ["title: > foo", 2, 8, special, quote],
  ["list:\n  - *foo", 3, 5, special, quote],
  ["title: - foo", 2, 8, "a text starts with a dash", quote],
  ['title: "open', 2, 8, "a quote isn't closed on this line", "close it at the end of the text"],
  ['title: "a" b', 2, 8, "there is text after the closing quote", 'write an inner quote as \\"'],
  ["title: 'it's'", 2, 8, "there is text after the closing quote", "write an inner quote twice"],
  ['title: "c:\\dir"', 2, 8, "there is a backslash in double quotes", "write it twice, or use '"],
  ["list: [a, b", 2, 7, "a bracket isn't closed on this line", `close it, or ${quote}`],
  ["list: [a] b", 2, 7, "there is text after the closing bracket", quote],
  ["list: ]", 2, 7, "a bracket is closed but was never opened", quote],
  ["{ a: b", 3, 1, "a bracket is never closed", "close it"],
  ["a:\n  - b\n - c", 4, 2, apart, /^start each field at the left/],
  ["a: 1\na: 2", 3, 1, "this field appears twice", "keep one of the two"],
  ["title: !x y", 2, 12, "a text starts with an exclamation mark, or asks for code", quote],
])("explains %j", async (matter, line, column, message, fix) => {
  const error = await parseFrontMatter(matter).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    line,
    column,
    message: `the fields are not valid YAML: ${message}`,
    fix: typeof fix === "string" ? fix : expect.stringMatching(fix),
  });
});

test("explains brackets that are nested too deep for the parser", async () => {
  await expect(parseFrontMatter(`a: ${"[".repeat(50_000)}`)).rejects.toMatchObject({
    message: "the fields are not valid YAML: the fields are nested too deep",
    fix: "make the file smaller",
  });
});
