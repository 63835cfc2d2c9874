import fc from "fast-check";
import { repairProgress } from "../../src/domain/progress/consistency.ts";
import type { Progress, Run } from "../../src/domain/progress/progress.ts";
import type { Project } from "../../src/domain/project/project.ts";

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: "binary", maxLength: 12 }));
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/).filter((word) => word !== "constructor");
const at = fc
  .integer({ min: 0, max: 40 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
const marks = fc.array(name, { maxLength: 2 });
/** Few ids, so that two saved files have some in common. */
const uid = fc.integer({ min: 1, max: 6 }).map((number) => `uid-${number}`);

/** A file may also hold something else in place of a hash. */
const sha256 = fc.oneof(fc.stringMatching(/^[\da-f]{64}$/), fc.constant("x"));

const saved = fc.record({ text, at, of: text, marks }, { requiredKeys: ["text", "at"] });
const entry = fc.record({ id: uid, text, marks }, { requiredKeys: ["id", "text"] });
const value = fc.oneof(
  fc.record({ entries: fc.array(entry, { maxLength: 3 }), at }),
  fc.record({ each: fc.dictionary(uid, saved, { maxKeys: 3 }) }),
  saved,
);
const answers = fc.dictionary(name, fc.dictionary(name, value, { maxKeys: 3 }), { maxKeys: 3 });
const grant = fc.record(
  {
    kind: fc.constantFrom("extension" as const, "cut" as const),
    minutes: fc.nat(),
    because: text,
    after: fc.nat(),
    at,
  },
  { requiredKeys: ["kind", "minutes", "after", "at"] },
);
const amendment = fc.record({
  step: text,
  question: text,
  because: text,
  at,
  before: fc.array(text, { maxLength: 2 }),
  after: fc.array(text, { maxLength: 2 }),
});

const projectFields = {
  id: name,
  uid,
  slice: name,
  title: text,
  startedAt: at,
  answers,
  budget: fc.record({ minutes: fc.nat(), passes: fc.nat() }),
  finished: fc.dictionary(name, at, { maxKeys: 3 }),
  locked: fc.array(name, { maxLength: 2 }),
  passes: fc.array(fc.record({ what: text, minutes: fc.nat(), at }), { maxLength: 2 }),
  grants: fc.array(grant, { maxLength: 2 }),
  parked: fc.array(fc.record({ idea: text, at }), { maxLength: 2 }),
  amendments: fc.array(amendment, { maxLength: 2 }),
  rounds: fc.array(fc.record({ answers, endedAt: at }), { maxLength: 2 }),
  folder: fc.record(
    {
      path: text,
      files: fc.dictionary(name, fc.record({ sha256, round: fc.nat(), at }), { maxKeys: 2 }),
    },
    { requiredKeys: ["path"] },
  ),
  closed: fc.record({
    as: fc.constantFrom("done" as const, "handed-over" as const, "killed" as const),
    at,
  }),
};
const projectKeys = Object.keys(projectFields).filter(
  (field) => field !== "closed" && field !== "folder",
) as (keyof typeof projectFields)[];
const version = fc.record(projectFields, { requiredKeys: projectKeys });
const project = fc.record(
  { ...projectFields, versions: fc.array(version, { maxLength: 2 }), laterField: text },
  { requiredKeys: projectKeys },
) as fc.Arbitrary<Project>;

const answer = fc.record(
  {
    answer: fc.constantFrom("yes" as const, "partly" as const, "not-yet" as const),
    evidence: text,
    answeredAt: at,
  },
  { requiredKeys: ["answer", "answeredAt"] },
);
const runFields = {
  id: uid,
  checklist: fc.constantFrom("weekly", "launch"),
  startedAt: at,
  finishedAt: at,
  answers: fc.dictionary(name, answer, { maxKeys: 4 }),
};
const runKeys = ["id", "checklist", "startedAt", "answers"] as const;
const run = fc.record(
  {
    ...runFields,
    versions: fc.array(fc.record(runFields, { requiredKeys: [...runKeys] }), { maxLength: 1 }),
  },
  { requiredKeys: [...runKeys] },
) as fc.Arbitrary<Run>;

/** Any progress that a file may hold: ids may be there twice, and times may go backwards. */
export const anyFile: fc.Arbitrary<Progress> = fc.record(
  {
    version: fc.constant(2 as const),
    runs: fc.array(run, { maxLength: 4 }),
    projects: fc.array(project, { maxLength: 4 }),
    current: uid,
    laterField: text,
  },
  { requiredKeys: ["version", "runs", "projects"] },
);

/** Any saved progress, as the program ensures. */
export const anyProgress: fc.Arbitrary<Progress> = anyFile.map(repairProgress);
