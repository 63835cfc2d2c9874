import { expect, test } from "vitest";
import { loadLibrary } from "../../src/content/load.ts";
import { lintLine } from "../../src/linter/engine.ts";
import type { LineKind } from "../../src/linter/line.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { root } from "../helpers/context.ts";

const library = await loadLibrary({ folder: `${root}/content` }, ["checklists", "slices", "steps", "rules"]);
const ruleset = compileRules(library.rules);

const checks = library.slices.flatMap(({ id, checks }) => checks.map((check) => [id, "criterion", check] as const));
const examples = library.steps.flatMap(({ id, questions }) =>
  questions.flatMap(({ lint, example }) =>
    lint ? [example ?? []].flat().map((text) => [id, lint as LineKind, text] as const) : [],
  ),
);
const evidence = library.checklists.flatMap(({ id, items }) =>
  items.flatMap(({ lint, good }) => (lint ? [[id, lint as LineKind, good] as const] : [])),
);

test.each([...checks, ...examples, ...evidence])("%s passes its own linter as %s: %s", (_, kind, text) => {
  const findings = lintLine(text, kind, ruleset).filter(({ severity }) => severity !== "note");
  expect(findings.map(({ rule }) => rule)).toEqual([]);
});
