import { expect, test } from "vitest";
import { findDueStop, readStopRule } from "../../../src/domain/project/stop-rule.ts";
import { newProject, projectAfter, steps, takeStep } from "../../helpers/loop.ts";

/** Wednesday, June 3, 2026, in the afternoon. */
const start = new Date(2026, 5, 3, 15);

const isDue = (...asked: Parameters<typeof findDueStop>) => findDueStop(...asked) !== undefined;

function dayIn(text: string): string | undefined {
  const { day } = readStopRule(text, start);
  return day && [day.getFullYear(), day.getMonth() + 1, day.getDate()].join("-");
}

test.each([
  ["If it's still off by June 12, I stop", "2026-6-12"],
  ["by Friday, June 12", "2026-6-12"],
  ["Friday, June 12th, 2026", "2026-6-12"],
  ["by 12 June", "2026-6-12"],
  ["on the 12th of June", "2026-6-12"],
  ["until Jun. 12", "2026-6-12"],
  ["by 2026-06-12", "2026-6-12"],
  ["by 6/12", "2026-6-12"],
  ["by 6/12/26 or after 4 hours", "2026-6-12"],
  ["by 13/6", "2026-6-13"],
  ["after 4 hours, or by Friday, June 12, I stop", "2026-6-12"],
  ["by June 3", "2026-6-3"],
  ["by June 2", "2027-6-2"],
  ["by January 15", "2027-1-15"],
  ["by May 1, 2026", "2026-5-1"],
  ["by May 4", "2027-5-4"],
  ["by February 29", "2028-2-29"],
  ["If it doesn't match by Friday, I stop", "2026-6-5"],
  ["Friday", "2026-6-5"],
  ["No match on Wednesday", "2026-6-10"],
  ["next Monday", "2026-6-8"],
  ["I stop on Thu", "2026-6-4"],
  ["If nobody opened it Friday.", "2026-6-5"],
  ["by the end of the week", "2026-6-5"],
  ["by end of week", "2026-6-5"],
  ["by the end of this week", "2026-6-5"],
  ["by the end of next week", "2026-6-12"],
  ["at the end of the month", "2026-6-30"],
  ["by end of month", "2026-6-30"],
  ["by the end of June", "2026-6-30"],
  ["by end of February", "2027-2-28"],
  ["by the end of the quarter", "2026-6-30"],
  ["in two weeks", "2026-6-17"],
  ["after 3 days", "2026-6-6"],
  ["within a week", "2026-6-10"],
  ["tomorrow", "2026-6-4"],
  ["by Dec 18", "2026-12-18"],
  ["by 18 December", "2026-12-18"],
  ["by 12/18", "2026-12-18"],
  ["in 3 weeks", "2026-6-24"],
  ["within two weeks", "2026-6-17"],
  ["If it isn't done after 10 days, I stop", "2026-6-13"],
  ["after ten days", "2026-6-13"],
  ["in 2 months", "2026-8-3"],
  ["by June 19, or by June 12 if Ravi is away", "2026-6-12"],
  ["by June 30 or in two weeks, whichever is first", "2026-6-17"],
  ["by Friday, June 12, or after 3 weeks", "2026-6-12"],
  ["by 6/12 (Friday)", "2026-6-12"],
  ["by Friday 6/12", "2026-6-12"],
  ["by the end of Friday", "2026-6-5"],
  ["If the June 3 report is still wrong by June 12, stop", "2026-6-12"],
  ["If the report from June 3 is still wrong by June 12, stop", "2026-6-12"],
  ["If the numbers for June 3 are still off by Friday", "2026-6-5"],
  ["If the file saved on June 8 is still off by June 12", "2026-6-12"],
  ["If an order isn't sent within 2 days by June 12, stop", "2026-6-12"],
  ["If Monday's report is still wrong by Friday, June 12", "2026-6-12"],
  ["If the delivery is late by 3 days after 2 weeks, stop", "2026-6-17"],
  ["If orders arrive after 3 days, stop by June 20", "2026-6-20"],
  ["If the orders of May 4 to May 10 are off by June 20, stop", "2026-6-20"],
  ["If the orders of May 4 to May 10 are off after 4 hours", undefined],
  ["If the Friday report is still wrong after 4 hours, stop", undefined],
  ["If the June 3 report is still wrong after 4 hours, stop", undefined],
  ["If the totals of 6/1 are still wrong after 4 hours, stop", undefined],
  ["If the export from 2026-06-01 is still wrong after 4 hours, stop", undefined],
  ["by June 31", undefined],
  ["If 3/4 of the checks fail", undefined],
  ["If 2 may still fail after hour 4", undefined],
  ["Every Monday report still takes too long", undefined],
  ["If last week's report is still off after 4 hours", undefined],
  ["When it feels done", undefined],
  ["", undefined],
])("finds the day in %j: %s", (text, day) => expect(dayIn(text)).toBe(day));

test.each([
  ["If last week's report still differs at hour 4, I stop", 240],
  ["If last week's report is still off after 4 hours, or by Friday, June 12", 240],
  ["after 240 minutes", 240],
  ["Stop at 240 minutes", 240],
  ["4 hours, then I ask", 240],
  ["after 4h", 240],
  ["after 2.5 hrs", 150],
  ["by the 4-hour mark", 240],
  ["after four hours", 240],
  ["after half an hour", 30],
  ["after an hour without a result", 60],
  ["once 4 hours are gone", 240],
  ["I stop when I've spent 6 hours", 360],
  ["max 4 hours", 240],
  ["not within 3 hours", 180],
  ["If the run takes more than 10 minutes after 4 hours of work, I stop", 240],
  ["If making the report still takes 42 minutes on June 12", undefined],
  ["If the report can't be made within 10 minutes, stop by Friday", undefined],
  ["If the report is still at 42 minutes by Friday", undefined],
  ["by Friday, June 12", undefined],
  ["If totals are off by 30 minutes after 4 hours, stop", 240],
  ["still wrong by hour 4", 240],
  ["If the timesheet is out by 30 minutes at hour 4", 240],
  ["If it's slower by 2 hours after 4 hours, stop", 240],
  ["If the alert comes after 30 minutes and it's hour 4, stop", 240],
  ["If a session expires after 30 minutes, stop by hour 6", 360],
  ["after 2 passes or 4 hours", 240],
  ["after 6 hours, or by hour 4 if Ravi is away", 240],
  ["If a run takes 2 or 3 hours by Friday, I stop", undefined],
  ["If totals are off by 30 minutes on Friday, stop", undefined],
  ["after 2 passes", undefined],
  ["", undefined],
])("finds the minutes in %j: %s", (text, minutes) =>
  expect(readStopRule(text, start).minutes).toBe(minutes),
);

test.each([
  ["after 2 passes", 2],
  ["If C1 still fails after the second pass, I stop", 2],
  ["If C1 fails on the 3rd pass", 3],
  ["after two passes or 4 hours", 2],
  ["4 hours or 3 passes", 3],
  ["I stop at pass 3", 3],
  ["after 1 pass", 1],
  ["3 passes, then I ask", 3],
  ["at most 2 passes", 2],
  ["after 3 passes, or by pass 2 if Ravi is away", 2],
  ["If only 2 of 5 checks pass after 4 hours", undefined],
  ["If only one test passes by Friday", undefined],
  ["If check 2 passes by hour 4", undefined],
  ["after 4 hours", undefined],
])("finds the passes in %j: %s", (text, passes) =>
  expect(readStopRule(text, start).passes).toBe(passes),
);

test.each([
  "after 2 passes ",
  "or 1 ",
  "off by 3 ",
  "june ",
  "1",
  "after 4 ",
  "12/",
  "hour ",
  "by the ",
  " ",
])("reads a text that is %j again and again as a shorter one", (unit) => {
  expect(readStopRule(unit.repeat(1_000_000), start)).toEqual(
    readStopRule(unit.repeat(1_000), start),
  );
});

const briefed = projectAfter("spec", "brief");
const now = new Date(2026, 10, 22, 12);
const pass = (minutes: number, day = 5) => ({
  what: "pass",
  minutes,
  at: new Date(2026, 10, day, 12).toISOString(),
});

test("comes due when the minutes are logged", () => {
  const under = { ...briefed, passes: [pass(239)] };
  expect(isDue(steps, under, now)).toBe(false);
  const over = { ...briefed, passes: [pass(200), pass(50)] };
  expect(findDueStop(steps, over, now)).toMatchObject({
    minutes: 240,
    logged: { minutes: 250 },
    areMinutesOver: true,
    isDayOver: false,
  });
});

test("comes due when the passes are logged", () => {
  const stop = { stop: "If C1 still fails after the second pass, or by hour 4, I stop." };
  const project = takeStep(newProject(), "spec", stop);
  expect(isDue(steps, { ...project, passes: [pass(30)] }, now)).toBe(false);
  const two = { ...project, passes: [pass(30), pass(40)] };
  expect(findDueStop(steps, two, now)).toMatchObject({
    logged: { minutes: 70, passes: 2 },
    arePassesOver: true,
    areMinutesOver: false,
  });
});

test("counts from the round in which the rule was changed", () => {
  const at = (day: number) => new Date(2026, 10, day, 12).toISOString();
  const change = { step: "spec", question: "stop", before: [""], after: [""], because: "later" };
  const stop = { stop: "If it's still off after 2 passes, or by Friday, I stop." };
  const project = {
    ...takeStep(newProject(), "spec", stop),
    passes: [pass(60), pass(60), pass(60, 17)],
    rounds: [{ answers: {}, endedAt: at(16) }],
    amendments: [{ ...change, at: at(17) }],
  };
  expect(isDue(steps, project, new Date(2026, 10, 19, 12))).toBe(false);
  const later = { ...project, passes: [...project.passes, pass(60, 18)] };
  expect(findDueStop(steps, later, new Date(2026, 10, 20, 12))).toMatchObject({
    logged: { minutes: 120, passes: 2 },
    isDayOver: true,
    arePassesOver: true,
  });
});

test("comes due on its day, and not the evening before", () => {
  const stop = { stop: "If it's off by Friday, November 20, I stop." };
  const project = takeStep(newProject(), "spec", stop);
  expect(isDue(steps, project, new Date(2026, 10, 19, 23, 59))).toBe(false);
  expect(isDue(steps, project, new Date(2026, 10, 20, 0, 0))).toBe(true);
});

test("isn't due in a closed project, without a rule, or after a decision", () => {
  const over = { ...briefed, passes: [pass(250)] };
  expect(isDue(steps, { ...over, closed: { as: "done", at: now.toISOString() } }, now)).toBe(false);
  expect(isDue(steps, newProject({ passes: [pass(250)] }), now)).toBe(false);
  const endedAt = new Date(2026, 10, 6).toISOString();
  const decided = { ...over, rounds: [{ answers: {}, endedAt }] };
  expect(isDue(steps, decided, now)).toBe(false);
  const later = { ...decided, passes: [pass(200), pass(50, 7)] };
  expect(isDue(steps, later, now)).toBe(true);
});
