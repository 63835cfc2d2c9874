import { expect, test } from "vitest";
import { parseHours } from "../../../src/domain/text/hours.ts";

test.each([
  ["4", 4],
  ["1.5", 1.5],
  ["1,5 h", 1.5],
  ["4 hours", 4],
  ["\uff14h", 4],
] as const)("reads %j as %d hours", (text, hours) => {
  expect(parseHours(text)).toBe(hours);
});

test.each(["", "four", "-1", "4 days", "1e3"])("%j is no number of hours", (text) => {
  expect(parseHours(text)).toBeUndefined();
});
