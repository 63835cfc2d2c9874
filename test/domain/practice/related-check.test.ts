import { expect, test } from "vitest";
import { findRelatedCheck } from "../../../src/domain/practice/related-check.ts";

const how = ["Read it."];
const drill = {
  checks: [
    "The total equals the sum of the refunds in the export.",
    "A renamed column stops the run.",
    "With seats left empty, the review stays closed.",
  ],
  truth: [
    { verdict: "not-met" as const, where: "The line Total, order 1052.", how },
    { verdict: "met" as const, where: "The second run.", how },
    {
      verdict: "not-met" as const,
      where: "The field Seats.",
      how: ["Press Continue twice, and see what the report says about it there."],
    },
  ],
};

test.each([
  ["The refunds of order 1052 are in the total twice", 1],
  ["Pressing Continue again opens the review without seats", 3],
  ["The renamed column stops it, but with an exit code", undefined],
  ["A list of customers that nobody asked for", undefined],
  ["The report names a script that isn't there", undefined],
  ["The total and the review are hard to read", undefined],
  ["", undefined],
])("%s: about check %s", (remark, number) => {
  expect(findRelatedCheck(remark, drill)).toBe(number);
});
