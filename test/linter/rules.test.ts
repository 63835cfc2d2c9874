import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { lineKindsOf, type Rule, RuleFields } from "../../src/domain/library/rule.ts";
import { lintLine } from "../../src/linter/engine.ts";
import type { LineKind } from "../../src/linter/line.ts";
import { compileRules, isKnownShape, knownShapes } from "../../src/linter/rules.ts";
import { loadRules } from "../helpers/rules.ts";

// sensitive.test.ts covers sensitive data, which the line linter doesn't look for.
const rules = (await loadRules("content/rules")).filter(
  ({ kinds }) => !kinds.includes("sensitive"),
);
const ruleset = compileRules(rules);
/** Each rule finds its own examples, whatever the others ask, and sound or not. */
const apart = rules.map((rule) => ({ ...rule, asks: undefined, unlessSound: false }));

const examples = (kind: "bad" | "ok") =>
  rules.flatMap((rule) =>
    rule.examples[kind].map((example) => {
      const [first] = lineKindsOf(rule);
      const { text, kind: ofLine } =
        typeof example === "string" ? { text: example, kind: first } : example;
      return [rule.id, text, ofLine as LineKind] as const;
    }),
  );

test("many rules find what each of them finds alone, the first two, but ask once a word", () => {
  const copies = apart.flatMap((rule) => [
    rule,
    { ...rule, id: `${rule.id}-last`, order: rule.order + 1000 },
    { ...rule, id: `${rule.id}-next`, order: rule.order + 0.5, severity: "block" as const },
  ]);
  const all = compileRules(copies);
  const alone = all.rules.map((rule) => compileRules([rule]));
  for (const [, text, kind] of [...examples("bad"), ...examples("ok")]) {
    const found = alone.map((each) => lintLine(text, kind, each)).filter(([one]) => one);
    const [own = [], [second] = []] = found;
    const [first] = own;
    const isSameWord = first?.column === second?.column && first?.length === second?.length;
    const asksOnce = isSameWord && (second?.length ?? 0) < text.length;
    const expected = asksOnce ? own : found.flatMap(([one]) => one ?? []).slice(0, 2);
    expect([text, lintLine(text, kind, all)]).toEqual([text, expected]);
  }
});

describe("rule examples", () => {
  test.each(examples("bad"))("%s finds: %s", (id, text, kind) => {
    const found = lintLine(text, kind, compileRules(apart));
    expect(found.map(({ rule }) => rule)).toContain(id);
  });

  test.each(examples("ok"))("%s ignores: %s", (_, text, kind) => {
    expect(lintLine(text, kind, ruleset).filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("exist in every rule about lines", () => {
    const bare = rules.filter(
      ({ kinds, examples: { bad, ok } }) => !kinds.includes("spec") && (!bad[0] || !ok[0]),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

test("what stands after a dash spells a measure out", () => {
  // Not among the examples, which are printed in plain letters.
  const line = "Latency \u2013 the tide is read again every minute.";
  expect(lintLine(line, "criterion", ruleset)).toEqual([]);
  expect(lintLine("Latency of the tide.", "criterion", ruleset)).not.toEqual([]);
});

test("every label of the definitions has a rule", () => {
  const labels =
    "abstract-noun ambiguous-pronoun compound missing-actor no-evidence " +
    "no-observable-outcome no-threshold open-ended-list passive-no-actor solution-in-problem " +
    "unquantified-comparative vague-term weak-modal";
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(labels.split(" ")));
});

test("every list that another wording names is in its rule, and has words", () => {
  const named = rules.flatMap((rule) =>
    rule.wordings.flatMap(({ lists }) => lists.map((name) => rule.lists[name]?.length)),
  );
  expect(named.length).toBeGreaterThan(1);
  expect(named).not.toContain(undefined);
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
  ["an invalid pattern", { patterns: ["("] }, "must be a regular expression"],
  ["no kind", { kinds: [] }, "must name at least one kind"],
])("explains the problem with %s", (_, changes, message) => {
  const result = v.safeParse(RuleFields, { ...fields, ...changes });
  expect(result.issues?.[0]?.message).toContain(message);
});

test("knows every shape that a shipped rule uses", () => {
  const used = rules.flatMap(({ shapes }) => shapes);
  expect(used.filter((name) => !isKnownShape(name))).toEqual([]);
  expect(isKnownShape("no-such-shape")).toBe(false);
  expect(isKnownShape("constructor")).toBe(false);
});

test.each([
  ["two-results", "coordinated-clauses", "The pump sends a text and the portal drafts an order"],
  ["nobodys-noun", "abstract-noun", "Engagement is up."],
  ["tracking", "tracking-verb", "Track how many tenants call."],
])("accepts the earlier shape name %s for %s", (earlier, current, text) => {
  const lists = Object.assign({}, ...rules.map((rule) => rule.lists));
  const [before, after] = [earlier, current].map((name) => {
    const parsed = v.parse(RuleFields, { ...fields, shapes: [name], lists });
    return lintLine(text, "criterion", compileRules([{ ...parsed, id: "test", body: "" }]));
  });
  expect(before).toHaveLength(1);
  expect(after).toEqual(before);
  expect(knownShapes).not.toContain(earlier);
  expect(isKnownShape(earlier)).toBe(true);
});

test.each([
  ["a whole word", ["quick"], "A quick look.", "A quicker look."],
  ["a phrase with hyphens as spaces", ["user friendly"], "User-friendly text.", "User text."],
  ["a prefix", ["improv*"], "Improvement.", "Approval."],
])("matches a term as %s", (_, terms, hit, miss) => {
  const parsed = v.parse(RuleFields, { ...fields, terms });
  const rule: Rule = { ...parsed, id: "test", body: "" };
  expect(lintLine(hit, "criterion", compileRules([rule]))).toHaveLength(1);
  expect(lintLine(miss, "criterion", compileRules([rule]))).toHaveLength(0);
});

test("matches patterns against the line without names, quotes and code", () => {
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

test.each(["key", "KEY"])("ignores case in the pattern %s", (pattern) => {
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
