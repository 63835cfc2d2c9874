import { expect, test } from "vitest";
import { findTopicAfter, findTopicOfRules } from "../../../src/domain/insights/guide-topic.ts";
import type { Rule } from "../../../src/domain/library/rule.ts";
import type { Step } from "../../../src/domain/library/step.ts";
import { newProject } from "../../helpers/loop.ts";

const at = "2026-11-02T12:00:00.000Z";
const ruleOf = (id: string, guide?: string) => ({ id, guide }) as Rule;
const rules = [ruleOf("silent"), ruleOf("vague", "words"), ruleOf("thin", "proof")];
const step: Step = {
  id: "end",
  title: "End",
  summary: "the end",
  order: 10,
  body: "",
  guide: "ends",
  questions: [
    {
      id: "verdict",
      ask: "What now?",
      type: "select",
      choices: [
        { value: "stop", label: "Stop", guide: "stops" },
        { value: "go", label: "Go" },
      ],
    },
    { id: "lines", ask: "Which?", type: "list" },
  ],
};
const answersOf = (verdict: string, ...marks: string[]) => ({
  verdict: { text: verdict, at },
  lines: {
    entries: marks.map((mark, index) => ({ id: `${index}`, text: "x", marks: [mark] })),
    at,
  },
});

test.each([
  { of: "the choice, before all else", answers: answersOf("stop", "vague"), step, topic: "stops" },
  {
    of: "the rule, where the choice has none",
    answers: answersOf("go", "silent", "thin", "vague"),
    step,
    topic: "proof",
  },
  {
    of: "the step, when no rule has one",
    answers: answersOf("go", "silent", "empty"),
    step,
    topic: "ends",
  },
  {
    of: "nothing",
    answers: answersOf("go"),
    step: { ...step, guide: undefined },
    topic: undefined,
  },
  { of: "the step, before any answer", answers: {}, step, topic: "ends" },
])("a finished step offers the topic of $of", ({ answers, step: finished, topic }) => {
  expect(findTopicAfter(newProject({ answers: { end: answers } }), finished, rules)).toBe(topic);
});

test("a mark on words and on the answer for one entry counts as one on a line of a list", () => {
  const words = newProject({ answers: { end: { why: { text: "x", at, marks: ["vague"] } } } });
  const each = newProject({
    answers: { end: { saw: { each: { a: { text: "x", at, marks: ["thin"] } } } } },
  });
  expect([words, each].map((project) => findTopicAfter(project, step, rules))).toEqual([
    "words",
    "proof",
  ]);
});

test("the first rule with a topic gives it; a rule that is gone gives none", () => {
  expect(findTopicOfRules(rules, ["gone", "silent", "thin", "vague"])).toBe("proof");
  expect(findTopicOfRules(rules, [])).toBeUndefined();
});
