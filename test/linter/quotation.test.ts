import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { saysSomething } from "../../src/linter/quotation.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { tokenize } from "../../src/linter/token.ts";
import { loadLintLines } from "../helpers/lint-lines.ts";
import { loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(await loadRules("content/rules"));
const lines = await loadLintLines();

/** Rules about a pronoun quote just that. */
const aboutPronouns = /pronoun/;
/** What leaves a list open, or joins two results, says so as a whole. */
const joint = /^and (?:so on|also)$|\.{3}$/;

test("a finding quotes a word that says something", () => {
  const bare = lines.flatMap(({ text, kind }) =>
    lintLine(text, kind, ruleset)
      .filter(({ rule }) => !aboutPronouns.test(rule))
      .map(({ column, length }) => text.slice(column - 1, column - 1 + length))
      .filter((quoted) => !joint.test(quoted) && !tokenize(quoted).some(saysSomething))
      .map((quoted) => [quoted, text]),
  );
  expect(bare).toEqual([]);
});

test.each([
  ["A reminder for the skipper", "A reminder"],
  ["An audit log for admins", "An audit log"],
])("quotes more than an article: %s", (text, quoted) => {
  expect(lintLine(text, "criterion", ruleset)[0]?.message).toContain(`"${quoted}"`);
});
