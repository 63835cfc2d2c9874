import { expect, test } from "vitest";
import { normalizeDate, parseCount, parseMinutes } from "../../../src/domain/text/number.ts";

test.each<[string, number, number?]>([
  ["4", 4],
  [" 4 ", 4],
  ["0", 0],
  ["007", 7],
  ["1,000", 1000],
  ["1'000", 1000],
  ["~30", 30],
  ["about 30", 30],
  ["4 of 5", 4, 5],
  ["4/5", 4, 5],
  ["4 / 5", 4, 5],
  ["4 out of 5", 4, 5],
  ["\uff14", 4],
  ["\uff13\uff15", 35],
  ["\u0663\u0665", 35],
  ["\u06f3", 3],
  ["four", 4],
  ["About Three", 3],
  ["two of three", 2, 3],
  ["none", 0],
  ["\u0969", 3],
])("reads the count %j", (text, value, of) => {
  expect(parseCount(text)).toEqual({ value, of });
});

test.each([
  "",
  "a few",
  "fourth",
  "four five",
  "-1",
  "1.5",
  "4 to 5",
  "1,00",
  "4 of",
  "of 5",
  "35m",
  "12345678",
  "1e3",
])("rejects the count %j", (text) => {
  expect(parseCount(text)).toBeUndefined();
});

test.each<[string, number]>([
  ["35", 35],
  ["35m", 35],
  ["35 min", 35],
  ["35 mins", 35],
  ["35 minutes", 35],
  ["35 min.", 35],
  ["35'", 35],
  ["1h", 60],
  ["1 h", 60],
  ["2 hours", 120],
  ["2hrs", 120],
  ["1h 10", 70],
  ["1h10", 70],
  ["1h10m", 70],
  ["1 hour and 10 minutes", 70],
  ["1:10", 70],
  ["0:05", 5],
  ["1.5h", 90],
  ["1,5 h", 90],
  ["1.25 hours", 75],
  ["0.5h", 30],
  ["~35", 35],
  ["about 35 minutes", 35],
  ["1,000", 1000],
  ["\uff13\uff15", 35],
  ["\uff11h \uff11\uff10", 70],
  ["12.5 minutes", 13],
  ["half an hour", 30],
  ["about half an hour", 30],
  ["An hour and a half", 90],
])("reads %j as %d minutes", (text, minutes) => {
  expect(parseMinutes(text)).toBe(minutes);
});

test.each([
  "",
  "h",
  "m",
  "-5",
  "35 seconds",
  "1:75",
  "1h 10 20",
  "1h 70",
  "1/2",
  "4 of 5",
  "35m 1h",
  "1.5",
])("rejects the duration %j", (text) => {
  expect(parseMinutes(text)).toBeUndefined();
});

test.each([
  ["2026-06-01", "2026-06-01"],
  ["2026/6/1", "2026-06-01"],
  ["2026.06.01", "2026-06-01"],
  ["\uff12\uff10\uff12\uff16-06-01", "2026-06-01"],
  ["1 June", "1 June"],
  ["6/1/2026", "2026-06-01"],
  ["Dec 18, 2026", "2026-12-18"],
  ["december 18th 2026", "2026-12-18"],
  ["18 Dec. 2026", "2026-12-18"],
  ["Someday 18, 2026", "Someday 18, 2026"],
])("writes the date %s as %s", (text, want) => {
  expect(normalizeDate(text)).toBe(want);
});

test.each([
  ["Dec 18", "2026-12-18"],
  ["18th of December", "2026-12-18"],
  ["12/18", "2026-12-18"],
  ["June 11", "2026-06-11"],
  ["June 10", "2027-06-10"],
  ["Friday", "2026-06-12"],
  ["in two weeks", "2026-06-25"],
  ["end of the month", "2026-06-30"],
  ["some time after June 12 maybe", "some time after June 12 maybe"],
  ["soon", "soon"],
])("on June 11, 2026, writes %s as %s", (text, want) => {
  expect(normalizeDate(text, new Date(2026, 5, 11, 12))).toBe(want);
});
