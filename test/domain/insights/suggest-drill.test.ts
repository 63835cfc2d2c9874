import { expect, test } from "vitest";
import { findNextStep } from "../../../src/domain/insights/next-step.ts";
import { suggestDrill } from "../../../src/domain/insights/suggest.ts";
import type { Drill } from "../../../src/domain/library/drill.ts";
import { attemptOf } from "../../helpers/drills-saved.ts";
import { answered, checklistOf, progressOf, runOf, sliceOf } from "../../helpers/samples.ts";

const checklist = checklistOf("problem", "judging");
const drillOf = (id: string, trains: string[]): Drill => ({
  ...{ id, trains, title: id, summary: "a page", order: 1, minutes: 5, slice: "script" },
  ...{ problem: "p", checks: ["c"], edges: [], open: "a.html", planted: [], body: "" },
  truth: [{ verdict: "met", where: "w", how: ["h"] }],
});
const drills = [drillOf("one", ["judging"]), drillOf("two", ["judging"])];
const open = { problem: answered("yes"), judging: answered("partly") };
const tried = attemptOf([["met", "met", "met"]], { drill: "one" });

test.each([
  { name: "the first one that covers the open item", answers: open, tries: {}, want: "one" },
  { name: "not one that was tried", answers: open, tries: { a: tried }, want: "two" },
  {
    name: "none if another item is open too",
    answers: { judging: answered("not-yet") },
    tries: {},
    want: undefined,
  },
  {
    name: "none if no item is open",
    answers: { ...open, judging: answered("yes") },
    tries: {},
    want: undefined,
  },
])("suggests $name", ({ answers, tries, want }) => {
  expect(suggestDrill(drills, checklist, answers, tries)?.drill.id).toBe(want);
});

test("names a drill as the next step, and a slice once all were tried", () => {
  const slices = [sliceOf("script", ["judging"], { hours: 1 })];
  const progress = progressOf(runOf("a", open));
  const find = (practice = {}) =>
    findNextStep({ checklist, slices, steps: [], drills, progress: { ...progress, practice } });
  expect(find()).toEqual({
    command: "builder-pm practice one",
    reason: "judge what an agent built, 5 minutes; good practice for what's still open: judging",
    other: {
      words: "Or build something, from a starter slice, your own idea or your notes:",
      command: "builder-pm start",
    },
  });
  const both = { a: tried, b: { ...tried, drill: "two" } };
  expect(find(both).command).toBe("builder-pm start script");
});
