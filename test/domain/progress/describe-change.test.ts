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
  { before: none, after: yes, words: 'your answer to the item "problem" (yes)' },
  { before: yes, after: again, words: 'your answer to the item "problem" (not yet)' },
  { before: yes, after: shown, words: 'your evidence for the item "problem"' },
  {
    before: none,
    after: progressOf(runOf("a", { problem: answered("yes"), slice: answered("partly") })),
    words: 'your answers to the items "problem" and "slice"',
  },
  { before: none, after: progressWith(started), words: 'the start of the project "script"' },
  {
    before: both,
    after: { ...both, current: "uid-1" },
    words: 'the switch to the project "script"',
  },
  {
    before: progressWith(started),
    after: progressWith(projectAfter("spec")),
    words: 'the end of the step "spec" of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ answers: { spec: { problem: { text: "Slow", at } } } }),
    words: 'your answer to the question "problem" of the step "spec" of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({
      answers: { spec: { problem: { text: "Slow", at }, bet: { text: "Fast", at } } },
    }),
    words: 'your answers to 2 questions of the step "spec" of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ closed }),
    words: 'the end of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ passes: [pass], grants: [grant] }),
    words:
      'the pass "first pass runs, but refunds are missing..." (35 minutes) and the extension ' +
      "by 60 minutes",
  },
  {
    before: progressWith(started),
    after: change({ parked: [{ idea: "Send it", at }] }),
    words: 'the parked idea "Send it"',
  },
  {
    before: progressWith(started),
    after: change({ rounds: [{ answers: {}, endedAt: at }] }),
    words: 'the next round of the project "script"',
  },
  {
    before: progressWith(started),
    after: change({ title: "Other" }),
    words: 'a change to the project "script"',
  },
  { before: both, after: progressWith(started), words: 'the removal of the project "script-2"' },
  {
    before: yes,
    after: { ...again, projects: [started, second, newProject({ id: "script-3", uid: "uid-3" })] },
    words: '4 changes: your answer to the item "problem" (not yet), and more',
  },
  { before: yes, after: { ...yes, colour: "green" }, words: "a change to your saved progress" },
])("$words", ({ before, after, words }) => {
  expect(describeDifference(before, after)).toBe(words);
});
