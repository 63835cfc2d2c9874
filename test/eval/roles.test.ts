import { expect, test } from "vitest";
import { compileRules } from "../../src/linter/rules.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";
import { hasRightRole, parseRoles, scoreRoles } from "./roles.ts";

const ruleset = compileRules(askAnyway(await loadRules("content/rules")));

test("compares entries, wrapped ones once, and counts findings outside", () => {
  const text = [
    "# Rota",
    "## Checks",
    "- They open within",
    "  5 minutes",
    "- It is fast",
    "## Problem",
    "Clerks wait.",
    "",
    "## Plans",
    "- The page opens.",
  ].join("\n");
  const score = scoreRoles(
    text,
    [
      { line: 3, role: "criterion" },
      { line: 7, role: "criterion" },
      { line: 10, role: "criterion" },
    ],
    ruleset,
  );
  expect(score).toEqual({
    entries: 8,
    judged: 3,
    found: 1,
    extra: 1,
    findings: 3,
    outside: 1,
    wrong: ["5 criterion, not other", "7 problem, not criterion", "10 other, not criterion"],
  });
});

test.each([
  ["The page opens.", "criterion", true],
  ["Then the page opens", "criterion", true],
  ["As a clerk, I want a page so that I can read.", "criterion", false],
  ["Clerks wait.", "problem", true],
] as const)("knows whether a labeled line has its role: %s", (text, kind, expected) => {
  const line = { id: "1", text, kind, label: "ok", alt: [], tricky: false };
  expect(hasRightRole(line)).toBe(expected);
});

test.each([
  ['[{"line":3,"role":"criterion"},{"line":4,"role":"other"}]'],
  ['{"roles":[{"line":3,"role":"criterion"},{"line":4,"role":"other"}]}'],
])("reads the roles of a reviewer, and leaves out the role other: %s", (json) => {
  expect(parseRoles(json)).toEqual([{ line: 3, role: "criterion" }]);
});
