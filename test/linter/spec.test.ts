import { expect, test } from "vitest";
import { compileRules } from "../../src/linter/rules.ts";
import type { Spec } from "../../src/linter/shapes/spec.ts";
import { lintSpec, lintSpecText } from "../../src/linter/spec.ts";
import { loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(await loadRules("content/rules"));

const sound: Spec = {
  problem: "Priya joins two exports by hand, 42 minutes each Monday.",
  checks: ["one", "two", "three"],
  edges: ["an empty export"],
  notBuilding: ["sending"],
  stop: "If last week's report still differs at hour 4, stop and ask the data owner.",
};

test.each([
  ["a sound spec", {}, []],
  ["two checks", { checks: ["one", "two"] }, ["too-few-checks"]],
  ["six checks", { checks: ["1", "2", "3", "4", "5", "6"] }, ["too-many-checks"]],
  ["no edge cases", { edges: [] }, ["no-edge-state"]],
  ['an empty "not building" list', { notBuilding: [] }, ["nothing-not-built"]],
  ["no stop rule", { stop: "" }, ["open-stop-rule"]],
  [
    "a stop rule without a date or number",
    { stop: "If it takes too long, stop." },
    ["open-stop-rule"],
  ],
  ["a stop rule that is only a number", { stop: "500" }, ["open-stop-rule"]],
  ["a stop rule after a bare number", { stop: "I stop after 5." }, ["open-stop-rule"]],
  ["a stop rule with a pass", { stop: "If C1 fails after the third pass, I stop." }, []],
  ["a stop rule with the end of today", { stop: "If it isn't done by the end of today" }, []],
  ["a stop rule with a count", { stop: "When 3 of 5 checks are met" }, []],
  ["a stop rule without a condition", { stop: "Friday at 16:00." }, ["bare-stop-rule"]],
  ["a stop rule with a weekday", { stop: "If nobody has opened it by Friday, stop." }, []],
])("lints a spec: %s", (_, changes, found) => {
  const findings = lintSpec({ ...sound, ...changes }, ruleset);
  expect(findings.map(({ rule }) => rule)).toEqual(found);
  expect(findings.every(({ scope }) => scope === "file")).toBe(true);
});

const page = (problem: string, check: string) => `# Monday report: spec

- **Problem:** ${problem}
- **Stop:** If last week's report still differs at hour 4, stop and ask the data owner.

## Checks

- **C1** ${check}
- **C2** The file report.csv has one row for each of the 12 shops.
- **C3** With one column renamed, the run stops with a line naming that column.

## Edge cases

- empty, etc.

## Not building

- Sending it fast
`;

test("lints only the problem and the checks of a spec line by line", () => {
  const sentence = "Priya joins two exports by hand, 42 minutes each Monday.";
  expect(lintSpecText(page(sentence, "The total is 4,812."), ruleset)).toEqual([]);
  const findings = lintSpecText(page(sentence, "The report is user-friendly."), ruleset);
  expect(findings).toMatchObject([{ rule: "vague-term", line: 8 }]);
});

test("lints the evidence of a spec as evidence", () => {
  const markdown = "- **Stop:** on Friday\n- **Evidence:** Everyone wants it.\n";
  const found = lintSpecText(markdown, ruleset).filter((finding) => "line" in finding);
  expect(found).toMatchObject([{ rule: "no-evidence", line: 2, column: 17 }]);
});

test("finds the sections of a spec by their headings", () => {
  const markdown = [
    "## Problem\nPriya joins exports, 42 minutes.\n",
    "## Done when\n- one\n",
    "## Do not build\n- mail\n",
  ].join("\n");
  const rules = lintSpecText(markdown, ruleset).filter((finding) => "scope" in finding);
  expect(rules.map(({ rule }) => rule)).toEqual([
    "too-few-checks",
    "no-edge-state",
    "open-stop-rule",
  ]);
});
