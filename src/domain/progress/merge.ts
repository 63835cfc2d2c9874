import { mergePractice } from "../practice/merge-practice.ts";
import { keepPractice } from "../practice/undo-practice.ts";
import type { Project } from "../project/project.ts";
import { joinReports } from "../project/report-state.ts";
import { joinJudgments } from "../project/trace.ts";
import { freeId } from "../text/free-id.ts";
import { findCurrentProject, type Progress, type Run } from "./progress.ts";

/**
 * What happened to an imported run or project: added because it is new here, taken because it is
 * the later one, or left because the one here is.
 */
export type MergeOutcome = "added" | "taken" | "left";

/** A change that a merge made. `kept` is true if the losing version went into the history. */
export interface Difference<T> {
  outcome: MergeOutcome;
  value: T;
  kept: boolean;
  /** The id it had in the file, if another project here has that id. */
  before?: string;
}

/** A merged progress, and how it differs from the one here. */
export interface Merged {
  progress: Progress;
  runs: Difference<Run>[];
  projects: Difference<Project>[];
  /** How many tries at drills were added or changed. */
  drills: number;
}

type Versioned = Run | Project;

/**
 * Merges imported progress into the one here. Runs are matched by id, projects by uid. If the two
 * versions differ, the one that was changed later wins as a whole. The other one goes into
 * `versions`, unless the winner contains all of it. Traces of judgments are kept from both. The
 * current project here stays current. Projects from the file get the time of the import, `at`.
 */
export function mergeProgress(here: Progress, there: Progress, at?: string): Merged {
  const runs = mergeList(here.runs, stopOpenRuns(here, there.runs), ({ id }) => id, findLastChange);
  const renamed = renameTaken(here.projects, there.projects);
  const projects = mergeList(here.projects, renamed, ({ uid }) => uid, findStart);
  const taken = projects.differences.filter(({ outcome }) => outcome !== "left");
  const imported = new Set(taken.map(({ value }) => value.uid));
  const marked = projects.list.map((project) =>
    at !== undefined && imported.has(project.uid) ? { ...project, importedAt: at } : project,
  );
  const current = chooseCurrent(here, there, projects.list);
  // What may be printed, and who someone is for their team, is decided here, never by a file.
  const { allowed: _allowed, person: _person, ...given } = there;
  const { current: _, practice: _practice, ...others } = { ...here, ...given, ...here };
  const tries = mergePractice(here.practice, there.practice, at);
  return {
    progress: {
      ...others,
      runs: runs.list,
      projects: joinTraces(marked, here, there),
      ...keepPractice(tries.practice),
      ...(current === undefined ? {} : { current }),
    },
    runs: runs.differences,
    drills: tries.changed,
    projects: projects.differences.map((difference) => {
      const before = there.projects.find(({ uid }) => uid === difference.value.uid)?.id;
      const isRenamed =
        difference.outcome === "added" && before !== undefined && before !== difference.value.id;
      return isRenamed ? { ...difference, before } : difference;
    }),
  };
}

function mergeList<T extends Versioned>(
  here: readonly T[],
  there: readonly T[],
  uidOf: (value: T) => string,
  timeOf: (value: T) => number,
): { list: T[]; differences: Difference<T>[] } {
  const theirs = new Map(there.map((value) => [uidOf(value), value]));
  const mine = new Set(here.map(uidOf));
  const differences: Difference<T>[] = [];
  const resolved = here.map((value) => {
    const other = theirs.get(uidOf(value));
    const difference = other && resolveConflict(value, other);
    if (difference) differences.push(difference);
    return difference?.value ?? value;
  });
  const added = there.filter((value) => !mine.has(uidOf(value)));
  const additions = added.map((value) => ({ outcome: "added" as const, value, kept: false }));
  return { list: interleave(resolved, added, timeOf), differences: [...differences, ...additions] };
}

/**
 * Returns the later of two versions, with the other one in its history. Returns undefined if that
 * changes nothing here.
 */
function resolveConflict<T extends Versioned>(here: T, there: T): Difference<T> | undefined {
  const [mine, theirs] = [withoutBookkeeping(here), withoutBookkeeping(there)];
  const isTaken = findLastChange(theirs) > findLastChange(mine);
  const [winner, loser] = isTaken ? [theirs, mine] : [mine, theirs];
  const own = versionsOf(isTaken ? there : here);
  const known = new Set([winner, ...own].map(toSortedJson));
  const others = [...versionsOf(isTaken ? here : there), loser];
  const isContained = (version: unknown) =>
    contains(winner, version === loser ? withoutTraces(loser) : version);
  const newVersions = others.filter(
    (version) => !known.has(toSortedJson(version)) && !isContained(version),
  );
  if (!isTaken && newVersions.length === 0) return undefined;
  const versions = [...own, ...newVersions];
  const base = isTaken ? winner : withoutVersions(here);
  const value = (versions.length > 0 ? { ...base, versions } : base) as T;
  return { outcome: isTaken ? "taken" : "left", value, kept: newVersions.includes(loser) };
}

function versionsOf(value: Versioned): unknown[] {
  return value.versions ?? [];
}

function withoutVersions<T extends Versioned>(value: T): T {
  const { versions: _, ...rest } = value;
  return rest as unknown as T;
}

/** Leaves out the traces of judgments, which are joined from both sides. */
function withoutTraces<T extends Versioned>(value: T): T {
  const { judgments: _, ...rest } = value as T & { judgments?: unknown };
  return rest as unknown as T;
}

/** Leaves out what says nothing about what the person did: other versions, and past imports. */
function withoutBookkeeping<T extends Versioned>(value: T): T {
  const { importedAt: _, ...rest } = withoutVersions(value) as T & { importedAt?: string };
  return rest as unknown as T;
}

/**
 * Returns true if `whole` contains everything in `part`, at the same path. Indexes can be compared,
 * because saved lists only grow at the end.
 */
function contains(whole: unknown, part: unknown): boolean {
  if (!isObjectOrList(part)) return Object.is(whole, part);
  if (!isObjectOrList(whole) || Array.isArray(whole) !== Array.isArray(part)) return false;
  return Object.entries(part).every(
    ([key, value]) => Object.hasOwn(whole, key) && contains(whole[key], value),
  );
}

/** Returns the newest time anywhere in a value, in milliseconds since 1970, or 0. */
export function findLastChange(value: unknown, key = "", parent = ""): number {
  if (isObjectOrList(value))
    return Object.entries(value).reduce(
      (last, [name, inner]) => Math.max(last, findLastChange(inner, name, key)),
      0,
    );
  const isTime = (/(?:^at|At)$/.test(key) && key !== "importedAt") || parent === "finished";
  return (isTime && typeof value === "string" && Date.parse(value)) || 0;
}

function findStart({ startedAt }: Project): number {
  return Date.parse(startedAt) || 0;
}

/** Returns projects with the traces of judgments, and the agent's reports, that either side has. */
function joinTraces(projects: Project[], ...sides: Progress[]): Project[] {
  return projects.map((project) => {
    const [mine, theirs] = sides.map((side) =>
      side.projects.find(({ uid }) => uid === project.uid),
    );
    const judgments = joinJudgments(mine?.judgments, theirs?.judgments);
    const reports = joinReports(mine?.reports, theirs?.reports);
    return {
      ...project,
      ...(judgments.length > (project.judgments?.length ?? 0) ? { judgments } : {}),
      ...(reports.length > 0 ? { reports } : {}),
    };
  });
}

/** Merges two lists by time, without changing the order of either. */
function interleave<T>(here: readonly T[], added: readonly T[], timeOf: (value: T) => number): T[] {
  const merged: T[] = [];
  const rest = [...added].reverse();
  for (const value of here) {
    for (let next = rest.at(-1); next && timeOf(next) < timeOf(value); next = rest.at(-1)) {
      merged.push(next);
      rest.pop();
    }
    merged.push(value);
  }
  return [...merged, ...rest.reverse()];
}

/**
 * Ends imported runs of a checklist that has an open run here, because only one run can be open.
 */
function stopOpenRuns(here: Progress, there: readonly Run[]): Run[] {
  const known = new Set(here.runs.map(({ id }) => id));
  const open = new Set(
    here.runs.filter(({ finishedAt }) => !finishedAt).map(({ checklist }) => checklist),
  );
  return there.map((run) => {
    const isSecond = !run.finishedAt && !known.has(run.id) && open.has(run.checklist);
    return isSecond ? { ...run, finishedAt: new Date(findLastChange(run)).toISOString() } : run;
  });
}

/**
 * Gives imported projects ids that are free here. A project that exists here gets the id it has
 * here.
 */
function renameTaken(here: readonly Project[], there: readonly Project[]): Project[] {
  const known = new Map(here.map(({ uid, id }) => [uid, id]));
  const taken = new Set(here.map(({ id }) => id));
  const wanted = new Set(there.map(({ id }) => id));
  return there.map((project) => {
    const free = taken.has(project.id) ? freeId(project.slice, [...taken, ...wanted]) : project.id;
    const id = known.get(project.uid) ?? free;
    taken.add(id);
    return { ...project, id };
  });
}

/** Chooses the current project: the one here if it is open, otherwise the imported one. */
function chooseCurrent(here: Progress, there: Progress, projects: Project[]): string | undefined {
  const isOpen = (wanted: string | undefined) =>
    projects.some(({ uid, closed }) => uid === wanted && !closed);
  const open = findCurrentProject(here)?.uid;
  if (!isOpen(open)) return isOpen(there.current) ? there.current : (here.current ?? there.current);
  return findCurrentProject({ ...here, projects })?.uid === open ? here.current : open;
}

function toSortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isObjectOrList(inner) && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(byName))
      : inner,
  );
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function isObjectOrList(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
