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
  ["after 2 passes", undefined],
  ["", undefined],
])("finds the minutes in %j: %s", (text, minutes) =>
  expect(readStopRule(text, start).minutes).toBe(minutes),
);

test.each(["june ", "1", "after 4 ", "12/", "hour ", "by the ", " "])(
  "takes linear time for %j again and again",
  (unit) => {
    const begin = performance.now();
    readStopRule(unit.repeat(200_000), start);
    expect(performance.now() - begin).toBeLessThan(200);
  },
);

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
    logged: 250,
    areMinutesOver: true,
    isDayOver: false,
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
