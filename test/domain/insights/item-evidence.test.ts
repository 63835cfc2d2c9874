import { expect, test } from "vitest";
import { describeItemEvidence, listItemIds } from "../../../src/domain/insights/item-evidence.ts";
import type { AppState } from "../../../src/domain/insights/next-step.ts";
import type { Item } from "../../../src/domain/library/checklist.ts";
import type { Step } from "../../../src/domain/library/step.ts";
import type { Run } from "../../../src/domain/progress/progress.ts";
import { logPass } from "../../../src/domain/project/budget.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { newProject, projectAfter, steps, takeStep } from "../../helpers/loop.ts";
import { answered, checklistOf, noon, progressOf, runOf, sliceOf } from "../../helpers/samples.ts";

const slices = [
  sliceOf("script", ["slice"]),
  sliceOf("flow", ["problem"], { order: 20, hours: 1 }),
  sliceOf("page", ["problem", "slice"], { order: 30 }),
];
const kept = projectAfter("spec", "brief", "review", "handoff", "decide");

function positionOf(shownBy: Item["shownBy"], runs: Run[], ...projects: Project[]): AppState {
  const checklist = checklistOf("problem", "slice");
  const items = checklist.items.map((item) => ({ ...item, ...(shownBy ? { shownBy } : {}) }));
  return {
    checklist: { ...checklist, items },
    slices,
    steps,
    progress: { ...progressOf(...runs), projects },
  };
}

const yes = answered("yes", { evidence: "14 tickets", day: 9 });
const run = runOf("c", { problem: yes }, { day: 9 });

test("lists answers newest first, without repetitions", () => {
  const older = runOf("a", { problem: answered("partly", { day: 1 }) }, { day: 1 });
  const copied = runOf(
    "b",
    { problem: answered("partly", { day: 1 }), slice: answered("yes", { day: 4 }) },
    { day: 4 },
  );
  const oldest = runOf("0", { problem: answered("yes", { evidence: "a hunch" }) });
  const { saved, earlier, level } = describeItemEvidence(
    positionOf(undefined, [oldest, older, copied, run]),
    "problem",
  );
  expect({ saved, level }).toEqual({ saved: yes, level: "said" });
  expect(earlier.map(({ answer, evidence }) => [answer, evidence])).toEqual([
    ["partly", undefined],
    ["yes", "a hunch"],
  ]);
});

test.each<{ shownBy: Item["shownBy"]; want: string | undefined }>([
  {
    shownBy: { answered: "handoff.reply" },
    want: 'A finished project with an answer to "What did the engineer say?"',
  },
  {
    shownBy: { answered: "gone.question" },
    want: 'A finished project with an answer to "gone.question"',
  },
  {
    shownBy: "withinBudget",
    want: "A finished project that stayed within its minutes and passes, with no extension.",
  },
  {
    shownBy: "lockedBeforeFirstPass",
    want: "A finished project whose spec was locked before the first pass.",
  },
  { shownBy: undefined, want: undefined },
])("says what would show the item: $want", ({ shownBy, want }) => {
  expect(describeItemEvidence(positionOf(shownBy, [run]), "problem").wanted).toBe(want);
});

const late = {
  command: "builder-pm handoff --project script --redo reply",
  reason: "on any day, for Monday report",
};
const start = { command: "builder-pm start page", reason: "good practice for problem, 4 hours" };
const noPass = takeStep(projectAfter("spec", "brief"), "decide", {
  verdict: "kill",
  because: "b",
  learned: "l",
});

test.each<{
  name: string;
  shownBy?: Item["shownBy"];
  runs?: Run[];
  projects?: Project[];
  item?: string;
  content?: Step[];
  want: unknown;
}>([
  {
    name: "nobody has answered anything: the check",
    runs: [],
    want: { command: "builder-pm check", reason: "2 honest questions, about 2 minutes" },
  },
  {
    name: "a slice that trains it, and most of what is not done",
    want: start,
  },
  {
    name: "an open project goes before another slice",
    projects: [newProject()],
    want: { command: "builder-pm spec", reason: expect.any(String) },
  },
  {
    name: "an ended project lacks only a late answer",
    shownBy: { answered: "handoff.reply" },
    projects: [kept],
    want: late,
  },
  {
    name: "a late answer goes before an open project",
    shownBy: { answered: "handoff.reply" },
    projects: [kept, newProject({ uid: "other", id: "script-2" })],
    want: late,
  },
  {
    name: "but not for one without a pass",
    shownBy: { answered: "handoff.reply" },
    projects: [noPass],
    content: steps.map(({ needs: _needs, ...step }) => step),
    want: start,
  },
  {
    name: "nor where the step cannot be reached",
    shownBy: { answered: "handoff.reply" },
    projects: [logPass(noPass, "a pass", 9, noon(4))],
    want: start,
  },
  {
    name: "no slice trains it: the next step of all",
    item: "spec",
    want: { command: "builder-pm start script" },
  },
  {
    name: "it is shown: nothing is left",
    shownBy: { answered: "spec.evidence" },
    projects: [kept],
    want: undefined,
  },
])(
  "suggests the next step: $name",
  ({
    shownBy = "withinBudget",
    runs = [run],
    projects = [],
    item = "problem",
    content = steps,
    want,
  }) => {
    const position = positionOf(shownBy, runs, ...projects);
    const items = [...position.checklist.items, ...checklistOf("spec").items];
    const checklist = item === "spec" ? { ...position.checklist, items } : position.checklist;
    const { nextStep } = describeItemEvidence({ ...position, checklist, steps: content }, item);
    if (want === undefined) expect(nextStep).toBeUndefined();
    else expect(nextStep).toMatchObject(want as object);
  },
);

test("suggests nothing after a yes if no project can show the item", () => {
  const position = positionOf(undefined, [run]);
  expect(describeItemEvidence(position, "problem")).toMatchObject({
    level: "said",
    wanted: undefined,
    nextStep: undefined,
  });
  expect(describeItemEvidence(position, "slice").nextStep?.command).toBe("builder-pm start script");
});

test("keeps the answers to a removed item, and suggests nothing", () => {
  const position = positionOf("withinBudget", [runOf("a", { gone: yes, problem: yes })], kept);
  expect(listItemIds(position)).toEqual(["problem", "slice", "gone"]);
  expect(describeItemEvidence(position, "gone")).toEqual({
    id: "gone",
    title: "gone",
    item: undefined,
    level: "said",
    saved: yes,
    earlier: [],
    projectEvidence: [],
    wanted: undefined,
    nextStep: undefined,
  });
});
