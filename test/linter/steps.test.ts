import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { loadSteps } from "../helpers/lint-lines.ts";
import { loadRules } from "../helpers/rules.ts";

const lines = loadSteps();
const ruleset = compileRules(await loadRules("content/rules"));

test.each(lines.defects)("asks about: %s", (text) => {
  expect(lintLine(text, "criterion", ruleset)).not.toEqual([]);
});

test.each(lines.sound)("asks nothing about: %s", (text) => {
  expect(lintLine(text, "criterion", ruleset)).toEqual([]);
});

test("takes a step of a scenario for a step", () => {
  expect(lintLine("And the guest selects a bed", "criterion", ruleset, true)).toEqual([]);
});
