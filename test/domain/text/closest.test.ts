import fc from "fast-check";
import { expect, test } from "vitest";
import { findClosest } from "../../../src/domain/text/closest.ts";

const slices = ["script", "clickable", "flow", "automation", "dashboard"];

test.each([
  ["scrpt", "script"],
  ["SCRIPT", "script"],
  ["csript", "script"],
  ["scripts", "script"],
  ["dash", "dashboard"],
  ["auto", "automation"],
  ["wolf", undefined],
  ["folw", "flow"],
  ["fl", undefined],
  ["kubernetes", undefined],
  ["", undefined],
])("suggests the closest match for '%s': %s", (typed, want) => {
  expect(findClosest(typed, slices)).toBe(want);
});

test("prefers the closer of two candidates", () => {
  expect(findClosest("spex", ["specs", "spec"])).toBe("spec");
});

test("finds an exact match, and only returns candidates", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
      fc.string(),
      (words, typed) => {
        for (const word of words) expect(findClosest(word, words)).toBe(word);
        const found = findClosest(typed, words);
        expect(found === undefined || words.includes(found)).toBe(true);
      },
    ),
  );
});
