import { expect, test } from "vitest";
import { readBetResult } from "../../../src/domain/insights/bet-result.ts";

const minutes = "The report goes from 42 minutes to 10. Then we decide if it stays.";
const churn = "cut churn from 8 % to 5 %";
const accounts = "from 12 of 40 to 30 of 40 accounts";
const tickets = "Support tickets go from 40 to 20 a week";

test.each([
  [minutes, "2 minutes 50", "2 minutes 50"],
  [minutes, "2 minutes 50 seconds, by stopwatch", "2 minutes 50 seconds"],
  [minutes, "6 minutes by stopwatch", "6 minutes"],
  [minutes, "2 minutes and 50 seconds", "2 minutes and 50 seconds"],
  [minutes, "2m50s", "2m50s"],
  [minutes, "It took 2 min 50 on May 4", "2 min 50"],
  [minutes, "1 h 20", "1 h 20"],
  [minutes, "1h20 on May 4", "1h20"],
  [minutes, "1 hour 10 minutes 30 seconds", "1 hour 10 minutes 30 seconds"],
  [minutes, "an hour and 10 minutes", "an hour and 10 minutes"],
  [minutes, "About 11 min", "about 11 min"],
  [minutes, "8-10 minutes", "8-10 minutes"],
  [minutes, "10 to 12 minutes", "10 to 12 minutes"],
  [minutes, "10 minutes or less", "10 minutes or less"],
  [minutes, "Under 10", "under 10 minutes"],
  [minutes, "Twelve", "twelve minutes"],
  [minutes, "12, down from 42", "12 minutes"],
  [minutes, "from 42 to 11", "11 minutes"],
  [minutes, "1", "1 minute"],
  [churn, "3.5 %", "3.5 %"],
  [churn, "4.9", "4.9%"],
  [accounts, "25", "25 of 40"],
  [tickets, "19 a week", "19 a week"],
  [tickets, "19 tickets per week", "19 tickets per week"],
  ["from 2,000 orders to 1,000", "1,200 orders", "1,200 orders"],
  ["MRR from EUR 40k to 55k", "EUR 41.5k", "EUR 41.5k"],
  ["$1,200 to $900", "850", "$850"],
  ["from 0.12345 to 0.05432", "0.05432", "0.05432"],
])("says %j with %j as it was typed: %s", (bet, text, now) => {
  expect(readBetResult(bet, text)?.words.now).toBe(now);
});

test.each([
  ["2 minutes 50", 170 / 60],
  ["1 h 20", 80],
  ["2 minutes 50 and 3 tickets", 170 / 60],
  ["1 hour 20 tickets", 60],
])("reads the whole of %j", (text, after) => {
  const result = readBetResult("from 42 minutes to 10", text);
  const unit = result?.unit === "seconds" ? 60 : 1;
  expect((result?.after ?? 0) / unit).toBeCloseTo(after);
});
