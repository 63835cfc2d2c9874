import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLastChange, mergeProgress } from "../../../src/domain/progress/merge.ts";
import {
  emptyProgress,
  findCurrentProject,
  type Progress,
} from "../../../src/domain/progress/progress.ts";
import { findOpenRun } from "../../../src/domain/progress/run.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { newProject, progressWith } from "../../helpers/loop.ts";
import { anyProgress } from "../../helpers/random.ts";
import { countRuns } from "../../helpers/runs.ts";
import { answered, checklistOf, noon, progressOf, runOf } from "../../helpers/samples.ts";

const weekly = checklistOf("problem");
const at = (day: number) => noon(day).toISOString();

/** Creates a project with an idea parked on each of the days. */
function parkedOn(days: number[], more: Partial<Project> = {}): Project {
  return newProject({
    parked: days.map((day) => ({ idea: `Idea of day ${day}`, at: at(day) })),
    ...more,
  });
}

describe("a project on both sides", () => {
  test("stays unchanged if both sides are the same", () => {
    const here = progressWith(parkedOn([2]));
    expect(mergeProgress(here, here)).toEqual({ progress: here, ...nothing });
  });

  test("is taken from the file if it only changed there", () => {
    const [here, there] = [progressWith(parkedOn([2])), progressWith(parkedOn([2, 3]))];
    const { progress, projects } = mergeProgress(here, there);
    expect(progress).toEqual(there);
    expect(projects.map(({ outcome, kept }) => ({ outcome, kept }))).toEqual([
      { outcome: "taken", kept: false },
    ]);
  });

  test("stays unchanged if it only changed here", () => {
    const [here, there] = [progressWith(parkedOn([2, 3])), progressWith(parkedOn([2]))];
    expect(mergeProgress(here, there)).toEqual({ progress: here, ...nothing });
  });

  test("takes the later side if both changed it, and keeps the other as a version", () => {
    const [early, late] = [parkedOn([2, 3]), parkedOn([2, 4])];
    const taken = mergeProgress(progressWith(early), progressWith(late));
    expect(taken.progress.projects).toEqual([{ ...late, versions: [early] }]);
    expect(taken.projects).toMatchObject([{ outcome: "taken", kept: true }]);
    const left = mergeProgress(progressWith(late), progressWith(early));
    expect(left.progress.projects).toEqual([{ ...late, versions: [early] }]);
    expect(left.projects).toMatchObject([{ outcome: "left", kept: true }]);
  });

  test("keeps the id it has here", () => {
    const there = progressWith(parkedOn([2, 3], { id: "script-7" }));
    expect(mergeProgress(progressWith(parkedOn([2])), there).progress.projects[0]?.id).toBe(
      "script",
    );
  });
});

describe("a project that is only in the file", () => {
  test("gets a free id if its own is taken here", () => {
    const here = progressWith(newProject({ uid: "a" }));
    const there = progressWith(newProject({ uid: "b" }), newProject({ uid: "c", id: "script-2" }));
    const { progress, projects } = mergeProgress(here, there);
    expect(progress.projects.map(({ uid, id }) => `${uid} ${id}`)).toEqual([
      "a script",
      "b script-3",
      "c script-2",
    ]);
    expect(projects.map(({ before }) => before)).toEqual(["script", undefined]);
  });

  test("is sorted by its start and doesn't become the current one", () => {
    const here = progressWith(newProject({ uid: "a", startedAt: at(3) }));
    const there = progressWith(
      newProject({ uid: "b", id: "b", startedAt: at(1) }),
      newProject({ uid: "c", id: "c", startedAt: at(5) }),
    );
    const { progress } = mergeProgress(here, { ...there, current: "c" });
    expect(progress.projects.map(({ uid }) => uid)).toEqual(["b", "a", "c"]);
    expect(findCurrentProject(progress)?.uid).toBe("a");
  });

  test("becomes the current one if no project is open here", () => {
    const there = progressWith(
      newProject({ uid: "b", id: "b" }),
      newProject({ uid: "c", id: "c" }),
    );
    const here = progressWith(newProject({ closed: { as: "done", at: at(2) } }));
    expect(findCurrentProject(mergeProgress(here, { ...there, current: "b" }).progress)?.uid).toBe(
      "b",
    );
  });
});

describe("reality checks", () => {
  test("are sorted by their last answer", () => {
    const here = progressOf(runOf("b", { problem: answered("yes", { day: 5 }) }, { day: 5 }));
    const there = progressOf(
      runOf("a", { problem: answered("not-yet", { day: 2 }) }, { day: 2 }),
      runOf("c", { problem: answered("partly", { day: 8 }) }, { day: 8 }),
    );
    expect(mergeProgress(here, there).progress.runs.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("stay open here, and end if they were open in the file", () => {
    const here = progressOf(runOf("a", {}, { day: 1, open: true }));
    const there = progressOf(
      runOf("b", { problem: answered("yes", { day: 4 }) }, { day: 3, open: true }),
    );
    const { progress } = mergeProgress(here, there);
    expect(findOpenRun(progress, weekly)?.id).toBe("a");
    expect(progress.runs.find(({ id }) => id === "b")).toEqual({
      ...there.runs[0],
      finishedAt: at(4),
    });
  });

  test("stay unchanged if they only changed here", () => {
    const open = progressOf(runOf("a", { problem: answered("yes") }, { open: true }));
    const finished = progressOf(
      runOf("a", { problem: answered("yes"), slice: answered("partly", { day: 2 }) }),
    );
    expect(mergeProgress(finished, open)).toEqual({ progress: finished, ...nothing });
  });
});

/** Lists every value in runs and projects, except ids, which a merge may change. */
function listLeaves({ runs, projects }: Pick<Progress, "runs" | "projects">): string[] {
  const visit = (value: unknown): string[] => {
    if (typeof value !== "object" || value === null) return [JSON.stringify(value)];
    return Object.entries(value).flatMap(([key, inner]) => (key === "id" ? [] : visit(inner)));
  };
  return visit({ runs, projects });
}

const pairs = fc.tuple(anyProgress, anyProgress);
/** What a merge that changes nothing says. */
const nothing = { runs: [], projects: [], drills: 0 };

const runs = { numRuns: countRuns(200) };

describe("any two progresses", () => {
  test("are taken as they are if nothing is saved here", () => {
    fc.assert(
      fc.property(anyProgress, (there) => {
        expect(mergeProgress(emptyProgress, there).progress).toEqual(there);
      }),
      runs,
    );
  });

  test("stay the same when merged again", () => {
    fc.assert(
      fc.property(pairs, ([here, there]) => {
        const { progress } = mergeProgress(here, there);
        for (const again of [there, here]) {
          expect(mergeProgress(progress, again)).toEqual({ progress, ...nothing });
        }
      }),
      runs,
    );
  });

  test("keep every value and have unique ids", () => {
    fc.assert(
      fc.property(pairs, ([here, there]) => {
        const { progress } = mergeProgress(here, there);
        const found = new Set(listLeaves(progress));
        const lost = [...listLeaves(here), ...listLeaves(there)].filter((leaf) => !found.has(leaf));
        expect(lost).toEqual([]);
        const ids = progress.projects.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(progress.runs.map(({ id }) => id)).size).toBe(progress.runs.length);
      }),
      runs,
    );
  });

  test("keep the current project unless the later side ended it", () => {
    fc.assert(
      fc.property(pairs, ([here, there]) => {
        const { progress } = mergeProgress(here, there);
        const open = findCurrentProject(here)?.uid;
        const after = progress.projects.find(({ uid }) => uid === open);
        if (after && !after.closed) expect(findCurrentProject(progress)?.uid).toBe(open);
      }),
      runs,
    );
  });

  test("keep the later version of each project", () => {
    fc.assert(
      fc.property(pairs, ([here, there]) => {
        for (const { versions: _, ...project } of mergeProgress(here, there).progress.projects) {
          const sides = [...here.projects, ...there.projects].filter(
            ({ uid }) => uid === project.uid,
          );
          const times = sides.map(({ versions: __, ...side }) => findLastChange(side));
          expect(findLastChange(project)).toBe(Math.max(...times));
        }
      }),
      runs,
    );
  });
});
