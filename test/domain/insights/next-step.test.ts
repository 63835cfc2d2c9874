import { expect, test } from "vitest";
import { describeSuggestion, findNextStep } from "../../../src/domain/insights/next-step.ts";
import { suggestSlice } from "../../../src/domain/insights/suggest.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import {
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  stepOf,
  steps,
  takeStep,
} from "../../helpers/loop.ts";
import { answered, checklistOf, progressOf, runOf, sliceOf } from "../../helpers/samples.ts";

const checklist = checklistOf("problem", "slice");
const slices = [sliceOf("script", ["slice", "problem"], { hours: 1 })];
const done = { problem: answered("yes"), slice: answered("partly") };

test.each([
  {
    name: "nothing answered",
    runs: [],
    slices,
    want: { command: "builder-pm check", reason: "2 honest questions, about 2 minutes" },
  },
  {
    name: "a run that is open but empty",
    runs: [runOf("a", {}, { open: true })],
    slices,
    want: { command: "builder-pm check", reason: "2 honest questions, about 2 minutes" },
  },
  {
    name: "a run half way",
    runs: [runOf("a", { slice: answered("yes") }, { open: true })],
    slices,
    want: {
      command: "builder-pm check",
      reason: "1 of 2 answers is saved; continue where you stopped",
    },
  },
  {
    name: "a second run half way",
    runs: [runOf("a", done), runOf("b", {}, { open: true })],
    slices,
    want: {
      command: "builder-pm check",
      reason: "no answer is saved yet; continue where you stopped",
    },
  },
  {
    ...{ name: "a finished check", runs: [runOf("a", done)], slices },
    want: {
      command: "builder-pm start script",
      reason: 'suggested: "A script to try", 1 hour; good practice for what\'s still open: slice',
      other: { words: "Or start from your own idea or your notes:", command: "builder-pm start" },
    },
  },
  {
    name: "a finished check and no slices",
    runs: [runOf("a", done)],
    slices: [],
    want: { command: "builder-pm check", reason: "see what changed since your last reality check" },
  },
])("$name", ({ runs, slices, want }) => {
  expect(findNextStep({ checklist, slices, steps: [], progress: progressOf(...runs) })).toEqual(
    want,
  );
});

test("estimates one minute for one question", () => {
  const position = { checklist: checklistOf("problem"), slices, steps: [], progress: progressOf() };
  expect(findNextStep(position).reason).toBe("1 honest question, about 1 minute");
});

test("says why a slice without open items, or one done before, is suggested", () => {
  const slice = sliceOf("script", ["x"], { hours: 4 });
  expect(describeSuggestion({ slice, trains: [], others: [], isDone: false })).toBe(
    'suggested: "A script to try", 4 hours; the next one on the list',
  );
  const trains = checklistOf("problem").items;
  expect(describeSuggestion({ slice, trains, others: [], isDone: true })).toBe(
    'suggested: "A script to try", 4 hours; you\'ve done it before; ' +
      "again good practice for what's still open: problem",
  );
});

test("names every open item, those answered with not yet before those answered with partly", () => {
  const items = checklistOf("problem", "slice", "spec", "review");
  const said = {
    problem: answered("partly"),
    slice: answered("not-yet"),
    spec: answered("yes"),
    review: answered("not-yet"),
  };
  const suggest = (...trains: string[]) => {
    const found = suggestSlice([sliceOf("script", trains, { hours: 4 })], items, said, []);
    return found && describeSuggestion(found);
  };
  expect(suggest("problem", "slice")).toBe(
    'suggested: "A script to try", 4 hours; good practice for slice and problem; also open: review',
  );
  expect(suggest("problem", "slice", "review")).toBe(
    'suggested: "A script to try", 4 hours; ' +
      "good practice for what's still open: slice, review and problem",
  );
});

test("names the open project in the folder of a finished one", () => {
  const done = newProject({
    ...{ uid: "done", id: "done", folder: { path: "/work/done" } },
    closed: { as: "done", at: "2026-11-03T12:00:00.000Z" },
  });
  const open = newProject({ uid: "next", id: "next" });
  const state = { checklist, slices, steps: [stepOf("spec")], progress: progressWith(done, open) };
  expect(findNextStep({ ...state, folder: "/work/done/src" }).command).toBe(
    "builder-pm spec --project next",
  );
  expect(findNextStep({ ...state, folder: "/work" }).command).toBe("builder-pm spec");
});

test.each([
  { via: "asked" as const, command: "builder-pm start script" },
  { via: "flag" as const, command: "builder-pm check" },
])("after a decision by $via, the next step is $command", ({ via, command }) => {
  const decided = takeStep(
    projectAfter("spec", "brief", "review", "handoff"),
    "decide",
    sampleAnswers.decide ?? {},
  );
  const { verdict } = decided.answers.decide ?? {};
  const answers = {
    ...decided.answers,
    decide: { ...decided.answers.decide, verdict: { ...verdict, via } },
  };
  const project = { ...decided, answers, judgments: [] } as Project;
  const progress = { ...progressOf(runOf("a", done)), projects: [project] };
  const next = findNextStep({ checklist, slices, steps, progress });
  expect(next).toMatchObject({ command, other: { command: "builder-pm start" } });
  if (via === "flag") expect(next.reason).toContain("a project ended since");
});

test("nothing is asked again after a project where every answer is yes", () => {
  const closed = { as: "done" as const, at: "2026-11-20T12:00:00.000Z" };
  const yes = Object.fromEntries(checklist.items.map(({ id }) => [id, answered("yes")]));
  const progress = { ...progressOf(runOf("a", yes)), projects: [newProject({ closed })] };
  const next = findNextStep({ checklist, slices, steps, progress });
  expect(next.reason).not.toContain("a project ended since");
  const open = { ...yes, [checklist.items[0]?.id ?? ""]: answered("partly") };
  const other = { ...progress, runs: [runOf("a", open)] };
  expect(findNextStep({ checklist, slices, steps, progress: other }).reason).toContain(
    "a project ended since",
  );
});
