import type { Step } from "../library/step.ts";
import type { Project } from "../project/project.ts";
import { listGivenJudgments, traceJudgments } from "../project/trace.ts";
import type { Progress } from "./progress.ts";

/**
 * Returns what an undo leads to, with the traces of judgments that were there before it, and with
 * those that it changed.
 */
export function keepTraces(
  steps: readonly Step[],
  before: Progress,
  after: Progress,
  at: string,
): Progress {
  const known = new Map(before.projects.map((project) => [project.uid, project]));
  const projects = after.projects.map((project) => {
    const old = known.get(project.uid);
    return old ? traceJudgments(steps, old, project, at) : project;
  });
  return { ...after, projects };
}

/**
 * Finds a project with a judgment that an undo would take away. One that an import brought may go,
 * unless something was judged in it since.
 */
export function findLostProject(
  steps: readonly Step[],
  before: Progress,
  after: Progress,
): Project | undefined {
  const left = new Set(after.projects.map(({ uid }) => uid));
  return before.projects.find((project) => {
    const { uid, importedAt = "", judgments = [] } = project;
    const given = [...judgments, ...listGivenJudgments(steps, project)];
    return !left.has(uid) && given.some(({ at }) => at > importedAt);
  });
}
