import { expect, test } from "vitest";
import { validateAnswer } from "../../../src/domain/project/validate-answer.ts";
import { findOversize } from "../../../src/domain/text/answer-size.ts";

const longest = "x".repeat(64 * 1024);
const lines = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index}`);

test.each<[string, string[], string[]]>([
  ["nothing", [], []],
  ["a text of 64 kB", [longest], []],
  ["a text of 64 kB in three bytes a character", ["\u20ac".repeat(21_845)], []],
  ["500 lines", lines(500), []],
  ["500 texts of 64 kB", Array(500).fill(longest), []],
  ["a longer text that is saved already", [`${longest}x`, "new"], [`${longest}x`]],
  ["more lines that are saved already, with one changed", ["new", ...lines(600)], lines(601)],
])("takes %s", (_, texts, before) => {
  expect(findOversize(texts, { subject: "This", before })).toBeUndefined();
});

test.each<[string, string[], string[], string]>([
  ["65 kB", [`${longest}x`], [], "65 kB of text. One text takes at most 64 kB."],
  ["66 kB in 22,000 characters", ["\u20ac".repeat(22_000)], [], "65 kB of text. One text takes"],
  ["501 lines", lines(501), [], "501 lines. A list takes at most 500."],
  ["a new long text beside a saved one", [`${longest}y`, `${longest}x`], [`${longest}x`], "65 kB"],
  ["more lines than are saved already", lines(601), lines(600), "601 lines. A list takes at"],
])("refuses %s and says what to do", (_, texts, before, message) => {
  expect(findOversize(texts, { subject: '"problem"', before })).toEqual({
    message: expect.stringContaining(message),
    fix: expect.stringMatching(/, or put (it|them) into a file and name that file here\.$/),
  });
});

test("a list of a pack that has no limit of its own takes at most 500 lines", () => {
  const question = { id: "names", ask: "Which?", type: "list" as const };
  const subject = '"names"';
  expect(validateAnswer(question, lines(500), { subject })).toBeUndefined();
  expect(validateAnswer(question, lines(501), { subject })?.message).toMatch(/501 lines/);
  expect(validateAnswer({ ...question, max: 6 }, lines(501), { subject })?.message).toMatch(
    /takes at most 6 lines/,
  );
});
