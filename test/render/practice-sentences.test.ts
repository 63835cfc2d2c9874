import { expect, test } from "vitest";
import { summarizePractice } from "../../src/domain/insights/practice.ts";
import { chartPractice } from "../../src/render/html/charts.ts";
import { renderLongTruthHint } from "../../src/render/text/drill-truth.ts";
import { renderDrills } from "../../src/render/text/practice.ts";
import { createTheme } from "../../src/render/theme.ts";
import { attemptOf, type Judged, replyOf } from "../helpers/drills-saved.ts";

const judged: Judged[] = [["not-met", "met", "not-met", "2"]];
const extra = {
  planted: ["A list."],
  answers: { else: replyOf("a list"), "named.1": replyOf("yes") },
};

test.each([
  [attemptOf(judged), undefined],
  [attemptOf(judged, extra), "You named 1 of 1 defect beyond the checks."],
  [attemptOf([["not-met", "met", "not-met", "3"]]), "The one verdict you were sure of was right."],
])("the chart of practice has a sentence only if there is one", (attempt, words) => {
  const chart = String(chartPractice(summarizePractice({ one: attempt })));
  if (words === undefined) expect(chart).not.toContain("figcaption");
  else expect(chart).toContain(words);
});

test("a truth longer than the window is told how to be read again", () => {
  const attempt = attemptOf(judged);
  const summary = summarizePractice({ one: attempt });
  const view = { attempt, drill: undefined, isAgain: false, id: "queue", summary };
  const options = { theme: createTheme({ color: false }), width: 80 };
  expect(renderLongTruthHint(view, { ...options, rows: 60 })).toBe("");
  const wide = renderLongTruthHint(view, { ...options, rows: 10 });
  expect(wide.replace(/\n(?! )/g, " ")).toContain(
    "one screen at a time (space goes on, q ends):\n  builder-pm practice queue | more",
  );
  // In a pipe, its rows have 80 columns.
  const narrow = renderLongTruthHint(view, { ...options, width: 50, rows: 10 });
  expect(narrow).toMatch(/again:\n {2}builder-pm practice queue\n$/);
});

test.each([
  [["cannot-tell", "met"], "You couldn't tell about 1 check."],
  [["cannot-tell", "cannot-tell"], "You couldn't tell about 2 checks."],
  [["met", "met"], undefined],
] as const)("the list says how many checks nobody could tell", (verdicts, words) => {
  const attempt = attemptOf(verdicts.map((verdict): Judged => ["not-met", "met", verdict]));
  const view = { listed: [], summary: summarizePractice({ one: attempt }) };
  const text = renderDrills(view, { theme: createTheme({ color: false }), width: 80 });
  if (words === undefined) expect(text).not.toContain("couldn't tell");
  else expect(text).toContain(words);
});
