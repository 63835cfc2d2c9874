import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Rule, RuleFields } from "../../src/domain/library/rule.ts";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules, knownShapes } from "../../src/linter/rules.ts";
import { loadRules } from "../helpers/rules.ts";

// What is sensitive is found by test/linter/sensitive.test.ts: the linter for lines never looks for
// it.
const rules = (await loadRules("content/rules")).filter(
  ({ kinds }) => !kinds.includes("sensitive"),
);
const ruleset = compileRules(rules);

const examples = (kind: "bad" | "ok") =>
  rules.flatMap((rule) =>
    rule.examples[kind].map((example) => {
      const { text, kind: ofLine } =
        typeof example === "string" ? { text: example, kind: rule.kinds[0] } : example;
      return [rule.id, text, ofLine as "criterion" | "problem" | "evidence"] as const;
    }),
  );

describe("the examples of every rule", () => {
  test.each(examples("bad"))("%s finds: %s", (id, text, kind) => {
    expect(lintLine(text, kind, ruleset).map(({ rule }) => rule)).toContain(id);
  });

  test.each(examples("ok"))("%s leaves alone: %s", (_, text, kind) => {
    expect(lintLine(text, kind, ruleset).filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("stand in every rule about lines", () => {
    const bare = rules.filter(
      ({ kinds, examples: { bad, ok } }) => !kinds.includes("spec") && (!bad[0] || !ok[0]),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

test("every label of the definitions has a rule", () => {
  const labels =
    "abstract-noun ambiguous-pronoun compound missing-actor no-evidence " +
    "no-observable-outcome no-threshold open-ended-list passive-no-actor solution-in-problem " +
    "unquantified-comparative vague-term weak-modal";
  expect(
    rules
      .filter(({ kinds }) => !kinds.includes("spec"))
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(labels.split(" "));
});

const fields = {
  title: "A title",
  order: 1,
  kinds: ["criterion"],
  severity: "ask",
  says: "It says.",
  question: "It asks?",
  examples: { bad: [], ok: [] },
};

test.each([
  ["a pattern that does not compile", { patterns: ["("] }, "must be a regular expression"],
  ["no kind", { kinds: [] }, "must name at least one kind"],
])("a rule with %s is a problem with words", (_, changes, message) => {
  const result = v.safeParse(RuleFields, { ...fields, ...changes });
  expect(result.issues?.[0]?.message).toContain(message);
});

test("every shape that a shipped rule names is known", () => {
  expect(
    rules.flatMap(({ shapes }) => shapes).filter((name) => !knownShapes.includes(name)),
  ).toEqual([]);
  expect(knownShapes).not.toContain("no-such-shape");
});

test.each([
  ["a whole word", ["quick"], "A quick look.", "A quicker look."],
  ["a phrase, hyphens as spaces", ["user friendly"], "User-friendly text.", "User text."],
  ["the beginning of a word", ["improv*"], "Improvement.", "Approval."],
])("a term matches %s", (_, terms, hit, miss) => {
  const parsed = v.parse(RuleFields, { ...fields, terms });
  const rule: Rule = { ...parsed, id: "test", body: "" };
  expect(lintLine(hit, "criterion", compileRules([rule]))).toHaveLength(1);
  expect(lintLine(miss, "criterion", compileRules([rule]))).toHaveLength(0);
});

test("a pattern sees the line with names, quotes and code taken out", () => {
  const rule: Rule = {
    ...v.parse(RuleFields, { ...fields, patterns: ["key"] }),
    id: "test",
    body: "",
  };
  expect(
    lintLine("The 'key' and `key` and Key are no key.", "criterion", compileRules([rule]))[0]
      ?.column,
  ).toBe(36);
});

test.each(["key", "KEY"])("the pattern %s finds the word in any case", (pattern) => {
  const rule: Rule = {
    ...v.parse(RuleFields, { ...fields, patterns: [pattern] }),
    id: "test",
    body: "",
  };
  const lines = ["Take the key.", "Take the KEY."];
  expect(lines.map((line) => lintLine(line, "criterion", compileRules([rule])).length)).toEqual([
    1, 1,
  ]);
});
