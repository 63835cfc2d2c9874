import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pickLines } from "../../src/linter/needed-lines.ts";
import { compileSensitive, findSensitive, selectPatterns } from "../../src/linter/sensitive.ts";
import { type PatternFacts, readPatternFacts } from "../helpers/pattern-facts.ts";
import { loadRules } from "../helpers/rules.ts";

const rules = (await loadRules("content/rules")).filter(({ kinds }) => kinds.includes("sensitive"));
const patterns = compileSensitive(rules);
const whole = patterns.map((pattern) => ({ ...pattern, needs: undefined }));

/** Every character that \s matches. */
const SPACES = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => /\s/.test(character),
);

/** Returns true if a part of an expression can match one of these characters. */
function canMatch({ atoms }: PatternFacts, { flags }: RegExp, characters: readonly string[]) {
  return atoms.some((atom) => {
    const alone = new RegExp(`^(?:${atom})$`, flags.replace("g", ""));
    return characters.some((character) => alone.test(character));
  });
}

/** What proves that a pattern matches only in lines with what it needs. */
const proofs: Record<string, (facts: PatternFacts, expression: RegExp) => boolean> = {
  ["\\S".repeat(16)]: (facts, expression) =>
    facts.length >= 16 && !canMatch(facts, expression, SPACES),
  "@": ({ parts }) => parts.some(({ source, times }) => source === "@" && times > 0),
  "\\d": ({ parts }) => parts.some(({ source, times }) => source === "\\d" && times > 0),
};

describe("what a pattern needs", () => {
  const needy = patterns.filter(({ needs }) => needs);

  test.each(needy.map(({ expression, needs }) => [expression.source, expression, needs]))(
    "is in each line that %s matches",
    (source, expression, needs) => {
      const facts = readPatternFacts(source);
      expect(canMatch(facts, expression, ["\n"])).toBe(false);
      expect(proofs[needs?.source ?? ""]?.(facts, expression)).toBe(true);
    },
  );

  test("saves most searches", () => {
    expect(needy.length).toBeGreaterThan(patterns.length * 0.8);
  });
});

/** Joined at run time, so that secret scanners don't take anything in this file for a real key. */
const random = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5";
const pieces = [
  ...["\n", "\n", " ", " ", "- ", "a", "1", ":", "a line of words", "https://acme.com/page/of/it"],
  ...[`ghp_${random}`, `sk-${random}${random}`, "mira@acme.com", "+49 171 2345678", "password: "],
  ...[
    "hunter2x",
    "4111 1111 1111 1111",
    "\u200b",
    "\u00a0",
    "\u2028",
    "\ud83d\ude80",
    "0171 2345678",
  ],
];

test("finds the same, at the same places, as a search of every line", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 });
  fc.assert(
    fc.property(text, (parts) => {
      const joined = parts.join("");
      expect(findSensitive(joined, patterns)).toEqual(findSensitive(joined, whole));
      const names = (list: typeof patterns) =>
        selectPatterns(joined, list).map(({ expression }) => expression.source);
      expect(names(patterns)).toEqual(names(whole));
    }),
    { numRuns: 500 },
  );
});

test("picks whole lines and knows where they were", () => {
  const text = "one@two\nnone\n\nx @ y @ z\nnone\n@";
  const lines = pickLines(text, /@/g);
  expect(lines.text).toBe("one@two\nx @ y @ z\n@");
  const places = [...lines.text].map((_, at) => lines.placeOf(at));
  expect(places.map((place) => text[place]).join("")).toBe(lines.text);
  expect(pickLines("none", /@/g).text).toBe("");
});
