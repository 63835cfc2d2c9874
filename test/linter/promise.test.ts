import { expect, test } from "vitest";
import { lintAnswer } from "../../src/linter/promise.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(await loadRules("content/rules"));

test.each([
  ["tickets.csv goes in, counts.csv comes out. It should be easy to run.", ["vague-term"]],
  ["should be easy to run", ["vague-term"]],
  ["It must ideally open in a browser.", ["weak-modal"]],
  ["I put orders.csv in a folder, and an easy report comes out.", []],
  ["The file must have one row per shop.", []],
  ["I should see the result on the page.", []],
  ["", []],
])("judges what a description promises as a check: %s", (text, rules) => {
  expect(lintAnswer(text, "promise", ruleset).map(({ rule }) => rule)).toEqual(rules);
});

test.each([
  ["After 3 hours, or by Friday, December 4, I stop and ask Mira.", "What must be wrong by then?"],
  ["When it takes too long.", "By when will you stop?"],
  ["By Friday with the totals still off, I stop.", undefined],
])("asks only for what a stop rule lacks: %s", (text, asked) => {
  expect(lintAnswer(text, "stop", ruleset).map(({ question }) => question)).toEqual(
    [asked].filter(Boolean),
  );
});
