import { freeId, type Project } from "../project/project.ts";
import { findCurrentProject, type Progress, type Run } from "./progress.ts";

/**
 * What became of a run or a project of the file: new here, taken because it is the later one, or
 * left for the one here.
 */
export type MergeOutcome = "added" | "taken" | "left";

/**
 * One difference that a merge made. `kept` says that the side which was not taken lies in the
 * history of the other.
 */
export interface Difference<T> {
  outcome: MergeOutcome;
  value: T;
  kept: boolean;
  /** The id it had in the file, when that is taken here. */
  before?: string;
}

/** Two progresses in one, and what that changed of the first. */
export interface Merged {
  progress: Progress;
  runs: Difference<Run>[];
  projects: Difference<Project>[];
}

type Versioned = Run | Project;

/**
 * What was saved here, with what was saved there put in. Runs and projects are the same when their
 * hidden ids are. One that differs is taken whole from the side that changed it later; the other
 * side is kept under `versions`, unless all it holds stands in the later one too. What is open here
 * stays current.
 *
 */
export function mergeProgress(here: Progress, there: Progress): Merged {
  const runs = mergeList(here.runs, stopOpenRuns(here, there.runs), ({ id }) => id, findLastMoment);
  const renamed = renameTaken(here.projects, there.projects);
  const projects = mergeList(here.projects, renamed, ({ uid }) => uid, findStart);
  const current = chooseCurrent(here, there, projects.list);
  const { current: _, ...others } = { ...here, ...there, ...here };
  return {
    progress: {
      ...others,
      runs: runs.list,
      projects: projects.list,
      ...(current === undefined ? {} : { current }),
    },
    runs: runs.differences,
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
  const settled = here.map((value) => {
    const other = theirs.get(uidOf(value));
    const difference = other && settle(value, other);
    if (difference) differences.push(difference);
    return difference?.value ?? value;
  });
  const added = there.filter((value) => !mine.has(uidOf(value)));
  const news = added.map((value) => ({ outcome: "added" as const, value, kept: false }));
  return { list: interleave(settled, added, timeOf), differences: [...differences, ...news] };
}

/**
 * The later of two that have one hidden id, with the other in its history; nothing when that
 * changes nothing here.
 */
function settle<T extends Versioned>(here: T, there: T): Difference<T> | undefined {
  const [mine, theirs] = [withoutVersions(here), withoutVersions(there)];
  const isTaken = findLastMoment(theirs) > findLastMoment(mine);
  const [winner, loser] = isTaken ? [theirs, mine] : [mine, theirs];
  const own = versionsOf(isTaken ? there : here);
  const known = new Set([winner, ...own].map(fingerprint));
  const others = [...versionsOf(isTaken ? here : there), loser];
  const fresh = others.filter(
    (version) => !known.has(fingerprint(version)) && !holds(winner, version),
  );
  if (!isTaken && fresh.length === 0) return undefined;
  const versions = [...own, ...fresh];
  const value = (versions.length > 0 ? { ...winner, versions } : winner) as T;
  return { outcome: isTaken ? "taken" : "left", value, kept: fresh.includes(loser) };
}

function versionsOf(value: Versioned): unknown[] {
  return value.versions ?? [];
}

function withoutVersions<T extends Versioned>(value: T): T {
  const { versions: _, ...rest } = value;
  return rest as unknown as T;
}

/**
 * True when everything in `part` stands in `whole`, at the same place. Lists of ours only grow at
 * their end.
 */
function holds(whole: unknown, part: unknown): boolean {
  if (!isGroup(part)) return Object.is(whole, part);
  if (!isGroup(whole) || Array.isArray(whole) !== Array.isArray(part)) return false;
  return Object.entries(part).every(
    ([key, value]) => Object.hasOwn(whole, key) && holds(whole[key], value),
  );
}

/** The newest moment at which anything in it was said or done, in milliseconds. */
export function findLastMoment(value: unknown, key = "", parent = ""): number {
  if (isGroup(value))
    return Object.entries(value).reduce(
      (last, [name, inner]) => Math.max(last, findLastMoment(inner, name, key)),
      0,
    );
  const isMoment = /(?:^at|At)$/.test(key) || parent === "finished";
  return (isMoment && typeof value === "string" && Date.parse(value)) || 0;
}

function findStart({ startedAt }: Project): number {
  return Date.parse(startedAt) || 0;
}

/** Both lists in one, by time, each in its own order. */
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
 * Two walks through one checklist cannot both go on: the one here does, the other one ends with
 * the answers it has.
 */
function stopOpenRuns(here: Progress, there: readonly Run[]): Run[] {
  const known = new Set(here.runs.map(({ id }) => id));
  const open = new Set(
    here.runs.filter(({ finishedAt }) => !finishedAt).map(({ checklist }) => checklist),
  );
  return there.map((run) => {
    const isSecond = !run.finishedAt && !known.has(run.id) && open.has(run.checklist);
    return isSecond ? { ...run, finishedAt: new Date(findLastMoment(run)).toISOString() } : run;
  });
}

/**
 * The projects of the file under ids that are free here; one that is here already goes by its id
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

/** What is open here stays the current one; where nothing is, what the file was at. */
function chooseCurrent(here: Progress, there: Progress, projects: Project[]): string | undefined {
  const isOpen = (wanted: string | undefined) =>
    projects.some(({ uid, closed }) => uid === wanted && !closed);
  const open = findCurrentProject(here)?.uid;
  if (!isOpen(open)) return isOpen(there.current) ? there.current : (here.current ?? there.current);
  return findCurrentProject({ ...here, projects })?.uid === open ? here.current : open;
}

function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isGroup(inner) && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(byName))
      : inner,
  );
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
