import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { root } from "../helpers/context.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";

/** Lines with words that leave open how much is meant, by rule, and sound ones with them. */
const { sound, ...loose }: Record<string, string[]> = JSON.parse(
  readFileSync(join(root, "test/fixtures/lint/loose-words.json"), "utf8"),
);
const ruleset = compileRules(askAnyway(await loadRules("content/rules")));
const find = (text: string) =>
  lintLine(text, "criterion", ruleset).filter(({ severity }) => severity !== "note");
const cases = Object.entries(loose).flatMap(([rule, lines]) =>
  lines.map((text) => [rule, text] as const),
);

test.each(cases)("asks by %s about: %s", (rule, text) => {
  expect(find(text).map((finding) => finding.rule)).toContain(rule);
});

test.each(sound ?? [])("asks nothing about: %s", (text) => {
  expect(find(text)).toEqual([]);
});
