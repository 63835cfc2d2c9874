import fc from "fast-check";
import { expect, test } from "vitest";
import { suggestSlice } from "../../../src/domain/insights/suggest.ts";
import { filterSlices } from "../../../src/domain/library/slice-filter.ts";
import { answered, checklistOf, sliceOf } from "../../helpers/samples.ts";

const checklist = checklistOf("problem", "slice", "spec");
const first = sliceOf("first", ["problem"], { order: 10, hours: 2 });
const wide = sliceOf("wide", ["problem", "spec"], { order: 20 });
const late = sliceOf("late", ["spec", "slice"], { order: 30, hours: 8 });

test.each([
  {
    name: "prefers the slice with the most open items",
    answers: {},
    slices: [first, wide],
    want: "wide",
    trains: ["problem", "spec"],
  },
  {
    name: "breaks a tie by the lower order",
    answers: {},
    slices: [late, wide],
    want: "wide",
    trains: ["problem", "spec"],
  },
  {
    name: "ignores items answered yes",
    answers: { problem: answered("yes"), slice: answered("partly"), spec: answered("not-yet") },
    slices: [wide, late],
    want: "late",
    trains: ["spec", "slice"],
  },
  {
    name: "suggests the first slice if every item is done",
    answers: { problem: answered("yes"), slice: answered("yes"), spec: answered("yes") },
    slices: [late, first],
    want: "first",
    trains: [],
  },
  {
    name: "ignores ids that aren't on the checklist",
    answers: {},
    slices: [sliceOf("odd", ["x", "y"]), late],
    want: "late",
    trains: ["slice", "spec"],
  },
])("$name", ({ answers, slices, want, trains }) => {
  const suggestion = suggestSlice(slices, checklist, answers, []);
  expect(suggestion?.slice.id).toBe(want);
  expect(suggestion?.trains.map(({ id }) => id)).toEqual(trains);
});

test("suggests a slice that wasn't done yet if it covers as many open items", () => {
  const slices = [sliceOf("one", ["spec"], { order: 1 }), sliceOf("two", ["spec"], { order: 2 })];
  const closed = { as: "done" as const, at: "2026-11-02T12:00:00.000Z" };
  const suggest = (...projects: { slice: string; closed?: typeof closed }[]) => {
    const { slice, isDone } = suggestSlice(slices, checklist, {}, projects) ?? {};
    return [slice?.id, isDone];
  };
  expect(suggest({ slice: "one" })).toEqual(["one", false]);
  expect(suggest({ slice: "one", closed })).toEqual(["two", false]);
  expect(suggest({ slice: "one", closed }, { slice: "two", closed })).toEqual(["one", true]);
});

test("suggests nothing if there are no slices", () => {
  expect(suggestSlice([], checklist, {}, [])).toBeUndefined();
});

const anySlices = fc.array(
  fc.record({
    trains: fc.subarray(["problem", "slice", "spec"], { minLength: 1 }),
    order: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 6 },
);

test("no other slice covers more open items, or as many with a lower order", () => {
  fc.assert(
    fc.property(anySlices, fc.subarray(["problem", "slice", "spec"]), (recipes, done) => {
      const slices = recipes.map(({ trains, order }, index) =>
        sliceOf(`s${index}`, trains, { order }),
      );
      const answers = Object.fromEntries(done.map((id) => [id, answered("yes")]));
      const best = suggestSlice(slices, checklist, answers, []);
      for (const { trains, order } of slices) {
        const count = trains.filter((id) => !done.includes(id)).length;
        expect(count).toBeLessThanOrEqual(best?.trains.length ?? -1);
        if (count === best?.trains.length) expect(order).toBeGreaterThanOrEqual(best.slice.order);
      }
    }),
  );
});

test.each([
  { filter: {}, want: ["first", "wide", "late"] },
  { filter: { trains: "spec" }, want: ["wide", "late"] },
  { filter: { maxHours: 4 }, want: ["first", "wide"] },
  { filter: { maxHours: 4, trains: "spec" }, want: ["wide"] },
  { filter: { maxHours: 0 }, want: [] },
])("the filter $filter keeps $want", ({ filter, want }) => {
  expect(filterSlices([first, wide, late], filter).map(({ id }) => id)).toEqual(want);
});
