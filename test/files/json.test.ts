import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonProblem } from "../../src/files/json.ts";

const curly = "is a curly quote";
const end = "the end is missing";
const inner = "a quote inside the string ends it";

const mistakes: [text: string, line: number, column: number, message: string, fix: RegExp][] = [
  ["{\u201ca\u201d: \u201cb\u201d}", 1, 2, `\u201c ${curly}`, /straight one: "$/],
  ['{\n  "a\u201d: "b"}', 2, 5, `\u201d ${curly}`, /straight/],
  ['{"a": "x\u201d}', 1, 9, `\u201d ${curly}`, /straight/],
  ['{"a": "x\u201d, "b": "y"}', 1, 9, `\u201d ${curly}`, /straight/],
  ['{"a": \u201eb\u201c}', 1, 7, `\u201e ${curly}`, /straight/],
  ['{"a": \u00abb\u00bb}', 1, 7, `\u00ab ${curly}`, /straight/],
  ["{\u2018a\u2019: 1}", 1, 2, `\u2018 ${curly}`, /straight/],
  ['```json\n{"a": 1}\n```', 1, 1, "``` isn't part of JSON", /^Delete the lines with ```\.$/],
  ['{"a": 1}\n```\n', 2, 1, "``` isn't part of JSON", /^Delete/],
  ['{\r\n  "a": "b",\r\n}', 2, 11, "there is a comma before the closing }", /^Delete this/],
  ['{"a": ["b",]}', 1, 11, "there is a comma before the closing ]", /^Delete this comma/],
  ['{"a": 1,, "b": 2}', 1, 9, ", isn't allowed here", /^Delete it/],
  ['{"a": 1\n "b": 2}', 2, 2, 'a comma is missing before "b"', /^Add the comma/],
  ['{"a": "say \u201chi\u201d, you" "b": 2}', 1, 23, 'a comma is missing before "b"', /^Add/],
  ['{"a": "the "fast" one"}', 1, 12, inner, /\\"\.$/],
  ['{"a" "b"}', 1, 6, "a colon is missing before this", /"name": "text"$/],
  ['{"a"= 1}', 1, 5, "a colon is missing before this", /"name"/],
  ["{a: 1}", 1, 2, "a has no quotes", /^Put names in double quotes: "a"$/],
  ["{'a': 1}", 1, 2, "JSON doesn't use single quotes", /^Use double quotes/],
  ['{"a": yes}', 1, 7, "yes has no quotes", /^Put text in double quotes: "yes"$/],
  ['{"a": 35m}', 1, 7, "35m has no quotes", /"35m"$/],
  ['{"a": 012}', 1, 7, "012 has no quotes", /"012"$/],
  ['{"a": NaN}', 1, 7, "NaN has no quotes", /"NaN"$/],
  ['{"a": "C:\\Priya"}', 1, 10, "a single backslash is inside a string", /\\\\\.$/],
  ['{"a": "one\ntwo"}', 1, 7, "the closing quote is missing on this line", /^Add the closing "/],
  ['{"a": "one\ttwo"}', 1, 11, "a tab is inside a string", /^Write it as \\t/],
  ['{"a": "\u0007"}', 1, 8, "a control character is inside a string", /^Delete it/],
  ['// mine\n{"a": 1}', 1, 1, "JSON has no comments", /^Delete the comment/],
  ['{"a": 1} {"b": 2}', 1, 10, "there is something after the end", /one \{ \}\.$/],
  ['Here it is:\n{"a": 1}', 1, 1, "the text doesn't start with {", /^Delete everything/],
  ["problem=Priya", 1, 1, "the text doesn't start with {", /^Write it as: \{/],
  ['{\u00a0"a": 1}', 1, 2, "there is an invisible character (U+00A0)", /^Delete it/],
  ['{\u200b"a": 1}', 1, 2, "there is an invisible character (U+200B)", /^Delete it/],
  ['{"a": ["b"}', 1, 11, "} can't close this", /^Close it with \] first/],
  ["}", 1, 1, "} isn't allowed here", /^Delete it/],
  ["{", 1, 2, end, /must end with: \}$/],
  ['{"a": ["b', 1, 10, end, /must end with: "\]\}$/],
  ['{"a": ["b",\n', 1, 12, end, /must end with: \]\}$/],
  ["[".repeat(200_000), 1, 101, "more than 100 brackets are open", /^Close/],
];

test.each(mistakes)("explains %j (line %i, column %i): %s", (text, line, column, message, fix) => {
  expect(findJsonProblem(text)).toEqual({
    message: `isn't valid JSON (line ${line}, column ${column}): ${message}`,
    fix: expect.stringMatching(fix),
    isIncomplete: message === end,
  });
});

test.each([
  ['{"a": 1, "a": 2}', 'has "a" twice, on line 1'],
  ['{\n "a": 1,\n "b": 2,\n "\\u0061": 3}', 'has "a" twice, on lines 2 and 4'],
  ['{"b": {"a": 1, "a": 2}}', 'has "a" twice, on line 1'],
])("finds the duplicate name in %j", (text, message) => {
  expect(findJsonProblem(text)).toMatchObject({ message, fix: expect.stringMatching(/^Keep one/) });
});

test("accepts a name in two objects and curly quotes inside a text", () => {
  expect(
    findJsonProblem('{"a": [{"b": "\u201chi\u201d, \u201cyou\u201d"}, {"b": "a"}], "b": {"a": 1}}'),
  ).toBeUndefined();
  expect(findJsonProblem(`{"a": "${"x".repeat(2_000_000)}"}`)).toBeUndefined();
});

test("finds a problem exactly if JSON.parse throws", () => {
  const mark = fc.constantFrom(...'{}[],:"\\ \n0123456789.eE+-abtrufls\u201c\u00a0');
  const broken = fc
    .tuple(fc.json({ depthSize: "small" }), fc.nat(), fc.array(mark, { maxLength: 3 }))
    .map(([json, at, marks]) => {
      const index = at % (json.length + 1);
      return json.slice(0, index) + marks.join("") + json.slice(index + (at % 2));
    });
  fc.assert(
    fc.property(fc.oneof(broken, fc.json(), fc.string({ unit: mark, maxLength: 8 })), (text) => {
      const problem = findJsonProblem(text);
      if (problem?.message.startsWith("has ")) return;
      expect(problem === undefined).toBe(parses(text));
    }),
    { numRuns: 3000 },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
