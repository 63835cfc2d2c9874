import { expect, test } from "vitest";
import { bootstrap, groupLines, type LabeledLine, runLinter, score } from "./score.ts";

const line = (text: string, label: string, changes: Partial<LabeledLine> = {}): LabeledLine => ({
  id: text,
  text,
  kind: "criterion",
  label,
  alt: [],
  tricky: false,
  ...changes,
});

const lines = [
  line("hit", "vague-term"),
  line("other name", "compound", { alt: ["vague-term"] }),
  line("wrong name", "compound"),
  line("miss", "compound"),
  line("alarm", "ok", { tricky: true }),
  line("quiet", "ok", { tricky: true }),
];
const judged = runLinter(lines, ({ text }) =>
  ["miss", "quiet"].includes(text) ? undefined : "vague-term",
);

test("computes precision, recall and agreement", () => {
  expect(score(judged)).toEqual({
    precision: 0.75,
    recall: 0.75,
    f1: 0.75,
    alarms: 0.5,
    trickyAlarms: 0.5,
    agreement: 2 / 3,
  });
});

test("returns the same interval each time, around the figure", () => {
  const [low, high] = bootstrap(judged).f1;
  expect(bootstrap(judged).f1).toEqual([low, high]);
  expect(low).toBeLessThan(0.75);
  expect(high).toBeGreaterThan(0.75);
});

test("groups lines by form, without those that have none", () => {
  const forms = { hit: "gherkin", miss: "gherkin", alarm: "issue" };
  const grouped = groupLines(judged, ({ id }) => forms[id as keyof typeof forms]);
  expect(grouped.map(([name, group]) => [name, group.map(({ line: { id } }) => id)])).toEqual([
    ["gherkin", ["hit", "miss"]],
    ["issue", ["alarm"]],
  ]);
});
