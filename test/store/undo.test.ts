import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { addUndoStep, emptyHistory, redo, undo } from "../../src/domain/progress/undo.ts";
import {
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../helpers/loop.ts";
import { countRuns } from "../helpers/runs.ts";
import { answered, noon, progressOf, runOf } from "../helpers/samples.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const one = progressOf(
  runOf("a", { problem: answered("yes", { evidence: "14 tickets" }) }, { open: true }),
);
const two = progressOf(...one.runs, runOf("b", {}));
const three = { ...two, current: "uid-1", color: "green" };

/** Opens a store in a new folder and saves each progress in turn. */
async function storeAfter(...saved: Progress[]) {
  const folder = createTempFolder();
  const store = openTestStore(folder);
  for (const progress of saved) await store.update(() => progress);
  return { store, file: join(folder, "progress.json") };
}

test("undoes and redoes one change at a time", async () => {
  const { store } = await storeAfter(one, two, three);
  expect(await store.undo()).toMatchObject({
    before: three,
    after: two,
    at: noon(1).toISOString(),
  });
  expect(await store.load()).toEqual(two);
  expect(await store.undo()).toMatchObject({ after: one });
  expect(await store.redo()).toMatchObject({ before: one, after: two });
  expect(await store.redo()).toMatchObject({ before: two, after: three });
  expect(await store.load()).toEqual(three);
  expect(await store.redo()).toBeUndefined();
});

test("returns undefined if there is nothing to undo", async () => {
  const { store } = await storeAfter(one);
  await store.undo();
  expect(await store.load()).toEqual(progressOf());
  expect(await store.undo()).toBeUndefined();
});

test("drops undone changes after a new change", async () => {
  const { store } = await storeAfter(one, two);
  await store.undo();
  await store.update(() => three);
  expect(await store.redo()).toBeUndefined();
  expect(await store.undo()).toMatchObject({ before: three, after: one });
});

test("adds no undo step if nothing changed", async () => {
  const { store, file } = await storeAfter(one, two);
  const before = readFileSync(file, "utf8");
  await store.update((progress) => ({ ...progress }));
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(await store.undo()).toMatchObject({ before: two, after: one });
});

test("keeps 50 changes in the same file", async () => {
  const many = Array.from({ length: 53 }, (_, index) => ({ ...one, step: index }));
  const { store, file } = await storeAfter(...many);
  expect(JSON.parse(readFileSync(file, "utf8")).undo.past).toHaveLength(50);
  for (let left = 50; left > 0; left--) await store.undo();
  expect(await store.load()).toEqual(many[2]);
  expect(await store.undo()).toBeUndefined();
});

test("keeps the newest changes that fit into 4 MB, and undoes and redoes exactly those", () => {
  const texts = Array.from("abcdefghi", (letter) => letter.repeat(1024 * 1024));
  let state = { progress: one as Progress, history: emptyHistory };
  for (const text of texts) state = addUndoStep(state, { ...one, text }, noon(1));
  expect(state.history.past).toHaveLength(3);
  for (const text of ["h", "g", "f"]) {
    state = undo(state) ?? state;
    expect((state.progress as { text?: string }).text?.[0]).toBe(text);
  }
  expect(undo(state)).toBeUndefined();
  for (let left = 3; left > 0; left--) state = redo(state) ?? state;
  expect((state.progress as { text?: string }).text?.[0]).toBe("i");
});

test("keeps the newest change whatever its size, for undo and for redo", () => {
  const large = { ...one, text: "x".repeat(5 * 1024 * 1024) };
  const added = addUndoStep({ progress: one, history: emptyHistory }, large, noon(1));
  const removed = addUndoStep(added, one, noon(1));
  expect(removed.history.past).toHaveLength(1);
  const undone = undo(removed);
  expect(undone?.progress).toEqual(large);
  const again = undone && redo(undone);
  expect(again?.progress).toEqual(one);
  expect(again && undo(again)?.progress).toEqual(large);
});

test("undoes nothing in a file that was edited by hand", async () => {
  const { file } = await storeAfter(one, two);
  const byHand = { ...JSON.parse(readFileSync(file, "utf8")), color: "red" };
  writeFileSync(file, JSON.stringify(byHand));
  const reopened = openTestStore(dirname(file));
  expect(await reopened.undo()).toBeUndefined();
  expect(await reopened.load()).toEqual({ ...two, color: "red" });
});

test("does not return the undo steps as part of the progress", async () => {
  const { store } = await storeAfter(one, two);
  expect(Object.keys(await store.load())).toEqual(["version", "runs", "projects"]);
  expect(await store.update((progress) => progress)).not.toHaveProperty("undo");
});

const at = noon(2).toISOString();
const writing = (title: string, ...files: [string, string][]) =>
  progressWith({
    ...newProject({ title }),
    folder: {
      path: "/w",
      ...(files.length > 0
        ? {
            files: Object.fromEntries(
              files.map(([id, sha256]) => [id, { sha256: sha256.repeat(64), round: 1, at }]),
            ),
          }
        : {}),
    },
  });

test("undo and redo keep what was written into a work folder", async () => {
  const { store } = await storeAfter(
    writing("one"),
    writing("two", ["BRIEF.md", "a"], ["AGENTS.md", "a"]),
    writing("three", ["BRIEF.md", "b"], ["AGENTS.md", "b"]),
    writing("four", ["BRIEF.md", "b"]),
  );
  const known = ["BRIEF.md", "b"] satisfies [string, string];
  for (const title of ["three", "two", "one"])
    expect(await store.undo()).toMatchObject({ after: writing(title, known) });
  expect(await store.load()).toEqual(writing("one", known));
  for (const title of ["two", "three", "four"]) {
    await store.redo();
    expect(await store.load()).toEqual(writing(title, known));
  }
});

test("writing the same page again is no change that undo takes back", async () => {
  const [one, two] = [writing("one", ["BRIEF.md", "a"]), writing("two", ["BRIEF.md", "a"])];
  const { store } = await storeAfter(one, two);
  await store.undo();
  await store.update(() => writing("one", ["BRIEF.md", "b"]));
  expect(await store.redo()).toMatchObject({ after: writing("two", ["BRIEF.md", "b"]) });
  expect(await store.undo()).toMatchObject({ after: writing("one", ["BRIEF.md", "b"]) });
});

const steps = ["spec", "brief", "review", "handoff", "decide"];
const revise = { ...sampleAnswers.decide, verdict: "revise" };
const projects = [
  newProject(),
  ...steps.map((_, index) => projectAfter(...steps.slice(0, index + 1))),
  takeStep(projectAfter("spec", "brief", "review", "handoff"), "decide", revise),
];

const anyAnswer = fc.record(
  {
    answer: fc.constantFrom("yes" as const, "partly" as const, "not-yet" as const),
    evidence: fc.string(),
    answeredAt: fc.constantFrom(noon(1).toISOString(), noon(2).toISOString()),
    seen: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: ["answer", "answeredAt"] },
);
const anyRun = fc
  .tuple(
    fc.constantFrom("a", "b", "c"),
    fc.dictionary(fc.constantFrom("problem", "slice", "7", "a/b~c"), anyAnswer),
  )
  .map(([id, answers]) => runOf(id, answers));
const anyProgress = fc
  .tuple(fc.array(anyRun, { maxLength: 3 }), fc.subarray(projects, { maxLength: 3 }), fc.boolean())
  .map(([runs, some, isChosen]) => ({
    ...progressOf(...runs),
    projects: some,
    ...(isChosen ? { current: "uid-1" } : {}),
  }));

test("undoes and redoes any change to any progress, byte for byte", () => {
  fc.assert(
    fc.property(anyProgress, anyProgress, (before, after) => {
      const changed = addUndoStep({ progress: before, history: emptyHistory }, after, noon(1));
      const undone = undo(JSON.parse(JSON.stringify(changed)));
      expect(JSON.stringify(undone?.progress)).toBe(JSON.stringify(before));
      const redone = undone && redo(JSON.parse(JSON.stringify(undone)));
      expect(JSON.stringify(redone?.progress)).toBe(JSON.stringify(after));
    }),
    { numRuns: countRuns(2000) },
  );
}, 60_000);

test("undoes and redoes every step of the loop, byte for byte", () => {
  const states = [...projects.map((project) => progressWith(project)), one, three];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...states), { minLength: 2, maxLength: 8 }),
      ([first = one, ...rest]) => {
        let state = { progress: first, history: emptyHistory };
        for (const progress of rest) state = addUndoStep(state, progress, noon(1));
        for (const progress of [first, ...rest].slice(0, -1).toReversed()) {
          state = undo(state) ?? state;
          expect(JSON.stringify(state.progress)).toBe(JSON.stringify(progress));
        }
        for (const progress of rest) {
          state = redo(state) ?? state;
          expect(JSON.stringify(state.progress)).toBe(JSON.stringify(progress));
        }
      },
    ),
    { numRuns: countRuns(500) },
  );
});
