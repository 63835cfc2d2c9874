import { expect, test } from "vitest";
import { stepOf } from "../../helpers/loop.ts";
import { readAnswersByRules } from "../../helpers/notes-rules.ts";

const { questions } = stepOf("spec");
const HURTS = "Staff look up the rules in a PDF while the customer waits.";

const cases: [name: string, lines: string[], filled: Record<string, string[]>][] = [
  ["a summary of what hurts", ["## Overview", "", HURTS], { problem: [HURTS] }],
  ["a summary of the product", ["## Overview", "", "A page that shows the rules."], {}],
  [
    "a summary beside a problem",
    ["## Summary", "", HURTS, "", "## Problem", "", "It takes them an hour by hand."],
    { problem: ["It takes them an hour by hand."] },
  ],
  [
    "a case with its outcome",
    ["- Scanned twice: it counts once"],
    {
      edges: ["Scanned twice: it counts once"],
    },
  ],
  ["a case that was decided", ["- block duplicates -> no, they are legit"], {}],
  ["steps with arrows", ["- Offline -> it waits -> it sends itself"], {}],
  [
    "a rule to stop below other rules",
    ["## Rules", "- Runs locally", "", "We'll stop if the card isn't used in 2 of 3 handovers."],
    {
      constraints: ["Runs locally"],
      stop: ["We'll stop if the card isn't used in 2 of 3 handovers."],
    },
  ],
  [
    "a table of numbers today and later",
    ["## Numbers", "| What | Now | By May |", "|---|---|---|", "| Days to wait | 31 | 10 |"],
    { bet: ["Days to wait: Now 31, By May 10"] },
  ],
  ["a property of the page", ["| Property | Value |", "|---|---|", "| Status | Idea |"], {}],
  [
    "a short line with a box",
    ["## Won't do", "- [ ] Calendar sync"],
    {
      "not-building": ["Calendar sync"],
    },
  ],
  [
    "a bold line with an icon above a list",
    ["- \u{1f6ab} **Out of scope**", "    - Voice messages"],
    { "not-building": ["Voice messages"] },
  ],
  ["a goal that is a day", ["Target: code complete 4/18, 10% rollout the week after"], {}],
];

test.each(cases)("reads %s", (_name, lines, filled) => {
  expect(Object.fromEntries(readAnswersByRules(lines.join("\n"), questions).filled)).toEqual(
    filled,
  );
});
