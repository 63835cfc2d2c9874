import type { Practice } from "../practice/attempt.ts";
import { isSavedEach, isSavedList, type Project, type SavedValue } from "../project/project.ts";
import { freeId } from "../text/free-id.ts";
import { MAX_NUMBER } from "../text/number.ts";
import { findEarliestTime } from "../time.ts";
import type { Progress, Run } from "./progress.ts";

/** A project, or a copy of it that an import didn't use. */
type Checked = NonNullable<Project["versions"]>[number];

/** A rule: what is wrong with a project that breaks it, and what that is repaired to. */
interface ProjectRule {
  describe(id: string): string;
  /** Returns the project as it should be: the same object if nothing is wrong with it. */
  repair(project: Checked): Checked;
}

const projectRules: readonly ProjectRule[] = [
  {
    describe: (id) => `a number of minutes or passes in "${id}" is below 0 or too large`,
    repair: clampNumbers,
  },
  { describe: (id) => `the rounds of "${id}" aren't in order`, repair: orderRounds },
  { describe: (id) => `something in "${id}" ended before it started`, repair: moveStart },
  { describe: (id) => `two lines in "${id}" have the same id`, repair: renameEntries },
  { describe: (id) => `a SHA-256 in "${id}" isn't one`, repair: dropUnknownFiles },
];

/** Says what in some progress can't be; undefined if nothing is wrong. */
export function findInconsistency({ runs, projects, practice = {} }: Progress): string | undefined {
  const duplicate = [
    runs.map(({ id }) => id),
    projects.map(({ uid }) => uid),
    projects.map(({ id }) => id),
  ]
    .map(findRepeated)
    .find((id) => id !== undefined);
  if (duplicate !== undefined) return `it contains "${duplicate}" twice`;
  const run = runs.find((candidate) => orderRun(candidate) !== candidate);
  if (run) return `"${run.checklist}" was finished before it was started`;
  if (orderAttempts(practice) !== practice) return "a drill was finished before it was started";
  for (const project of projects) {
    const broken = projectRules.find((rule) =>
      [project, ...(project.versions ?? [])].some((each) => rule.repair(each) !== each),
    );
    if (broken) return broken.describe(project.id);
  }
  return undefined;
}

function findRepeated(ids: readonly string[]): string | undefined {
  const known = new Set<string>();
  return ids.find((id) => known.size === known.add(id).size);
}

/**
 * Returns progress in which nothing is wrong anymore, with every answer in place: an id that is
 * there twice gets a number, times that a clock got wrong move back, and what should be named by a
 * SHA-256 and isn't goes. Returns the same object if nothing is wrong.
 */
export function repairProgress(progress: Progress): Progress {
  const projects = replaceEach(progress.projects, (project) => {
    const { versions } = project;
    const repaired = repairProject(project);
    return versions
      ? replace(repaired, { versions: replaceEach(versions, repairProject) })
      : repaired;
  });
  const { practice } = progress;
  return replace(progress, {
    runs: makeUnique(replaceEach(progress.runs, orderRun), "id"),
    projects: makeUnique(makeUnique(projects, "uid"), "id"),
    ...(practice ? { practice: orderAttempts(practice) } : {}),
  });
}

/** Returns a copy with other fields, or the same object if it has exactly these already. */
function replace<T extends object>(value: T, fields: Partial<T>): T {
  for (const key in fields) if (!Object.is(value[key], fields[key])) return { ...value, ...fields };
  return value;
}

/** Replaces each value of a list. Returns the same list if each of them stays the same. */
function replaceEach<T>(values: T[], change: (value: T, index: number) => T): T[] {
  const changed = values.map(change);
  return changed.some((value, index) => value !== values[index]) ? changed : values;
}

function repairProject<T extends Checked>(project: T): T {
  return projectRules.reduce((repaired: Checked, rule) => rule.repair(repaired), project) as T;
}

/** Gives each value that has the id of one before it another id. */
function makeUnique<T extends { id: string }>(values: T[], key: keyof T & string): T[] {
  const taken = new Set(values.map((value) => String(value[key])));
  const seen = new Set<string>();
  return replaceEach(values, (value) => {
    const id = String(value[key]);
    if (seen.size < seen.add(id).size) return value;
    const free = freeId(id, taken);
    taken.add(free);
    return { ...value, [key]: free };
  });
}

function orderRun(run: Run): Run {
  const { startedAt, finishedAt = startedAt } = run;
  return replace(run, { startedAt: findEarliestTime([startedAt, finishedAt]) });
}

function orderAttempts(practice: Practice): Practice {
  const attempts = Object.entries(practice).map(([uid, attempt]) => {
    const { startedAt, finishedAt = startedAt } = attempt;
    return [uid, replace(attempt, { startedAt: findEarliestTime([startedAt, finishedAt]) })];
  });
  return replace(practice, Object.fromEntries(attempts));
}

function clampNumbers(project: Checked): Checked {
  const { budget, passes, grants } = project;
  return replace(project, {
    budget: replace(budget, { minutes: clamp(budget.minutes), passes: clamp(budget.passes) }),
    passes: replaceEach(passes, (pass) => replace(pass, { minutes: clamp(pass.minutes) })),
    grants: replaceEach(grants, (grant) =>
      replace(grant, { minutes: clamp(grant.minutes), after: clamp(grant.after) }),
    ),
  });
}

function clamp(number: number): number {
  return Math.min(Math.max(number, 0), MAX_NUMBER);
}

/** A round that ended after the one that follows it ended with that one. */
function orderRounds(project: Checked): Checked {
  const ends = project.rounds.map(({ endedAt }) => endedAt);
  const rounds = replaceEach(project.rounds, (round, index) =>
    replace(round, { endedAt: findEarliestTime([round.endedAt, ...ends.slice(index)]) }),
  );
  return replace(project, { rounds });
}

function moveStart(project: Checked): Checked {
  const { startedAt, finished, closed, rounds } = project;
  const ends = [
    ...Object.values(finished),
    ...rounds.flatMap((round) => [round.endedAt, ...Object.values(round.finished ?? {})]),
    ...(closed ? [closed.at] : []),
  ];
  return replace(project, { startedAt: findEarliestTime([startedAt, ...ends]) });
}

function hasSha256({ sha256 }: { sha256: string }): boolean {
  return /^[\da-f]{64}$/.test(sha256);
}

/** Without its hash, nothing is known about a file, so it counts as the person's own. */
function dropUnknownFiles(project: Checked): Checked {
  const { folder } = project;
  if (!folder?.files) return project;
  const files = Object.entries(folder.files);
  const known = files.filter(([, file]) => hasSha256(file));
  if (known.length === files.length) return project;
  return { ...project, folder: { ...folder, files: Object.fromEntries(known) } };
}

function renameEntries(project: Checked): Checked {
  const rounds = replaceEach(project.rounds, (round) =>
    replace(round, { answers: renameIn(round.answers) }),
  );
  return replace(project, { answers: renameIn(project.answers), rounds });
}

/** An entry that gets another id keeps what was answered for its text. */
function renameIn(answers: Checked["answers"]): Checked["answers"] {
  const values = Object.values(answers).flatMap((questions) => Object.values(questions));
  const entries = values.filter(isSavedList).flatMap((list) => list.entries);
  const unique = makeUnique(entries, "id");
  if (unique === entries) return answers;
  const renamed = unique.flatMap((entry, index) => {
    const before = entries[index]?.id ?? entry.id;
    return entry.id === before ? [] : [{ before, after: entry.id, text: entry.text }];
  });
  const left = [...unique];
  const repair = (value: SavedValue): SavedValue => {
    if (isSavedList(value)) return { ...value, entries: left.splice(0, value.entries.length) };
    if (!isSavedEach(value)) return value;
    const each = { ...value.each };
    for (const { before, after, text } of renamed) {
      const saved = value.each[before];
      if (saved?.of === text) each[after] = saved;
    }
    return { ...value, each };
  };
  const repaired = Object.entries(answers).map(([step, questions]) => [
    step,
    Object.fromEntries(Object.entries(questions).map(([id, value]) => [id, repair(value)])),
  ]);
  return Object.fromEntries(repaired);
}
