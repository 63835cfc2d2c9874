import { expect, test } from "vitest";
import { summarizeChecklist } from "../../../src/domain/insights/checklist-summary.ts";
import { projectAfter, steps } from "../../helpers/loop.ts";
import { answered, checklistOf, noon, progressOf, runOf, sliceOf } from "../../helpers/samples.ts";

const checklist = checklistOf("problem", "slice");
const slices = [sliceOf("script", ["slice"])];
const oneDone = { problem: answered("yes", { evidence: "14 tickets" }), slice: answered("partly") };
const allDone = { problem: answered("yes"), slice: answered("yes") };

function standingOf(...runs: ReturnType<typeof runOf>[]) {
  return summarizeChecklist({ checklist, slices, steps: [], progress: progressOf(...runs) });
}

test("summarizes a checklist without answers", () => {
  expect(standingOf()).toMatchObject({
    completion: { total: 2, answered: 0, done: 0, partly: 0 },
    items: [{ id: "problem", saved: undefined }, { id: "slice" }],
    openRunAnswered: undefined,
    history: [],
    lastTime: undefined,
    nextAction: "Write down the problem.",
  });
});

test("takes the next action from the first item that isn't a yes", () => {
  const { items, nextAction, completion } = standingOf(runOf("a", oneDone));
  expect(items.map(({ saved }) => saved)).toEqual([oneDone.problem, oneDone.slice]);
  expect(nextAction).toBe("Write down the slice.");
  expect(completion).toEqual({ total: 2, answered: 2, done: 1, partly: 1, shown: 0 });
});

test("has no next action if every item is a yes", () => {
  expect(standingOf(runOf("a", allDone)).nextAction).toBeUndefined();
});

test.each([
  {
    name: "after the first check there is nothing to compare with",
    runs: [runOf("a", oneDone)],
    want: undefined,
  },
  {
    name: "after the second, the first",
    runs: [runOf("a", oneDone, { day: 1 }), runOf("b", allDone, { day: 8 })],
    want: { day: 1, done: 1 },
  },
  {
    name: "while a run is open, the last finished one",
    runs: [
      runOf("a", oneDone, { day: 1 }),
      runOf("b", allDone, { day: 8 }),
      runOf("c", {}, { day: 9, open: true }),
    ],
    want: { day: 8, done: 2 },
  },
])("compares with the last check: $name", ({ runs, want }) => {
  const { lastTime } = standingOf(...runs);
  expect(lastTime?.finishedAt).toEqual(want && noon(want.day));
  expect(lastTime?.completion.done).toBe(want?.done);
});

test("sets the level of items, whatever the answer is", () => {
  const proving = { answered: "spec.evidence" };
  const items = checklistOf("problem", "slice", "spec", "review").items.map((item) =>
    item.id === "slice" || item.id === "review" ? { ...item, shownBy: proving } : item,
  );
  const all = { ...oneDone, spec: answered("not-yet") };
  const projects = [projectAfter("spec", "brief", "review", "handoff", "decide")];
  const progress = { ...progressOf(runOf("a", all)), projects };
  const summary = summarizeChecklist({
    checklist: { ...checklist, items },
    slices,
    steps,
    progress,
  });
  expect(summary.items.map(({ level }) => level)).toEqual(["said", "shown", undefined, "shown"]);
  expect(summary.completion).toEqual({ total: 4, answered: 3, done: 1, partly: 1, shown: 2 });
  const twice = summarizeChecklist({
    checklist: { ...checklist, items },
    slices,
    steps,
    progress: { ...progress, projects: [...projects, ...projects] },
  });
  expect(twice.items[1]?.level).toBe("repeated");
  expect(twice.completion.shown).toBe(2);
});

test("counts the open run, and each run as it was", () => {
  const { openRunAnswered, history } = standingOf(
    runOf("a", { problem: answered("yes"), gone: answered("yes"), slice: answered("not-yet") }),
    runOf("b", { slice: answered("yes") }, { open: true }),
  );
  expect(openRunAnswered).toBe(1);
  expect(history).toEqual([
    { finishedAt: noon(1), completion: { total: 3, answered: 3, done: 2, partly: 0 } },
  ]);
});
