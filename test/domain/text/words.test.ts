import { expect, test } from "vitest";
import {
  countOf,
  countTimes,
  describeAge,
  describeDuration,
  joinWords,
  lowerFirst,
  quotePath,
  shorten,
} from "../../../src/domain/text/words.ts";
import { noon } from "../../helpers/samples.ts";

test.each([
  { words: [], want: "" },
  { words: ["spec"], want: "spec" },
  { words: ["spec", "review"], want: "spec and review" },
  { words: ["problem", "spec", "review"], want: "problem, spec and review" },
])("$words become '$want'", ({ words, want }) => {
  expect(joinWords(words)).toBe(want);
});

test.each([
  { text: "short", most: 5, want: "short" },
  { text: " on two\n lines ", most: 20, want: "on two lines" },
  { text: "cut at a word", most: 10, want: "cut at a..." },
  { text: "cut at a word", most: 8, want: "cut at a..." },
  { text: "\u{1f600}\u{1f600}\u{1f600}\u{1f600}", most: 3, want: "\u{1f600}\u{1f600}\u{1f600}..." },
])("'$text' in $most characters is '$want'", ({ text, most, want }) => {
  expect(shorten(text, most)).toBe(want);
});

test("joins the last word with another conjunction", () => {
  expect(joinWords(["yes", "partly", "not-yet"], "or")).toBe("yes, partly or not-yet");
});

test.each([
  [0, "0 hours"],
  [0.25, "0.25 hours"],
  [1, "1 hour"],
  [2, "2 hours"],
])("%d becomes '%s'", (count, want) => {
  expect(countOf(count, "hour")).toBe(want);
});

test.each([
  ["day", "2 days"],
  ["entry", "2 entries"],
  ["pass", "2 passes"],
])("two of %s are '%s'", (noun, want) => {
  expect(countOf(2, noun)).toBe(want);
});

test.each([
  [1, "once"],
  [2, "twice"],
  [3, "3 times"],
])("%d changes happened '%s'", (count, want) => {
  expect(countTimes(count)).toBe(want);
});

test.each([
  [0, "less than a minute"],
  [1, "1 minute"],
  [59, "59 minutes"],
  [60, "1 hour"],
  [90, "2 hours"],
  [23 * 60 + 29, "23 hours"],
  [23 * 60 + 30, "1 day"],
  [13 * 1440, "13 days"],
  [14 * 1440, "2 weeks"],
  [60 * 1440, "2 months"],
])("%d minutes are '%s'", (minutes, want) => {
  expect(describeDuration(minutes)).toBe(want);
});

test.each([
  [-3, "today"],
  [0, "today"],
  [0.49, "today"],
  [0.51, "yesterday"],
  [1, "yesterday"],
  [2, "2 days ago"],
  [13, "13 days ago"],
  [14, "2 weeks ago"],
  [59, "8 weeks ago"],
  [60, "2 months ago"],
  [729, "24 months ago"],
  [730, "2 years ago"],
])("%d days back is '%s'", (days, want) => {
  const now = noon(1);
  expect(describeAge(new Date(now.getTime() - days * 86_400_000), now)).toBe(want);
});

test.each([
  { from: "2026-11-21T23:59", now: "2026-11-22T00:01", want: "yesterday" },
  { from: "2026-11-22T00:01", now: "2026-11-22T23:59", want: "today" },
  { from: "2026-11-20T23:59", now: "2026-11-22T00:01", want: "2 days ago" },
])("counts midnights: $from is $want at $now", ({ from, now, want }) => {
  expect(describeAge(new Date(from), new Date(now))).toBe(want);
});

test.each([
  { path: "/home/kim/monday-report", want: "/home/kim/monday-report" },
  { path: "/home/kim/a b", want: '"/home/kim/a b"' },
  { path: "C:\\Users\\kim\\report", want: "C:\\Users\\kim\\report" },
  { path: "C:\\Users\\Kim Lee\\report", want: '"C:\\Users\\Kim Lee\\report"' },
])("quotes $path if it has to", ({ path, want }) => {
  expect(quotePath(path)).toBe(want);
});

test.each([
  ["A cost with no person", "a cost with no person"],
  ["PDF export", "PDF export"],
  ["I never noticed", "I never noticed"],
  ["plain", "plain"],
])("puts %s into the middle of a sentence", (text, expected) => {
  expect(lowerFirst(text)).toBe(expected);
});
