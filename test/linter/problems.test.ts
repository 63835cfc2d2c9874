import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { root } from "../helpers/context.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";

/** What somebody tried, saw or counted, and complaints in similar words without a case. */
const lines: { defects: string[]; sound: string[] } = JSON.parse(
  readFileSync(join(root, "test/fixtures/lint/problems.json"), "utf8"),
);
const ruleset = compileRules(askAnyway(await loadRules("content/rules")));
const findRules = (text: string) =>
  lintLine(text, "problem", ruleset)
    .filter(({ severity }) => severity !== "note")
    .map(({ rule }) => rule);

test.each(lines.sound)("asks nothing about a problem that anyone can look up: %s", (text) => {
  expect(findRules(text)).toEqual([]);
});

test.each(lines.defects)("asks about a problem without a case: %s", (text) => {
  expect(findRules(text)).not.toEqual([]);
});
