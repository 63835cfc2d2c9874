import { expect, test } from "vitest";
import { findMedianPace, measurePace } from "../../../src/domain/insights/pace.ts";
import { newProject, projectAfter, steps } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const startedAt = noon(10).toISOString();

function passAt(at: string) {
  return { passes: [{ what: "first", minutes: 30, at }] };
}

test.each([
  { name: "a pass two hours later", more: passAt("2026-11-10T14:00:59.000Z"), toFirstPass: 120 },
  { name: "a pass at once", more: passAt(startedAt), toFirstPass: 0 },
  { name: "no pass", more: {}, toFirstPass: undefined },
  {
    name: "a clock that was put back",
    more: passAt("2026-11-09T12:00:00.000Z"),
    toFirstPass: undefined,
  },
  {
    name: "a day that does not exist",
    more: passAt("2026-02-31T99:00:00.000Z"),
    toFirstPass: undefined,
  },
])("measures the time to the first pass: $name", ({ more, toFirstPass }) => {
  expect(measurePace(steps, newProject({ startedAt, ...more })).toFirstPass).toBe(toFirstPass);
});

test.each([
  { as: "done", day: 12, toDecision: 2 * 24 * 60 },
  { as: "killed", day: 11, toDecision: 24 * 60 },
  { as: "killed", day: 9, toDecision: undefined },
] as const)("to the decision: $as on day $day", ({ as, day, toDecision }) => {
  const closed = { as, at: noon(day).toISOString() };
  expect(measurePace(steps, newProject({ startedAt, closed })).toDecision).toBe(toDecision);
});

test("uses the first verdict if no pass was logged", () => {
  const reviewed = projectAfter("spec", "brief", "review");
  expect(measurePace(steps, reviewed)).toEqual({ toFirstPass: 3 * 24 * 60, toDecision: undefined });
});

test.each([
  { name: "none", known: [], median: undefined },
  { name: "one", known: [7], median: 7 },
  { name: "odd", known: [9, 100, 1], median: 9 },
  { name: "even", known: [4, 100, 1, 7], median: 6 },
])("finds the median of $name", ({ known, median }) => {
  const paces = known.map((toFirstPass) => ({ toFirstPass, toDecision: undefined }));
  expect(findMedianPace([...paces, { toFirstPass: undefined, toDecision: 5 }])).toEqual({
    toFirstPass: median,
    toDecision: 5,
  });
});
