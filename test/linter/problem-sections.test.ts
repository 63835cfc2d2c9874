import { expect, test } from "vitest";
import { compileRules } from "../../src/linter/rules.ts";
import { lintText } from "../../src/linter/text.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(askAnyway(await loadRules("content/rules")));

const listRules = (...lines: string[]) =>
  lintText(lines.join("\n"), {}, ruleset).found.map(({ line, rule }) => `${line} ${rule}`);

const problem = "## Problem\n";

test.each([
  [
    "a paragraph",
    "Nurses lose the key of the ward.",
    "In May the door stayed shut on 9 days (log).",
  ],
  ["a reason", "Bakers can't find the yeast.", "For example, 14 doughs were late on June 3."],
  ["a lead-in", "Drivers report:", "- At 13:42 on May 19 the scanner froze for 900 seconds."],
  ["a list", "Our tenants wait for the plumber.", "- 43 calls since May 2 rang out (phone bill)."],
])("knows from the line above whose problem it is: %s", (_, above, below) => {
  expect(listRules(problem, below)).toContain("3 missing-actor");
  expect(listRules(problem, above, "", below).join()).not.toContain("missing-actor");
});

test.each([
  ["Nurses lose the key of the ward.", "In May, 9 of 20 nurses did (ward log)."],
  ["Bakers can't find the yeast.", "For example, 14 doughs were late on June 3."],
  ["Tenants wait for the plumber.", "On May 2, 43 of them rang in vain."],
])("finds the evidence of a problem in the line below: %s", (above, below) => {
  expect(listRules(problem, above)).toContain("3 no-evidence");
  expect(listRules(problem, above, "", below)).toEqual([]);
});

test("sentences of one paragraph share who and where", () => {
  const lines = ["## Background", "", "On May 2, 43 tenants rang in vain.", "The line was broken."];
  expect(listRules(...lines)).toEqual([]);
  expect(listRules(...lines.slice(0, 3), "", lines[3] ?? "")).toEqual(["5 no-evidence"]);
});

test("entries of a list are problems of their own", () => {
  expect(listRules(problem, "- 9 of 20 nurses lose the key (ward log)", "- Bakers wait")).toEqual([
    "4 no-evidence",
  ]);
});

test("the people of one section say nothing about the next one", () => {
  const below = "In May the door stayed shut on 9 days (log).";
  expect(listRules(problem, "Nurses lose 9 keys a week.", "", "### Doors", "", below)).toEqual([
    "7 missing-actor",
  ]);
});

test("a list of causes is about the people of the problem above", () => {
  const causes = ["", "## Causes", "", "### Pain", "", "- Doors stay shut for 9 days (log)"];
  expect(listRules(problem, "Nurses lose 9 keys a week.", ...causes)).toEqual([]);
  expect(listRules(problem, "Keys get lost.", ...causes)).toContain("9 missing-actor");
});

test("the lack of a thing is no problem yet", () => {
  const lines = ["## Gaps", "", "- No scan of two codes exists anywhere in the app"];
  expect(listRules(...lines)[0]).toBe("3 solution-in-problem");
});

test("lines without marks are one criterion each", () => {
  const lines = [
    "Allow the visitor to take photos of all of the plants in the garden",
    "Produce a plan for the next week within 10 seconds on an old phone",
    "Handle the case that the photo shows no plant",
  ];
  expect(listRules("## Acceptance criteria", "", ...lines)).toEqual(["5 no-observable-outcome"]);
});

test.each([
  "In 2023 the club lost 9,400 euros because late fees were never billed (annual report, p. 12).",
  "The library's three branches each keep a list, and last month 26 books were bought twice.",
  "In May the shop wrote off 40 cakes that were never picked up.",
  "The farm missed 4 of 12 milk pickups in March.",
  "Selecting text in a table copies the hidden column, too (Chrome 120, macOS).",
])("asks nothing about a problem with people and numbers: %s", (text) => {
  expect(listRules(problem, text)).toEqual([]);
});

test.each([
  "The club page was down for 40 minutes on May 3.",
  "The school server stores 300 duplicate files since May.",
  "The library catalog lists 26 books twice.",
])("asks whom it hurts that a thing does something: %s", (text) => {
  expect(listRules(problem, text)).toContain("3 missing-actor");
});
