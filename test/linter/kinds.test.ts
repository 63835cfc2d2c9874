import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { root } from "../helpers/context.ts";
import { loadRules } from "../helpers/rules.ts";

type Kind = "bet" | "edge" | "reason" | "stop";

const lines: Record<Kind, { sound: string[]; weak: string[] }> = JSON.parse(
  readFileSync(join(root, "test/fixtures/lint/kinds.json"), "utf8"),
);
const ruleset = compileRules(await loadRules("content/rules"));
const kinds = Object.keys(lines) as Kind[];

const casesOf = (quality: "sound" | "weak") =>
  kinds.flatMap((kind) => lines[kind][quality].map((text) => [kind, text] as const));

test.each(casesOf("sound"))("asks nothing about the %s: %s", (kind, text) => {
  expect(lintLine(text, kind, ruleset)).toEqual([]);
});

test.each(casesOf("weak"))("asks about the %s: %s", (kind, text) => {
  const findings = lintLine(text, kind, ruleset);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.map(({ severity }) => severity)).not.toContain("block");
});
