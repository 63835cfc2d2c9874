import { expect, test } from "vitest";
import { readBetResult } from "../../../src/domain/insights/bet-result.ts";

const BET = "From 75 % (48 of 64) to 90 %, so that we decide whether to keep it";

test.each([
  ["60 of 64", 93.75, "reached"],
  ["Now 54 out of 64, counted by hand", 84.375, "part-way"],
  ["48 of 64", 75, "unchanged"],
])("reads %j as a percentage of the same total", (text, after, outcome) => {
  const result = readBetResult(BET, text);
  expect(result).toMatchObject({ before: 75, bet: 90, after, outcome, unit: "%" });
  expect(text).toContain(result?.words.now);
});

test.each([
  ["60 of 70", BET],
  ["70 of 64", BET],
  ["60 of 64", "From 75 % to 90 %"],
  ["60 of 64", "From 80 % (48 of 64) to 90 %"],
  ["60 of 64 on 3 days", BET],
])("scores nothing from %j for %j", (text, bet) => {
  expect(readBetResult(bet, text)).toBeUndefined();
});
