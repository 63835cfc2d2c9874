import { expect, test } from "vitest";
import { describeBet, readBet } from "../../../src/domain/insights/bet.ts";
import { readBetResult } from "../../../src/domain/insights/bet-result.ts";
import { describeUncompared } from "../../../src/domain/insights/bet-score.ts";
import { stepOf } from "../../helpers/loop.ts";

const leave = "The last van leaves from 17:40 to 16:30; if not, we drop it.";
const ready = "The rota is ready from 5 pm to 3 pm";
const lookUp = "We look it up from twice a week to never";
const report = "from daily to weekly";
const half = "Wrong labels go from half of them to none";
const all = "three of four to all";
const calls = "from 3 phone calls a day to none";

test.each([
  [leave, "17:40 to 16:30"],
  [ready, "5 pm to 3 pm"],
  ["from 5 to 3 pm", "5 to 3 pm"],
  ["from 9:30 to 10:15", "9:30 to 10:15"],
  ["from 6.30pm to 5 p.m.", "6.30pm to 5 p.m."],
  ["from noon to 11 am", "from noon to 11 am"],
  ["from midnight to 10 pm", "from midnight to 10 pm"],
  ["from 5 o'clock to 4 o'clock", "5 o'clock to 4 o'clock"],
  ["I leave at 17:40 today and want to leave at 16:30", "17:40 to 16:30"],
  ["Done at 11:30 today; with the script at 9:20.", "11:30 to 9:20"],
  [lookUp, "from twice a week to never"],
  ["It happens twice a week; it should go to never", "from twice a week to never"],
  [report, "from daily to weekly"],
  ["from every day to once a week", "from every day to once a week"],
  ["from 4 times a month to once a month", "4 times a month to once a month"],
  ["from every other week to never", "from every other week to never"],
  ["from 10 a day to 20 a week", "10 a day to 20 a week"],
  ["from 4 visits a week to once a week", "4 visits to once a week"],
  [half, "from half of them to none"],
  [all, "from 3 of 4 to 4"],
  ["from 3 of 4 to all 4", "from 3 of 4 to 4"],
  ["from one in five to none", "from 1 of 5 to 0"],
  ["from zero of four to three of four", "from 0 of 4 to 3"],
  ["from none to all", "from none to all"],
  ["from nobody to 5 people", "from nobody to 5 people"],
  ["from no one to everyone", "from no one to everyone"],
  ["from thirty-five minutes to ten", "35 to 10 minutes"],
  ["from twenty five minutes to five", "25 to 5 minutes"],
  ["from a hundred emails to twenty", "100 to 20 emails"],
  ["from two hundred to eighty", "200 to 80"],
  ["from one hundred and twenty to fifty", "120 to 50"],
  ["from a dozen to 3", "12 to 3"],
  ["from 1 in 4 to 1 in 10", "1 in 4 to 1 in 10"],
  ["from one or two a day to none", "1 to 0"],
  ["from within 24 hours to within 4", "24 to 4 hours"],
])("reads %j as %s", (text, words) => {
  const bet = readBet(text);
  expect(bet && describeBet(bet)).toBe(words);
});

test.each([
  "from Tuesday 9:00 to Monday 17:00",
  "from 11:00 to 1:00",
  "from 4:30 minutes to 2:00",
  "All orders are checked once we never have time",
  "from 5 pm to 5 pm",
  "from 25:00 to 16:00",
  "from several times a week to never",
])("reads no bet in %j", (text) => expect(readBet(text)).toBeUndefined());

test.each([
  "The standup, from 9:30 to 10:15, goes from 45 minutes to 20",
  "Twice a week she needs 45 minutes; with the list it goes to 20 minutes",
  "The daily report goes from 45 minutes to 20, never more",
])("prefers the lengths in %j", (text) => {
  expect(readBet(text)).toMatchObject({ before: { low: 45 }, bet: { low: 20 } });
});

test.each([
  [leave, "16:20", "reached"],
  [leave, "before 16:30", "reached"],
  [leave, "17:00", "part-way"],
  [leave, "5 pm", "part-way"],
  [leave, "4:20", "reached"],
  [leave, "17:40", "unchanged"],
  [leave, "18:05, by my watch on Friday", "other-way"],
  [ready, "3 pm", "reached"],
  [ready, "15:00", "reached"],
  [ready, "4", undefined],
  [ready, "after 4 pm", undefined],
  [ready, "an hour earlier", undefined],
  [ready, "9:00", undefined],
  ["from 23:30 to 22:00", "0:30", "other-way"],
  ["from 9:30 to 10:15", "10:20", "reached"],
  ["from 8:00 to 17:00", "6:00", "other-way"],
  [lookUp, "never", "reached"],
  [lookUp, "never timed", undefined],
  [lookUp, "0", "reached"],
  [lookUp, "once a week", "part-way"],
  [lookUp, "3 a week", "other-way"],
  [lookUp, "every day", "other-way"],
  [report, "weekly", "reached"],
  [report, "every two weeks", "reached"],
  [report, "twice a week", "part-way"],
  // Seven days a week, or five at work.
  [report, "5 times a week", undefined],
  [report, "2", undefined],
  [half, "none", "reached"],
  [half, "half of them", "unchanged"],
  [half, "a third of them", "part-way"],
  [half, "2 of 12", "part-way"],
  [half, "5", undefined],
  [half, "0", "reached"],
  ["From half of the orders to 10%", "5", "reached"],
  [half, "all of them", "other-way"],
  [all, "all", "reached"],
  [all, "all four", "reached"],
  [all, "half of them", "other-way"],
  [all, "4", "reached"],
  ["from 1 in 4 to 1 in 10", "one in eight", "part-way"],
  ["from 1 in 4 to 1 in 10", "2 of 20", "reached"],
  [calls, "1 or 2", "part-way"],
  [calls, "9 or 12", undefined],
  [calls, "no calls this week", "reached"],
  [calls, "no calls were counted", undefined],
  [calls, "nobody", "reached"],
  [calls, "one", "part-way"],
  ["from 40 tickets a week to 20", "10 a day", "other-way"],
  ["from 40 tickets a week to 20", "2 a day", "reached"],
  ["from 5 corrections a month to none", "2 a week", "other-way"],
  ["from 4 a month to none", "1 a week", undefined],
  ["from 2.5 hours a week to 30 minutes", "10 minutes a day", "part-way"],
  ["cut churn from 8 % to 5 %", "half", undefined],
  ["from 42 minutes to 10", "12, 11 and 9 minutes", undefined],
  ["from 42 minutes to 10", "half an hour", "part-way"],
  ["from 42 minutes to 10", "9 minutes, timed twice at 9:30", "reached"],
  ["from 42 minutes to 10", "never", undefined],
])("scores %j with %j as %s", (bet, text, outcome) => {
  expect(readBetResult(bet, text)?.outcome).toBe(outcome);
});

test.each([
  [calls, "none", "none"],
  [calls, "one", "one"],
  [calls, "1", "1"],
  [calls, "no calls", "no calls"],
  [half, "none of them", "none of them"],
  [report, "Every two weeks", "every two weeks"],
  [leave, "4:20 pm", "4:20 pm"],
])("says %j with %j as it was typed: %s", (bet, text, now) => {
  expect(readBetResult(bet, text)?.words.now).toBe(now);
});

const [question] = stepOf("decide").questions;
if (!question) throw new Error("The decision asks nothing");

test.each([
  [ready, "4", "There's no time of day in it", 'Give one time, such as "3 pm".'],
  [
    report,
    "2",
    "It doesn't say if that's per day or per week",
    'Give one number, such as "weekly".',
  ],
  [half, "5", "That number can't be read for certain", 'Give one number, such as "half of them".'],
  [lookUp, "rarely", "There's no number in it", 'Give one number, such as "twice a week".'],
])("says why %j isn't compared with %j", (bet, text, why, how) => {
  expect(describeUncompared({ bet, text, question, result: undefined })).toBe(
    `${why}, so it isn't compared with your bet. ${how}`,
  );
});
