import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { root } from "../helpers/context.ts";
import { loadRules } from "../helpers/rules.ts";

/** Steps and rules for people, lists that "like" leaves open, empty words, limits said twice. */
const lines: { defects: string[]; sound: string[] } = JSON.parse(
  readFileSync(join(root, "test/fixtures/lint/steps.json"), "utf8"),
);
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
