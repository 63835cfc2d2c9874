import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { root } from "../helpers/context.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";

/** What a team does or has done, and what a system does in similar words. */
const lines: { defects: string[]; sound: string[] } = JSON.parse(
  readFileSync(join(root, "test/fixtures/lint/work.json"), "utf8"),
);
const ruleset = compileRules(askAnyway(await loadRules("content/rules")));
const find = (text: string) =>
  lintLine(text, "criterion", ruleset).filter(({ severity }) => severity !== "note");

test.each(lines.defects)("takes for work: %s", (text) => {
  expect(find(text)[0]?.rule).toBe("no-observable-outcome");
});

test.each(lines.sound)("takes for a result: %s", (text) => {
  expect(find(text)).toEqual([]);
});
