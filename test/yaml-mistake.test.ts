import { expect, test } from "vitest";
import { parseFrontMatter } from "../src/front-matter.ts";

const quote = "put the text in quotes";
const kept = "a text starts with a character that YAML keeps for itself";
const apart = "this line does not go with the lines above it";

/**
 * What somebody typed between the two fences, and the place (of the file), the words and the fix
 * that they get.
 */
test.each([
  ["title: Foo: bar", 2, 8, "a text holds a colon followed by a space", quote],
  ["a: 1\n- b", 3, 1, apart, /^start each field at the left/],
  ["title: @foo", 2, 8, kept, quote],
  ["title: `foo`", 2, 8, kept, quote],
  ["title: %foo", 2, 8, kept, quote],
  ["title: *foo", 2, 8, kept, quote],
  ["title: > foo", 2, 8, kept, quote],
  ["list:\n  - *foo", 3, 5, kept, quote],
  ["title: - foo", 2, 8, "a text starts with a dash", quote],
  [
    'title: "open',
    2,
    8,
    "a quote is opened and not closed on this line",
    "close it at the end of the text",
  ],
  ['title: "a" b', 2, 8, "the text goes on after its closing quote", 'write an inner quote as \\"'],
  ["title: 'it's'", 2, 8, "the text goes on after its closing quote", "write an inner quote twice"],
  ['title: "c:\\dir"', 2, 8, "a backslash stands in double quotes", "write it twice, or use '"],
  ["list: [a, b", 2, 7, "a bracket is opened and not closed on this line", `close it, or ${quote}`],
  ["list: [a] b", 2, 7, "the text goes on after its closing bracket", quote],
  ["list: ]", 2, 7, "a bracket is closed that was never opened", quote],
  ["{ a: b", 3, 1, "a bracket is opened and never closed", "close it"],
  ["a:\n  - b\n - c", 4, 2, apart, /^start each field at the left/],
  ["a: 1\na: 2", 3, 1, "this field stands here twice", "keep one of the two"],
  ["title: !x y", 2, 12, "a text starts with an exclamation mark, or code is asked for", quote],
])("explains %j", async (matter, line, column, message, fix) => {
  const refusal = await parseFrontMatter(matter).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    line,
    column,
    message: `the fields are not valid YAML: ${message}`,
    fix: typeof fix === "string" ? fix : expect.stringMatching(fix),
  });
});

test("rejects deeply nested brackets without overflowing the stack", async () => {
  await expect(parseFrontMatter(`a: ${"[".repeat(50_000)}`)).rejects.toMatchObject({
    message: "the fields are not valid YAML: the fields are nested too deep",
    fix: "make the file smaller",
  });
});
