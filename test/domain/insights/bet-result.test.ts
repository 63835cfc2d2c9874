import fc from "fast-check";
import { expect, test } from "vitest";
import { describeBet, readBet } from "../../../src/domain/insights/bet.ts";
import { readBetResult } from "../../../src/domain/insights/bet-result.ts";

test.each([
  ["The report goes from 42 minutes to 10. Then we decide if it stays.", "42 to 10 minutes"],
  ["from 42 minutes to 10", "42 to 10 minutes"],
  ["42 -> 10 min", "42 to 10 minutes"],
  ["42 → 10 min", "42 to 10 minutes"],
  ["42 to 10 minutes", "42 to 10 minutes"],
  ["42-minute report to 10 minutes", "42 to 10 minutes"],
  ["cut churn from 8 % to 5 %", "8% to 5%"],
  ["churn from 8 to 5 percent", "8% to 5%"],
  ["2h to 45 min", "2 hours to 45 minutes"],
  ["from two hours to fifteen minutes", "2 hours to 15 minutes"],
  ["from half an hour to five minutes", "30 to 5 minutes"],
  ["drops from 1h 30 to 20 min", "1h 30 to 20 minutes"],
  ["from 1 hour 10 minutes to 20 minutes", "1 hour 10 minutes to 20 minutes"],
  ["from 95 minutes to 2 minutes 50", "95 minutes to 2 minutes 50"],
  ["from 1 h 20 to 40 min", "1 h 20 to 40 minutes"],
  ["Time to first value: 3 days → 4 hours", "3 days to 4 hours"],
  ["p95 latency from 1.2 s to 800 ms", "1.2 seconds to 800 milliseconds"],
  ["$1,200 to $900", "$1,200 to $900"],
  ["from $1,200 to 900", "$1,200 to $900"],
  ["MRR from EUR 40k to 55k", "€40,000 to €55,000"],
  ["1.5k to 2k", "1,500 to 2,000"],
  ["from 900 to 1.2k sign-ups", "900 to 1,200 sign-ups"],
  ["from $4.2M to $5M", "$4,200,000 to $5,000,000"],
  ["from 12 of 40 to 30 of 40 accounts", "from 12 of 40 to 30"],
  ["from 12/40 to 30/40", "from 12 of 40 to 30"],
  ["tickets go from 40-45 a week to 8-10", "40 to 10"],
  ["from between 40 and 45 minutes to 10", "40 to 10 minutes"],
  ["from 1,5 to 2,5 %", "1.5% to 2.5%"],
  ["NPS from -10 to 20", "-10 to 20"],
  ["conversion rises from 3.2% (Q1) to 4% (Q3)", "3.2% to 4%"],
  ["from 8% in 2025 to 5% by June 12, 2026", "8% to 5%"],
  ["from today's 42 minutes to under 10", "42 to 10 minutes"],
  ["10 minutes or less, down from 42", "42 to 10 minutes"],
  ["10 minutes instead of 42", "42 to 10 minutes"],
  ["Today 42 minutes, target 10", "42 to 10 minutes"],
  ["on the 3rd of July we go from 7 clicks to 3", "7 to 3 clicks"],
  ["from 5 corrections a month to none", "5 to 0 corrections"],
  ["Escalations: 18/month to 9/month", "18 to 9"],
  ["From 42 to 10 minutes by Monday, June 8", "42 to 10 minutes"],
  ["from 2.5 hours a week to 30 minutes", "2.5 hours to 30 minutes"],
])("reads %j as %s", (text, words) => {
  const bet = readBet(text);
  expect(bet && describeBet(bet)).toBe(words);
});

test.each([
  "Halve the time that the report takes",
  "Double the sign-ups",
  "reduce handle time by 30%",
  "We'll know by June 12",
  "from Monday, June 8 to Friday, June 12",
  "from 2024 to 2025",
  "from v1 to v2 of PROJ-123",
  "from manual to automatic in 3 weeks",
  "42 minutes is too long",
  "Between 3 and 5 tickets a day",
  "It takes about 8 to 10 minutes",
  "from 42 minutes to 10 clicks",
  "from 8% to 5 points",
  "from 5 to 10k",
  "from 12 of 40 to 20 of 25",
  "from the 1st to the 3rd place",
  "stays at 10 minutes",
  "from 10 minutes to 10 minutes",
  "People like it",
  "from 42 to 2 minutes 50",
  "",
])("reads no bet in %j", (text) => expect(readBet(text)).toBeUndefined());

const minutes = "The report goes from 42 minutes to 10. Then we decide if it stays.";
const churn = "cut churn from 8 % to 5 %";
const accounts = "from 12 of 40 to 30 of 40 accounts";
const tickets = "Support tickets go from 40 to 20 a week";

test.each([
  [minutes, "9", 9, "reached"],
  [minutes, "10", 10, "reached"],
  [minutes, "12 minutes", 12, "part-way"],
  [minutes, "about 11 min", 11, "part-way"],
  [minutes, "0.5 hours", 30, "part-way"],
  [minutes, "twelve minutes", 12, "part-way"],
  [minutes, "42", 42, "unchanged"],
  [minutes, "still 42 minutes", 42, "unchanged"],
  [minutes, "50", 50, "other-way"],
  [minutes, "1h", 60, "other-way"],
  [minutes, "8-10 minutes", 10, "reached"],
  [minutes, "10 to 12 minutes", 12, "part-way"],
  [minutes, "It was 42 minutes, now it's 12", 12, "part-way"],
  [minutes, "12, down from 42", 12, "part-way"],
  [minutes, "10 minutes, was 42", 10, "reached"],
  [minutes, "Now 12, before 42", 12, "part-way"],
  [minutes, "from 42 to 11", 11, "part-way"],
  [minutes, "down to 12", 12, "part-way"],
  [minutes, "under 10 minutes", 10, "reached"],
  [minutes, "10 minutes or less", 10, "reached"],
  [minutes, "more than 50 minutes", 50, "other-way"],
  [minutes, "12 minutes, timed on Monday, June 8", 12, "part-way"],
  [minutes, "9 minutes over 3 weeks", 9, "reached"],
  [churn, "6.5%", 6.5, "part-way"],
  [churn, "6", 6, "part-way"],
  [churn, "4.9 percent in Q3", 4.9, "reached"],
  [churn, "9 %", 9, "other-way"],
  [accounts, "25 of 40", 25, "part-way"],
  [accounts, "31/40", 31, "reached"],
  [accounts, "25", 25, "part-way"],
  [tickets, "31 tickets", 31, "part-way"],
  [tickets, "19 a week", 19, "reached"],
  ["$1,200 to $900", "$850", 850, "reached"],
  ["$1,200 to $900", "1,000 dollars", 1000, "part-way"],
  ["1.5k to 2k", "1,950", 1950, "part-way"],
  ["1.5k to 2k", "2026", 2026, "reached"],
  ["NPS from -10 to 20", "-12", -12, "other-way"],
  ["3 days to 4 hours", "2 hours", 2, "reached"],
])("scores %j with %j as %d: %s", (bet, text, after, outcome) => {
  expect(readBetResult(bet, text)).toMatchObject({ after, outcome });
});

test.each([
  [minutes, "halved"],
  [minutes, "much faster"],
  [minutes, "not timed yet, maybe 10"],
  [minutes, "We should get to 10 minutes"],
  [minutes, "10 minutes faster"],
  [minutes, "down 30 minutes"],
  [minutes, "under 20 minutes"],
  [minutes, "over 10 minutes"],
  [minutes, "at least 8 minutes"],
  [minutes, "8 tickets"],
  [minutes, "3 of 4 runs took 10 minutes"],
  [minutes, "9 minutes on Monday, 14 minutes on Tuesday"],
  [minutes, "2026"],
  [minutes, "42 before, 10 now"],
  [minutes, "42 minutes for one and 10 for the other"],
  [minutes, "9 in May and 12 in June"],
  [minutes, "I'll know on June 12"],
  [minutes, ""],
  [minutes, "2:50 minutes"],
  [minutes, "2:50 minutes, down from 42"],
  [minutes, "2'50\""],
  [minutes, "2\u00bd minutes"],
  [minutes, "2 1/2 minutes"],
  ["3 days to 1 day", "1 day 4 hours"],
  ["from 2,000 orders to 1,000", "1 200 orders"],
  ["from 95 minutes to 2 minutes 50", "3"],
  [churn, "down 3 points"],
  [churn, "30% lower"],
  [accounts, "20 of 25"],
  ["3 days to 1 day", "12 hours"],
  ["Halve the time it takes", "20 minutes"],
  ["", "20 minutes"],
])("doesn't score %j with %j", (bet, text) => {
  expect(readBetResult(bet, text)).toBeUndefined();
});

test("says the numbers in the unit of the bet", () => {
  expect(readBetResult("2h to 45 min", "1.5 hours")).toEqual({
    before: 120,
    bet: 45,
    after: 90,
    unit: "minutes",
    outcome: "part-way",
    words: { bet: "2 hours to 45 minutes", now: "1.5 hours" },
  });
  expect(readBetResult("8% to 5%", "4%")?.words).toEqual({ bet: "8% to 5%", now: "4%" });
});

/** Text of the pieces that bets are made of, so that the reader gets far into it. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."from to -> ( ) . , ; - % $ k M h min of /40 between and about instead not June 2026".split(
      " ",
    ),
  ),
  fc.integer({ min: -5, max: 9999 }).map(String),
  fc.double({ min: 0, max: 1e9, noNaN: true }).map(String),
  fc.string({ maxLength: 8 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(" "));

test("never throws, and gives finite numbers", () => {
  fc.assert(
    fc.property(anyText, anyText, (bet, text) => {
      const result = readBetResult(bet, text);
      if (!result) return;
      const { before, bet: goal, after, outcome } = result;
      for (const number of [before, goal, after]) expect(Number.isFinite(number)).toBe(true);
      expect(before).not.toBe(goal);
      expect(outcome === "unchanged").toBe(before === after);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  "from 42 ",
  "1,",
  "1.",
  "12-",
  "a-",
  "a",
  "-",
  "$ ",
  "(",
  "42 to ",
  "12 of ",
  "1h ",
  "1:1",
  "1/1/1",
])("reads a text that is %j again and again as a shorter one", (unit) => {
  const read = (count: number) => readBetResult(unit.repeat(count), unit.repeat(count));
  expect(read(1_000_000)).toEqual(read(1_000));
});

test.each([
  "1e3",
  "it failed after 5 minutes",
  "timed 3 times: 12, 11 and 9 minutes",
  "-5 minutes",
  "10M",
])("doesn't score %j, which says too little for certain", (text) => {
  expect(readBetResult("The report goes from 42 to 10 minutes.", text)).toBeUndefined();
});
