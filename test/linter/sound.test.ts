import { expect, test } from "vitest";
import { writeSigns } from "../../src/domain/learned/classifier.ts";
import type { Rule } from "../../src/domain/library/rule.ts";
import { lintLine } from "../../src/linter/engine.ts";
import { SENT_BACK } from "../../src/linter/learned/line-features.ts";
import { readLineWeights } from "../../src/linter/learned/weights.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { identifyLines } from "../eval/line-training.ts";
import { loadRules } from "../helpers/rules.ts";

const rules = await loadRules("content/rules");
const line = "The map opens fast";
const speaksFor = (isSound: boolean) => writeSigns(isSound ? [3, -3] : [-3, 3]);

/** What was learned if "map" speaks for a sound line, or against it. */
function learnedOf(isSound: boolean) {
  const signs = { "word map": speaksFor(isSound) };
  return { from: "", kinds: { criterion: { classes: `- ${SENT_BACK}`, signs } } };
}

function lintWith(isSound: boolean, own: readonly Rule[] = rules, kind?: "problem") {
  const ruleset = { ...compileRules(own), learned: learnedOf(isSound) };
  return lintLine(line, kind ?? "criterion", ruleset).map(({ rule }) => rule);
}

test("asks nothing about a line that a reviewer likely lets pass", () => {
  expect(lintWith(false)).toEqual(["vague-term"]);
  expect(lintWith(true)).toEqual([]);
});

test("asks about a line of a kind of which nothing was learned", () => {
  expect(lintWith(true, rules, "problem")).toContain("no-evidence");
});

test("asks about any line if a rule doesn't leave out sound ones, such as a team's", () => {
  const own = rules.map((rule) =>
    rule.id === "vague-term" ? { ...rule, unlessSound: false } : rule,
  );
  expect(lintWith(true, own)).toEqual(["vague-term"]);
});

test("has learned from these lines", () => {
  expect(readLineWeights().from, "run npm run train:lint").toBe(identifyLines());
});
