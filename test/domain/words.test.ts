import { expect, test } from "vitest";
import { countOf, describeAge, joinWords } from "../../src/domain/words.ts";
import { noon } from "../helpers/samples.ts";

test.each([
  { words: [], want: "" },
  { words: ["spec"], want: "spec" },
  { words: ["spec", "review"], want: "spec and review" },
  { words: ["problem", "spec", "review"], want: "problem, spec and review" },
])("$words become '$want'", ({ words, want }) => {
  expect(joinWords(words)).toBe(want);
});

test("another conjunction joins the last word", () => {
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
  [-3, "today"],
  [0, "today"],
  [0.99, "today"],
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
