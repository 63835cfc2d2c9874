import { expect, test } from "vitest";
import { describeDifference } from "../../../src/domain/progress/describe-change.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { newProject, progressWith, projectAfter } from "../../helpers/loop.ts";
import { answered, noon, progressOf, runOf } from "../../helpers/samples.ts";

const at = noon(3).toISOString();
const none = progressOf();
const yes = progressOf(runOf("a", { problem: answered("yes") }));
const shown = progressOf(runOf("a", { problem: answered("yes", { evidence: "14 tickets" }) }));
const again = progressOf(
  ...yes.runs,
  runOf("b", { problem: answered("not-yet", { day: 2 }) }, { day: 2 }),
);
const started = newProject();
const second = newProject({ id: "script-2", uid: "uid-2" });
const both = progressWith(started, second);
const change = (more: Partial<Project>) => progressWith(newProject(more));
const pass = {
  what: "first pass runs, but refunds\nare missing from every single row of it",
  minutes: 35,
  at,
};
const grant = { kind: "extension" as const, minutes: 60, because: "one left", after: 1, at };
const closed = { as: "killed" as const, at };

test.each([
  { before: none, after: yes, description: 'your answer to the item "problem" (yes)' },
  { before: yes, after: again, description: 'your answer to the item "problem" (not yet)' },
  { before: yes, after: shown, description: 'your evidence for the item "problem"' },
  {
    before: none,
    after: progressOf(runOf("a", { problem: answered("yes"), slice: answered("partly") })),
    description: 'your answers to the items "problem" and "slice"',
  },
  { before: none, after: progressWith(started), description: 'starting the project "script"' },
  {
    before: both,
    after: { ...both, current: "uid-1" },
    description: 'switching to the project "script"',
  },
  {
    before: progressWith(started),
    after: progressWith(projectAfter("spec")),
    description: 'finishing the step "spec" of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ answers: { spec: { problem: { text: "Slow", at } } } }),
    description: 'your answer to the question "problem" in the step "spec" of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({
      answers: { spec: { problem: { text: "Slow", at }, bet: { text: "Fast", at } } },
    }),
    description: 'your answers to 2 questions in the step "spec" of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ closed }),
    description: 'ending the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ passes: [pass], grants: [grant] }),
    description:
      'logging the pass "first pass runs, but refunds are missing..." (35 minutes) ' +
      "and adding 60 minutes",
  },
  {
    before: progressWith(started),
    after: change({ parked: [{ idea: "Send it", at }] }),
    description: 'parking the idea "Send it"',
  },
  {
    before: progressWith(started),
    after: change({ rounds: [{ answers: {}, endedAt: at }] }),
    description: 'starting round 2 of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ title: "Other" }),
    description: 'a change to the project "script"',
  },
  { before: both, after: progressWith(started), description: 'removing the project "script-2"' },
  {
    before: yes,
    after: { ...again, projects: [started, second, newProject({ id: "script-3", uid: "uid-3" })] },
    description: '4 changes, including your answer to the item "problem" (not yet)',
  },
  {
    before: yes,
    after: { ...yes, colour: "green" },
    description: "a change to your saved progress",
  },
])("describes $description", ({ before, after, description }) => {
  expect(describeDifference(before, after)).toBe(description);
});
