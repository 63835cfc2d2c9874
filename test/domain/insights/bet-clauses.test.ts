import { expect, test } from "vitest";
import { describeBet, readBet } from "../../../src/domain/insights/bet.ts";
import { readBetResult } from "../../../src/domain/insights/bet-result.ts";

test.each([
  [
    "Ola needs 115 minutes on a Thursday today; with the list of differences it goes to 30. If it " +
      "does, we roll it out to the other 3 venues.",
    "115 to 30 minutes",
  ],
  [
    "It takes Mira 3 hours to close the month. With this it should take 40 minutes.",
    "3 hours to 40 minutes",
  ],
  ["We lose 12 of 40 users in week one. I bet we lose at most 6 of 40.", "from 12 of 40 to 6"],
  ["Checking one invoice takes 6 minutes now, 2 minutes afterwards.", "6 to 2 minutes"],
  ["The report currently needs 5 people; afterwards 2 people are enough.", "5 to 2 people"],
  ["Support answers within 26 hours on average; the bet is 8.", "26 to 8 hours"],
  ["A third of the orders have a wrong address; I bet it becomes 5%.", "from a third to 5%"],
  ["From a third of orders to a tenth", "from a third to a tenth"],
  ["A quarter of tickets are duplicates today. Goal: 5%.", "from a quarter to 5%"],
  ["From half of the orders to 10%", "from half to 10%"],
  ["Currently, we spend 90 minutes; in the future, 20.", "90 to 20 minutes"],
  ["Instead of 45 minutes Priya needs only 10.", "45 to 10 minutes"],
  ["Priya spends 45 minutes every Monday. If it's 10 or less, I'll keep it.", "45 to 10 minutes"],
  ["45 minutes every Monday becomes 10", "45 to 10 minutes"],
  ["Response time: 10 h today, 6 h with the tool", "10 to 6 hours"],
  ["Now: 18 minutes. With it: 6 minutes.", "18 to 6 minutes"],
  ["I bet that 4 hours turn into 1 hour", "4 to 1 hour"],
  ["Mara gets 30 emails a week about it; with the page it will be 10", "30 to 10 emails"],
  ["Nobody reads it: 3 of 20 open it. I bet 10 of 20 open it.", "from 3 of 20 to 10"],
  ["Today I need two and a half hours; I want to need 30 minutes", "2.5 hours to 30 minutes"],
  ["2 and a half hours to 20 minutes", "2.5 hours to 20 minutes"],
  ["from an hour and a half to 20 minutes", "1.5 hours to 20 minutes"],
])("reads %j as %s", (text, words) => {
  const bet = readBet(text);
  expect(bet && describeBet(bet)).toBe(words);
});

test.each([
  "Priya spends 45 minutes. It should take no more than 2 days to build.",
  "It takes 42 minutes. I bet we save 10 minutes.",
  "Today 20 users click it. We will talk to 5 users.",
  "Now it takes 42 minutes; after 2 weeks I decide.",
  "Ola needs 115 minutes; the mail goes to 30.",
  "Today 42 minutes for 12 shops. With it, 10.",
  "It takes 42 minutes today. With it, it will be 10 minutes faster.",
  "Today it takes 42 minutes, 10 of them waiting.",
  "We spend 3 hours on it now and 2 hours on the rest.",
  "From 42 to a third",
  "From 60% to a third of what it was",
  "Today a third person checks it; it goes to 1.",
  "It takes 42 minutes now. If it's 30 or more, I stop.",
  "It takes 42 minutes now. If it's 30 or more, I keep it.",
  "It takes 42 minutes now. If it's 10 or less, I stop.",
  "It takes 26 hours today. We will start with 5 hours of training.",
  "It takes 3 hours today. We will need 2 hours with Kim to build it.",
  "Today it takes 45 minutes; later she waits 10 minutes for the bus.",
  "Instead of 8 hours, 3 hours are on the road.",
  "Today it takes 42 minutes. I bet it saves 10.",
])("reads no bet in %j", (text) => expect(readBet(text)).toBeUndefined());

test.each([
  [
    "She needs 115 minutes today; with the list it goes to 30.",
    "24 minutes, by stopwatch on Thursday, November 26",
    24,
    "reached",
  ],
  ["From a third of orders to a tenth", "20%", 20, "part-way"],
])("scores %j with %j as %d: %s", (bet, text, after, outcome) => {
  expect(readBetResult(bet, text)).toMatchObject({ after, outcome });
});

test.each([
  ["cut churn from 8 % to 5 %", "down by a third"],
  ["from 1 hour to 20 minutes", "a third of an hour"],
])("doesn't score %j with %j", (bet, text) => {
  expect(readBetResult(bet, text)).toBeUndefined();
});
