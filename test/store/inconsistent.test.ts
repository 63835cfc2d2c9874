import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Progress } from "../../src/domain/progress/progress.ts";
import type { Project } from "../../src/domain/project/project.ts";
import { readExported } from "../../src/store/exported.ts";
import { openStore } from "../../src/store/store.ts";
import { buildDocument } from "../../src/store/undo-steps.ts";
import {
  eachAt,
  entriesAt,
  newProject,
  progressWith,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../helpers/loop.ts";
import { answered, noon, progressOf, runOf } from "../helpers/samples.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const day = (number: number) => noon(number).toISOString();
const reviewed = projectAfter("spec", "brief", "review");
const revise = { ...sampleAnswers.decide, verdict: "revise" };
const handedOff = takeStep(reviewed, "handoff", sampleAnswers.handoff ?? {}, 5);
const second = takeStep(handedOff, "decide", revise, 6);
const third = takeStep(
  ["brief", "review", "handoff"].reduce(
    (project, id) => takeStep(project, id, sampleAnswers[id] ?? {}, 7),
    second,
  ),
  "decide",
  revise,
  8,
);
const checks = entriesAt(reviewed, "spec.checks");

/** Returns the reviewed project with its second check under the id of the first one. */
function withSameEntries(): Project {
  const [first, other, ...rest] = checks;
  if (!first || !other) throw new Error("The spec has too few checks");
  const { [other.id]: verdict, ...each } = Object.fromEntries(
    checks.map(({ id }, index) => [id, eachAt(reviewed, "review.verdict")[index]]),
  );
  return {
    ...reviewed,
    answers: {
      ...reviewed.answers,
      spec: {
        ...reviewed.answers.spec,
        checks: { entries: [first, { ...other, id: first.id }, ...rest], at: day(2) },
      },
      review: { verdict: { each: { ...each, [first.id]: verdict } } },
    },
  } as unknown as Project;
}

const pass = { what: "first", minutes: -5, at: day(3) };
const grant = { kind: "cut" as const, minutes: 1e300, after: 1, at: day(3) };

const files: {
  name: string;
  saved: Progress;
  reason: string;
  repaired: (progress: Progress) => unknown;
  to: unknown;
}[] = [
  {
    name: "two projects with one id",
    saved: progressWith(newProject(), newProject({ uid: "uid-2" }), newProject({ uid: "uid-3" })),
    reason: 'it contains "script" twice',
    repaired: ({ projects }) => projects.map(({ id, uid }) => [id, uid]),
    to: [
      ["script", "uid-1"],
      ["script-2", "uid-2"],
      ["script-3", "uid-3"],
    ],
  },
  {
    name: "two projects with one uid",
    saved: progressWith(newProject(), newProject({ id: "b" })),
    reason: 'it contains "uid-1" twice',
    repaired: ({ projects }) => projects.map(({ id, uid }) => [id, uid]),
    to: [
      ["script", "uid-1"],
      ["b", "uid-1-2"],
    ],
  },
  {
    name: "two runs with one id",
    saved: progressOf(runOf("a", { problem: answered("yes") }), runOf("a", {}, { open: true })),
    reason: 'it contains "a" twice',
    repaired: ({ runs }) => runs.map(({ id, answers }) => [id, Object.keys(answers)]),
    to: [
      ["a", ["problem"]],
      ["a-2", []],
    ],
  },
  {
    name: "two checks with one id",
    saved: progressWith(withSameEntries()),
    reason: 'two lines in "script" have the same id',
    repaired: ({ projects: [project = newProject()] }) => {
      const verdicts = project.answers.review?.verdict as { each: Record<string, { of: string }> };
      return entriesAt(project, "spec.checks").map(({ id, text }) => [
        id,
        verdicts.each[id]?.of === text,
      ]);
    },
    // The verdict was given for the second one, so it stays with that.
    to: [
      [checks[0]?.id, false],
      [`${checks[0]?.id}-2`, true],
      [checks[2]?.id, true],
    ],
  },
  {
    name: "minutes and passes that can't be",
    saved: progressWith(
      newProject({ budget: { minutes: -240, passes: 1e9 }, passes: [pass], grants: [grant] }),
    ),
    reason: 'a number of minutes or passes in "script" is below 0 or too large',
    repaired: ({ projects: [project] }) => [
      project?.budget,
      project?.passes[0]?.minutes,
      project?.grants[0]?.minutes,
    ],
    to: [{ minutes: 0, passes: 999_999 }, 0, 999_999],
  },
  {
    name: "a check that was finished before it was started",
    saved: progressOf({ ...runOf("a", {}), finishedAt: "2026-10-31T12:00:00.000Z" }),
    reason: '"weekly" was finished before it was started',
    repaired: ({ runs: [run] }) => [run?.startedAt, run?.finishedAt],
    to: ["2026-10-31T12:00:00.000Z", "2026-10-31T12:00:00.000Z"],
  },
  {
    name: "a step that was finished before the start",
    saved: progressWith({ ...reviewed, startedAt: day(3) }),
    reason: 'something in "script" ended before it started',
    repaired: ({ projects: [project] }) => [project?.startedAt, project?.finished],
    to: [day(2), reviewed.finished],
  },
  {
    name: "a project that was closed before the start",
    saved: progressWith(newProject({ startedAt: day(3), closed: { as: "killed", at: day(2) } })),
    reason: 'something in "script" ended before it started',
    repaired: ({ projects: [project] }) => [project?.startedAt, project?.closed?.at],
    to: [day(2), day(2)],
  },
  {
    name: "rounds that aren't in order",
    saved: progressWith({
      ...third,
      rounds: third.rounds.map((round, index) => ({ ...round, endedAt: day(9 - index) })),
    }),
    reason: 'the rounds of "script" aren\'t in order',
    repaired: ({ projects: [project] }) => project?.rounds.map(({ endedAt }) => endedAt),
    to: [day(8), day(8)],
  },
];

/** Saves a file with one undo step, as a version without these rules would have. */
function saveOld(saved: Progress) {
  const home = createTempFolder();
  const file = join(home, "progress.json");
  const past = [{ at: day(1), edits: [{ at: "/color", was: "red" }] }];
  const progress = { ...saved, color: "green" };
  writeFileSync(file, JSON.stringify(buildDocument({ progress, history: { past, undone: [] } })));
  const said: string[] = [];
  const world = { env: { BUILDER_PM_HOME: home }, pid: process.pid, kill: process.kill };
  const store = openStore(world, { now: () => noon(9), notify: (line) => void said.push(line) });
  return { file, store, said };
}

test.each(files)(
  "loads a saved file with $name, and repairs it",
  async ({ saved, repaired, to }) => {
    const { store, file } = saveOld(saved);
    const bytes = readFileSync(file, "utf8");
    const loaded = await store.load();
    expect(repaired(loaded)).toEqual(to);
    expect(readFileSync(file, "utf8")).toBe(bytes);
    expect(await store.undo()).toMatchObject({
      before: loaded,
      after: { ...loaded, color: "red" },
    });
    expect(repaired(readProgress(file))).toEqual(to);
  },
);

test.each(files)("what was repaired of $name can be exported and imported", async ({ saved }) => {
  const progress = await saveOld(saved).store.load();
  expect(readExported(JSON.stringify(progress), "x.json")).toEqual(progress);
});

test.each(files)("an import with $name is refused", ({ saved, reason }) => {
  expect(() => readExported(JSON.stringify(saved), "x.json")).toThrow(
    `"x.json" can't be imported: ${reason}. Nothing was changed.`,
  );
});

test.each(files)("an export of the first version with $name is repaired", (file) => {
  const text = JSON.stringify({ ...file.saved, version: 1 });
  expect(file.repaired(readExported(text, "x.json"))).toEqual(file.to);
});

test("nothing is saved that an import would refuse", async () => {
  const { store } = saveOld(progressWith(newProject()));
  const twice = progressWith(newProject(), newProject({ uid: "uid-2" }));
  expect(await store.update(() => twice)).toMatchObject({
    projects: [{ id: "script" }, { id: "script-2" }],
  });
});

test("says once that a project has another name now", async () => {
  const twice = progressWith(newProject(), newProject({ uid: "uid-2", title: "Churn themes" }));
  const { store, said } = saveOld(twice);
  for (const color of ["blue", "pink"]) await store.update((saved) => ({ ...saved, color }));
  expect(said).toEqual([
    'Two projects were called script, so "Churn themes" is now script-2 in commands.',
  ]);
});
