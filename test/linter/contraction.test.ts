import { describe, expect, test } from "vitest";
import { spellOut } from "../../src/linter/contraction.ts";
import { lintLine } from "../../src/linter/engine.ts";
import type { LineKind } from "../../src/linter/line.ts";
import { readRoles } from "../../src/linter/roles/read.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { tokenize } from "../../src/linter/token.ts";
import { loadLintLines } from "../helpers/lint-lines.ts";
import { loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(await loadRules("content/rules"));
const lines = await loadLintLines();
const contraction =
  /(?<![\w'\u2019])(?:\w+n['\u2019]t|i['\u2019](?:m|ve)|(?:you|they|we)['\u2019]ve|(?:you|they)['\u2019](?:re|ll)|(?:what|that|there|here|who|he|she)['\u2019]s)(?!\w)/giu;

const rulesOf = (text: string, kind: LineKind) =>
  lintLine(text, kind, ruleset).map(({ rule }) => rule);

test("finds the same in a line whose apostrophes are left out or curly", () => {
  const contracted = lines.filter(({ text }) => text.match(contraction));
  expect(contracted.length).toBeGreaterThan(30);
  for (const { text, kind } of contracted) {
    const expected = [text, rulesOf(text, kind)];
    const leftOut = text.replace(contraction, (word) => word.replace(/['\u2019]/, ""));
    const curly = text.replace(contraction, (word) => word.replace("'", "\u2019"));
    expect([text, rulesOf(leftOut, kind)]).toEqual(expected);
    expect([text, rulesOf(curly, kind)]).toEqual(expected);
  }
});

test.each([
  ["an article changed yesterday isnt on it", "criterion"],
  ["a missing date doesnt break the page", "criterion"],
  ["the list wont open a closed berth", "criterion"],
  ["I cant see my berth since version 3.2", "problem"],
] as const)("reads as a plain result or problem: %s", (text, kind) => {
  expect(rulesOf(text, kind)).toEqual([]);
});

test.each([
  ["its not slow", "it's"],
  ["20 rows and its fast", "it's"],
  ["when its empty, it shows a dash", "it's"],
  ["the gate and its fast lane", "its"],
  ["the berth keeps its name", "its"],
])("tells its from it's: %s", (text, expected) => {
  expect(tokenize(text).map((token) => token.text)).toContain(expected);
});

test("quotes the line as it is written", () => {
  const [finding] = lintLine("It isnt fast.", "criterion", ruleset);
  expect(finding?.message).toContain('"fast"');
  expect(lintLine("its not slow", "criterion", ruleset)[0]?.column).toBe(9);
});

describe("a word without its apostrophe", () => {
  test.each(["isnt", "cant", "wont", "shouldnt", "ive", "theyre", "thats"])(
    "is read: %s",
    (word) => {
      expect(spellOut(word)).toContain("'");
    },
  );

  test.each(["were", "well", "ill", "id", "lets", "its", "want", "current", "plant", "hells"])(
    "is another word: %s",
    (word) => {
      expect(spellOut(word)).toBe(word);
    },
  );
});

test("knows what hurts in a line without apostrophes", () => {
  const rolesOf = (word: string) => {
    const { lines } = readRoles(`## Background\n\nClerks ${word} print the June rota.\n`);
    return lines.map(({ role }) => role);
  };
  expect(rolesOf("cant")).toEqual(["other", "problem"]);
  expect(rolesOf("print and")).toEqual(["other", "other"]);
});
