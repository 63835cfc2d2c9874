import { expect, test } from "vitest";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(askAnyway(await loadRules("content/rules")));

test.each([
  ["quoted text", "The banner reads 'Fast and easy' on step 2."],
  ["text in curly quotes", "The banner reads \u201cFast and easy\u201d on step 2."],
  ["code", "Running `make fast` prints one line."],
  ["a path", "The link /fast/easy leads to the price list."],
  ["a capitalized name", "A parcel marked Best Effort shows below the others."],
  ["a name at the start", "Robust Roast sorts under R."],
  ["should", "The list should show 5 orders."],
])("finds nothing in %s", (_, text) => {
  expect(lintLine(text, "criterion", ruleset)).toEqual([]);
});

test("gives the position of a finding in code units", () => {
  const text = "The \u{1F600} page loads quickly.";
  const [finding] = lintLine(text, "criterion", ruleset);
  expect(
    text.slice((finding?.column ?? 0) - 1, (finding?.column ?? 0) - 1 + (finding?.length ?? 0)),
  ).toBe("quickly");
});

test("puts what a problem lacks before its wording, and asks for proof only once", () => {
  const found = lintLine("Skippers find the lock a nightmare.", "problem", ruleset);
  expect(found.map(({ rule }) => rule)).toEqual(["no-evidence"]);
});

test("asks about both words that one rule finds", () => {
  const found = lintLine("The page should be fast and easy", "criterion", ruleset);
  expect(found.map(({ message, question }) => `${message} ${question}`)).toEqual([
    '"fast" has no measure. "fast": how long may it take at most, and from when to when?',
    '"easy" is an opinion. How would you test "easy": what would you see or measure?',
  ]);
});

test("asks about a second word that a sentence form finds", () => {
  const found = lintLine("Messages are short and friendly", "criterion", ruleset);
  expect(found.map(({ message }) => message)).toEqual([
    '"short" has no measure.',
    '"friendly" is an opinion.',
  ]);
});

test.each([
  ["The help pages are accessible.", "has no measure"],
  ["Fields are filled in as needed.", "has no measure"],
  ["All relevant tides are listed.", "has no measure"],
  ["The tide list is up-to-date.", "has no measure"],
  ["The gate is fast.", "has no measure"],
  ["The gate is friendly.", "is an opinion"],
  ["Skipper picks a berth.", "is a step of a person"],
  ["The app should identify boats with a 85% accuracy rate.", "85% of what"],
  ["Several skippers reach the last page.", "how many is that"],
])("says what is missing and names the word in the question: %s", (text, says) => {
  const [finding] = lintLine(text, "criterion", ruleset);
  expect(`${finding?.message} ${finding?.question}`).toContain(says);
  const word = text.slice((finding?.column ?? 0) - 1).slice(0, finding?.length);
  expect(finding?.question).toContain(word);
});

test.each([["Skippers must wear a vest."], ["The skipper must use the berth booking system."]])(
  "says that nothing shows whether people keep a rule: %s",
  (text) => {
    const [finding] = lintLine(text, "criterion", ruleset);
    expect(finding?.message).toContain("is a rule for people");
  },
);

test.each([
  ["The page shows the total and emails the owner", '"The page shows the total"'],
  [
    "The map on the page of the northern harbor shows every berth in red and the system mails the crew",
    "the first one",
  ],
])("names a short first result beside the second one: %s", (text, first) => {
  const [finding] = lintLine(text, "criterion", ruleset);
  expect(finding?.message).toContain(`it can fail while ${first} passes`);
});

test("leaves out the wording of a long problem with a person and evidence", () => {
  const text =
    "In May, 14 of our 60 skippers missed the lock, because the page with the tides, wind " +
    "etc. showed the times of the day before until they reloaded it.";
  expect(lintLine(text, "problem", ruleset)).toEqual([]);
  expect(lintLine("14 of our 60 skippers asked for tides, wind etc.", "problem", ruleset)).toEqual([
    expect.objectContaining({ rule: "open-ended-list" }),
  ]);
});

test("returns at most two findings, the most severe first", () => {
  const text =
    "Ideally the user-friendly page loads faster, is reviewed first, " +
    "handles PDF, CSV etc. and gets engagement.";
  const findings = lintLine(text, "criterion", ruleset);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["open-ended-list", "block"],
    ["weak-modal", "block"],
  ]);
});

test.each([
  ["quickly", "The page loads quickly.", "The page loads quickly, within 2 s."],
  ["a comparison", "Fewer clicks to the receipt.", "Clicks to the receipt drop from 7 to 3."],
])("accepts %s with a measure", (_, without, withMeasure) => {
  expect(lintLine(without, "criterion", ruleset)).not.toEqual([]);
  expect(lintLine(withMeasure, "criterion", ruleset)).toEqual([]);
});

test.each([
  ["a version", "The 2.0 search is faster than the 1.8 one."],
  ["a date", "Since 4 June the search is faster."],
  ["a name with a number", "Search on page 3 is faster."],
])("doesn't count %s as a measure", (_, text) => {
  expect(lintLine(text, "criterion", ruleset)[0]?.rule).toBe("unquantified-comparative");
});

test.each([
  ["the page shows the total and emails the owner", "compound"],
  ["somebody opens the page and sees the total", undefined],
  ["When the tank is empty, the pump stops; the farmer gets a text", undefined],
  ["The pump sends a text and the portal drafts an order", "compound"],
])("counts results but not triggers: %s", (text, rule) => {
  expect(lintLine(text, "criterion", ruleset)[0]?.rule).toBe(rule);
});

test.each([
  ["", "criterion"],
  ["   ", "problem"],
  ["...", "problem"],
  ["'", "criterion"],
] as const)("doesn't throw on %j", (text, kind) => {
  expect(() => lintLine(text, kind, ruleset)).not.toThrow();
});

test.each([
  ["Everyone wants this.", ["no-evidence"]],
  ["14 tickets in May, see the support export.", []],
  ["\u201cI never find the button\u201d, a nurse on ward 3.", []],
  ["https://example.com/ticket/4711", []],
])("asks evidence for a number, date, source or quote: %s", (text, found) => {
  expect(lintLine(text, "evidence", ruleset).map(({ rule }) => rule)).toEqual(found);
});

test.each([
  "% of tasks moved to Done.",
  "% of new users who add a board and at least one task.",
  "average number of task moves per active board/session",
  "Vulnerability count",
  "Check the contrast for all normal-sized text",
])("asks only for the pass line of a metric: %s", (line) => {
  const found = lintLine(line, "criterion", ruleset);
  expect(found.map(({ rule, question }) => [rule, question])).toEqual([
    ["no-threshold", "What number passes, and out of how many?"],
  ]);
});
