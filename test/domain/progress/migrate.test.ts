import fc from "fast-check";
import { expect, test } from "vitest";
import { migrateHistory, migrateProgress } from "../../../src/domain/progress/migrate.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import {
  addUndoStep,
  emptyHistory,
  redo,
  undo,
  type VersionedProgress,
} from "../../../src/domain/progress/undo.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { newProject, progressWith } from "../../helpers/loop.ts";
import { countRuns } from "../../helpers/runs.ts";
import { noon } from "../../helpers/samples.ts";

const at = noon(1).toISOString();
const mira = { text: "Mira", at };
const stop = { text: "At hour 4.", at };
const faked = { text: "The rate", at };
/** Returns a round with these answers, its keys in the order in which they are saved. */
const roundOf = (answers: Project["answers"]) => ({ answers, finished: {}, endedAt: at });
const change = { question: "engineer", before: ["Lin"], after: ["Mira"], because: "Left", at };

interface Case {
  name: string;
  old: Partial<Project>;
  now: Partial<Project>;
}

const cases: Case[] = [
  {
    name: "an answer",
    old: { answers: { spec: { engineer: mira, stop } } },
    now: { answers: { spec: { stop }, handoff: { engineer: mira } } },
  },
  {
    name: "an answer, before the others of its new step",
    old: { answers: { spec: { engineer: mira }, handoff: { faked } } },
    now: { answers: { spec: {}, handoff: { engineer: mira, faked } } },
  },
  {
    name: "the answer of an earlier round that came to the handoff",
    old: {
      answers: { spec: { engineer: mira } },
      rounds: [roundOf({ handoff: { faked } }), roundOf({ decide: {} })],
    },
    now: {
      answers: { spec: {}, handoff: { engineer: mira } },
      rounds: [roundOf({ handoff: { engineer: mira, faked } }), roundOf({ decide: {} })],
    },
  },
  {
    name: "a change after the brief, and no other change",
    old: {
      amendments: [
        { step: "spec", ...change },
        { step: "spec", ...change, question: "bet" },
      ],
    },
    now: {
      amendments: [
        { step: "handoff", ...change },
        { step: "spec", ...change, question: "bet" },
      ],
    },
  },
  {
    name: "what was being typed",
    old: {
      unfinished: { "spec.engineer": ["Mi"], "spec.edges": ["Empty"] },
      drafts: { "spec.engineer": "Mir", "spec.bet": "From" },
    },
    now: {
      unfinished: { "handoff.engineer": ["Mi"], "spec.edges": ["Empty"] },
      drafts: { "handoff.engineer": "Mir", "spec.bet": "From" },
    },
  },
  {
    name: "a copy that an import didn't use",
    old: { versions: [newProject({ answers: { spec: { engineer: mira } } })] },
    now: { versions: [newProject({ answers: { spec: {}, handoff: { engineer: mira } } })] },
  },
  {
    name: "nothing of a project without that answer",
    old: { answers: { spec: { stop } } },
    now: { answers: { spec: { stop } } },
  },
];

test.each(cases)("moves $name", ({ old, now }) => {
  const migrated = migrateProgress(progressWith(newProject(old)));
  expect(JSON.stringify(migrated)).toBe(JSON.stringify(progressWith(newProject(now))));
});

const states: Progress[] = [
  progressWith(),
  ...cases.map(({ old }) => progressWith(newProject(old))),
  progressWith(...cases.map(({ old }, index) => newProject({ ...old, uid: `uid-${index}` }))),
];

/** Returns the states of a walk through `steps` undo or redo steps, as text. */
function walk(start: VersionedProgress, move: typeof undo, steps: number): string[] {
  const seen: string[] = [];
  let state = start;
  for (let step = 0; step < steps; step++) {
    state = move(state) ?? state;
    seen.push(JSON.stringify(state.progress));
  }
  return seen;
}

test("every undo and redo step leads to the migrated state, byte for byte", () => {
  const walks = fc.array(fc.constantFrom(...states), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(walks, fc.nat(7), (all, place) => {
      const [first = progressWith(), ...rest] = all;
      let saved: VersionedProgress = { progress: first, history: emptyHistory };
      for (const progress of rest) saved = addUndoStep(saved, progress, noon(1));
      const at = Math.min(place, rest.length);
      for (let step = rest.length; step > at; step--) saved = undo(saved) ?? saved;
      const start = {
        progress: migrateProgress(saved.progress),
        history: migrateHistory(saved.progress, saved.history),
      };
      const wanted = all.map((state) => JSON.stringify(migrateProgress(state)));
      expect(walk(start, undo, at)).toEqual(wanted.slice(0, at).toReversed());
      expect(walk(start, redo, rest.length - at)).toEqual(wanted.slice(at + 1));
    }),
    { numRuns: countRuns(500) },
  );
});
