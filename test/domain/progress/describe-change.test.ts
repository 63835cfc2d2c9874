import { expect, test } from "vitest";
import { describeDifference } from "../../../src/domain/progress/describe-change.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { library, newProject, progressWith, projectAfter, steps } from "../../helpers/loop.ts";
import { answered, noon, progressOf, runOf } from "../../helpers/samples.ts";

const [checklist] = library.checklists;
if (!checklist) throw new Error("There is no checklist");
const content = { checklist, steps };

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
  {
    before: none,
    after: yes,
    description: 'your answer to "The problem is real and I can show where I saw it" (yes)',
  },
  {
    before: yes,
    after: again,
    description: 'your answer to "The problem is real and I can show where I saw it" (not yet)',
  },
  {
    before: yes,
    after: shown,
    description: 'your evidence for "The problem is real and I can show where I saw it"',
  },
  {
    before: none,
    after: progressOf(runOf("a", { problem: answered("yes"), slice: answered("partly") })),
    description: "your answers to 2 items (discovery and scoping)",
  },
  { before: none, after: progressWith(started), description: 'starting the project "script"' },
  {
    before: again,
    after: {
      ...progressWith({ ...started, importedAt: at }),
      runs: [runOf("old", { problem: answered("yes") }), ...again.runs],
    },
    description: 'importing the project "script" and 1 reality check',
  },
  {
    before: progressWith(started),
    after: progressWith({ ...started, title: "New", importedAt: at }),
    description: 'importing changes to the project "script"',
  },
  {
    before: both,
    after: progressWith({ ...second, importedAt: at }),
    description: "replacing everything with what was imported",
  },
  {
    before: both,
    after: progressWith({ ...started, importedAt: at }, { ...second, importedAt: at }),
    description: "importing 2 projects",
  },
  {
    before: progressWith(started),
    after: change({ folder: { path: "/work/new" } }),
    description: 'changing the folder of "Monday report"',
  },
  {
    before: change({ folder: { path: "/work/new" } }),
    after: progressWith(started),
    description: 'removing the folder of "Monday report"',
  },
  {
    before: both,
    after: { ...both, current: "uid-1" },
    description: 'switching to the project "script"',
  },
  {
    before: progressWith(started),
    after: progressWith(projectAfter("spec")),
    description: 'finishing the spec of "Monday report"',
  },
  {
    before: progressWith(started),
    after: change({ answers: { spec: { problem: { text: "Slow", at } } } }),
    description: 'your answer to "Problem" (Spec)',
  },
  {
    before: progressWith(started),
    after: change({
      answers: { spec: { problem: { text: "Slow", at }, bet: { text: "Fast", at } } },
    }),
    description: "2 answers in the spec",
  },
  {
    before: progressWith(started),
    after: change({ proposed: { "spec.problem": { lines: ["Slow"], from: "notes" } } }),
    description: 'what your notes say about "Monday report"',
  },
  {
    before: change({ unplaced: ["ask Mark"] }),
    after: progressWith(started),
    description: 'what your notes say about "Monday report"',
  },
  {
    before: change({ proposed: { "spec.problem": { lines: ["Slow"], from: "agent" } } }),
    after: progressWith(started),
    description: 'your agent\'s drafts about "Monday report"',
  },
  {
    before: progressWith(started),
    after: change({ drafts: { "spec.problem": "Slo" } }),
    description: 'what you were typing about "Monday report"',
  },
  {
    before: progressWith(started),
    after: change({ closed }),
    description: 'finishing the project "Monday report"',
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
    description: 'starting round 2 of "Monday report"',
  },
  {
    before: progressWith(started),
    after: change({ slice: "other" }),
    description: 'a change to the project "script"',
  },
  { before: both, after: progressWith(started), description: 'removing the project "script-2"' },
  {
    before: yes,
    after: { ...again, projects: [started, second, newProject({ id: "script-3", uid: "uid-3" })] },
    description:
      "4 changes, including your answer to " +
      '"The problem is real and I can show where I saw it" (not yet)',
  },
  {
    before: yes,
    after: { ...yes, colour: "green" },
    description: "a change to your saved progress",
  },
])("describes $description", ({ before, after, description }) => {
  expect(describeDifference(content, before, after)).toBe(description);
});
